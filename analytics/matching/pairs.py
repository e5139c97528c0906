"""Which name of the register is this, and what does the register hold twice?

A pair is taken automatically at `AUTOMATIC` and above, when no other firm comes near; from `ASK`
on, a person is asked; the rest stay apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import Literal

from analytics.matching.blocking import Index, candidates, index
from analytics.matching.company_name import take_apart
from analytics.matching.name_parts import Name
from analytics.matching.scoring import ASK, AUTOMATIC, Scored, compare, told

Verdict = Literal["automatic", "ask", "apart"]
NEAR = 0.15
Near = dict[int, dict[int, Scored]]
MOST_ASKED = 3
REPORTED_EVERY = 200
Progress = Callable[[float], None]
FORMER = "former_name_told"
DECISIVE = frozenset(("place_differs", "number_differs"))
SAME = ("same_text",)


@dataclass(frozen=True)
class Named:
    """A company by its key, the name it is shown with, and the other names it is known to go by."""

    key: str
    name: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """What `name` was found to be. `kept` is None for a name that stays apart; `reasons` are keys
    of `COSTS`.
    """

    name: Named
    kept: Named | None
    score: float
    verdict: Verdict
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Faces:
    """Every name one company is known by, taken apart, each with how it is known: '' is the name
    itself.
    """

    names: tuple[tuple[str, Name], ...]

    @cached_property
    def scripts(self) -> frozenset[bool]:
        return frozenset(name.is_chinese for _, name in self.names)

    @classmethod
    def of(cls, named: Named) -> Faces:
        main = take_apart(named.name)
        found = [("", main.main), *(("other_name_told", name) for name in main.others)]
        found += [(FORMER, name) for name in main.former]
        for text in named.others:
            other = take_apart(text)
            found += [("other_name_told", name) for name in (other.main, *other.others)]
        return cls(tuple(found))


def _unheard(share: float) -> None:
    """Nobody asked how far it is."""


def match(names: Sequence[Named], against: Sequence[Named]) -> list[Match]:
    """One automatic match a name, or up to three to ask about, or one that it stays apart; in the
    order of `names`.
    """
    known = [Faces.of(named) for named in against]
    held = index_of(known)
    found: list[Match] = []
    for named in names:
        faces = Faces.of(named)
        scored = [
            (_best(faces, known[number]), against[number])
            for number in sorted(_candidates(faces, held))
        ]
        found += _judged(named, [(one, kept) for one, kept in scored if one.score >= ASK])
    return found


def duplicates(names: Sequence[Named], report: Progress = _unheard) -> list[Match]:
    """Pairs within one register, the surest first; the earlier of the two is kept. The best
    automatic pair a name, or up to three to ask about. `report` hears how far it is, as a share.
    """
    near = _near(names, report)
    found: list[Match] = []
    for number, others in near.items():
        pairs = sorted(
            ((scored, other) for other, scored in others.items() if other < number),
            key=lambda pair: -pair[0].score,
        )
        sure = [(scored, other) for scored, other in pairs if _is_sure(near, number, other)]
        verdict: Verdict = "automatic" if sure else "ask"
        for scored, other in sure[:1] or pairs[:MOST_ASKED]:
            found.append(Match(names[number], names[other], scored.score, verdict, scored.reasons))
    return sorted(found, key=lambda one: -one.score)


def _near(names: Sequence[Named], report: Progress) -> Near:
    """Number -> the numbers of the names worth asking about, each with its score; every pair stands
    at both its names.
    """
    known = [Faces.of(named) for named in names]
    held = index_of(known)
    near: Near = {number: {} for number in range(len(names))}
    for number, faces in enumerate(known):
        if number % REPORTED_EVERY == 0:
            report(number / len(known))
        for other in sorted(other for other in _candidates(faces, held) if other < number):
            scored = _best(faces, known[other])
            if scored.score >= ASK:
                near[number][other] = near[other][number] = scored
    return near


def _is_sure(near: Near, one: int, other: int) -> bool:
    """Automatic where every further name that comes near either of the two is the same firm as
    both.
    """
    scored = near[one][other]
    if scored.score < AUTOMATIC:
        return False
    rivals = (
        (near[this], near[that], third)
        for this, that in ((one, other), (other, one))
        for third in near[this]
    )
    return not any(
        third not in (one, other)
        and _comes_near(mine[third], scored)
        and not _is_one_of(theirs.get(third), mine[third])
        for mine, theirs, third in rivals
    )


def _is_one_of(scored: Scored | None, other: Scored) -> bool:
    return scored is not None and min(scored.score, other.score) >= AUTOMATIC


def _comes_near(second: Scored, first: Scored) -> bool:
    return first.score - second.score < NEAR and not (first.reasons == SAME != second.reasons)


def index_of(known: Sequence[Faces]) -> Index:
    return index((number, name) for number, faces in enumerate(known) for _, name in faces.names)


def _candidates(faces: Faces, held: Index) -> set[int]:
    return {number for _, name in faces.names for number in candidates(name, held)}


def _best(one: Faces, other: Faces) -> Scored:
    """The surest of all pairs of names of the two.

    First names that name two places or two numbers are two firms, whatever short name they also go
    by: only a former name says otherwise. Where two full first names differ, another name in common
    is worth a question. A name is held against a translation only where the two have no language in
    common.
    """
    (_, mine), (_, theirs) = one.names[0], other.names[0]
    first = compare(mine, theirs)
    is_comparable = mine.is_chinese == theirs.is_chinese
    is_other = is_comparable and not DECISIVE.isdisjoint(first.reasons)
    doubt = (
        "first_names_differ"
        if is_comparable and mine.forms and theirs.forms and first.score < AUTOMATIC
        else ""
    )
    is_shared = not one.scripts.isdisjoint(other.scripts)
    found = [first]
    for (how, mine), (their_how, theirs) in islice(product(one.names, other.names), 1, None):
        is_former = FORMER in (how, their_how)
        if (is_former or not is_other) and (mine.is_chinese == theirs.is_chinese or not is_shared):
            found.append(
                told(compare(mine, theirs), max(how, their_how), "" if is_former else doubt)
            )
    return max(found, key=lambda scored: scored.score)


def _judged(named: Named, scored: list[tuple[Scored, Named]]) -> list[Match]:
    if not scored:
        return [Match(named, None, 0.0, "apart")]
    scored.sort(key=lambda pair: (-pair[0].score, pair[1].key))
    first, kept = scored[0]
    is_alone = len(scored) == 1 or not _comes_near(scored[1][0], first)
    if first.score >= AUTOMATIC and is_alone:
        return [Match(named, kept, first.score, "automatic", first.reasons)]
    return [Match(named, kept, one.score, "ask", one.reasons) for one, kept in scored[:MOST_ASKED]]
