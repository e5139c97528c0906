"""What the map is made of: questions, and what becomes of their rare and missing answers.

Method: an answer that fewer than 5% gave is put together with other rare ones (of ordered bands,
with its neighbour); a question half of the respondents did not answer, or in which nearly all
agree, is left out. Where 5% or more gave no answer, "no answer" is an answer of its own and called
so; where fewer did, those respondents are left out and counted. An objective hardly anybody or
nearly everybody named takes no part in the map and is placed on it afterwards, like all outcomes.
Assumption: rare answers put together are alike enough not to bend the map. Source: Le Roux &
Rouanet 2010; Husson, Lê & Pagès 2017.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from analytics.stats.mca import RARE
from analytics.wording import Name

MOST_MISSING = 0.5
LEAST_PLACED = 30
MOST_PLACED = 24
NO_ANSWER, OTHERS = "~none", "~others"

Kind = Literal["field", "objective", "dimension", "outcome", "edition"]
Role = Literal["active", "placed", "left out"]
Reason = Literal["", "missing", "alike", "scattered", "rare"]


@dataclass(frozen=True, slots=True)
class Question:
    """`raw` is our own SQL for the answer: text, or for `levels` > 0 a whole number from 1.

    `is_silent`: half of the respondents answered no question of this kind at all.
    """

    kind: Kind
    key: str
    name: Name
    raw: str
    levels: int = 0
    wants_active: bool = True
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class Coded:
    """A question with its categories, numbered from 1. `values` says which raw answers each stands
    for.

    `others` and `none` are the numbers of rare answers and of "no answer", 0 where these
    respondents are left out (of an active question) or simply not placed. `reason` says why a
    question that wanted to be active is not.
    """

    question: Question
    role: Role
    reason: Reason
    categories: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    others: int
    none: int
    merged: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return len(self.categories)

    def is_opposite(self, category: int) -> bool:
        """The lower one of two answers mirrors the other: it adds a point and says nothing."""
        return self.size == 2 and bool(self.question.levels) and category == 0


def settle(question: Question, counts: Mapping[str, int], missing: int) -> Coded:
    """`counts`: respondents by raw answer; `missing` gave none."""
    n = sum(counts.values()) + missing
    if question.wants_active and question.is_silent:
        return _left_out(question, "missing")
    if not question.wants_active or not n:
        return _placed(question, counts, "")
    if missing > MOST_MISSING * n:
        return _left_out(question, "missing")
    none = missing >= RARE * n and question.kind != "objective"
    if question.kind == "objective":
        return _objective(question, counts)
    if question.levels:
        return _bands(question, counts, n, none)
    return _text(question, counts, n, none)


def _left_out(question: Question, reason: Reason) -> Coded:
    return Coded(question, "left out", reason, (), (), 0, 0)


def _active(
    question: Question, values: Sequence[tuple[str, ...]], others: tuple[str, ...], none: bool
) -> Coded:
    categories = [value[0] if len(value) == 1 else "+".join(value) for value in values]
    at_others = len(categories) + 1 if others else 0
    categories += [OTHERS] if others else []
    at_none = len(categories) + 1 if none else 0
    categories += [NO_ANSWER] if none else []
    if at_others + len(values) < 2 or len(values) + bool(others) < 2:
        return _left_out(question, "alike" if values else "scattered")
    return Coded(
        question, "active", "", tuple(categories), tuple(values), at_others, at_none, others
    )


def _text(question: Question, counts: Mapping[str, int], n: int, none: bool) -> Coded:
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    common = [value for value in ordered if counts[value] >= RARE * n]
    others = [value for value in ordered if counts[value] < RARE * n]
    while others and common and sum(counts[value] for value in others) < RARE * n:
        others.insert(0, common.pop())
    return _active(question, [(value,) for value in common], tuple(others), none)


def _bands(question: Question, counts: Mapping[str, int], n: int, none: bool) -> Coded:
    """Bands in order, each rare one joined with the smaller of its neighbours."""
    bands: list[tuple[str, ...]] = [
        (str(level),) for level in range(1, question.levels + 1) if counts.get(str(level))
    ]

    def size(band: tuple[str, ...]) -> int:
        return sum(counts.get(level, 0) for level in band)

    while len(bands) > 1 and min(map(size, bands)) < RARE * n:
        at = min(range(len(bands)), key=lambda place: size(bands[place]))
        beside = [place for place in (at - 1, at + 1) if 0 <= place < len(bands)]
        first = min(at, min(beside, key=lambda place: size(bands[place])))
        bands[first : first + 2] = [bands[first] + bands[first + 1]]
    return _active(question, bands, (), none)


def _objective(question: Question, counts: Mapping[str, int]) -> Coded:
    """1 not named, 2 named; who named no objective at all is left out of the map."""
    answered = sum(counts.values())
    named = counts.get("2", 0)
    if not answered:
        return _left_out(question, "missing")
    if min(named, answered - named) < RARE * answered:
        return _placed(question, counts, "rare")
    return _active(question, [("1",), ("2",)], (), False)


def _placed(question: Question, counts: Mapping[str, int], reason: Reason) -> Coded:
    """Takes no part in making the map: every answer that enough gave gets its place afterwards."""
    enough = [value for value in counts if counts[value] >= LEAST_PLACED]
    commonest = sorted(enough, key=lambda value: (-counts[value], value))[:MOST_PLACED]
    if question.levels or question.kind == "edition":
        commonest.sort()
    return Coded(
        question, "placed", reason, tuple(commonest), tuple((value,) for value in commonest), 0, 0
    )
