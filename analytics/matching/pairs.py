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
from analytics.matching.scoring import ASK, AUTOMATIC, Scored, compare, with_reasons

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
class CompanyNames:
    """A company by its key, the name it is shown with, and the other names it is known to go by."""

    key: str
    name: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """What `name` is. `kept` is None where it stays apart; `reasons` are keys of `COSTS`."""

    name: CompanyNames
    kept: CompanyNames | None
    score: float
    verdict: Verdict
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class ParsedNames:
    """Every name of a company, taken apart, with how it is known: '' is the name itself."""

    names: tuple[tuple[str, Name], ...]

    @cached_property
    def scripts(self) -> frozenset[bool]:
        return frozenset(name.is_chinese for _, name in self.names)

    @classmethod
    def of(cls, company: CompanyNames) -> ParsedNames:
        main = take_apart(company.name)
        names = [("", main.main), *(("other_name_told", name) for name in main.others)]
        names += [(FORMER, name) for name in main.former]
        for text in company.others:
            other = take_apart(text)
            names += [("other_name_told", name) for name in (other.main, *other.others)]
        return cls(tuple(names))


def _unheard(share: float) -> None:
    """Nobody asked how far it is."""


def match(names: Sequence[CompanyNames], against: Sequence[CompanyNames]) -> list[Match]:
    """One automatic match a name, or up to three to ask about, or one that it stays apart; in the
    order of `names`.
    """
    register = [ParsedNames.of(company) for company in against]
    keys = index_of(register)
    matches: list[Match] = []
    for company in names:
        parsed = ParsedNames.of(company)
        numbers = sorted(_candidates(parsed, keys))
        scored = [(_best(parsed, register[number]), against[number]) for number in numbers]
        matches += _verdict(company, [pair for pair in scored if pair[0].score >= ASK])
    return matches


def duplicates(names: Sequence[CompanyNames], report: Progress = _unheard) -> list[Match]:
    """Pairs within one register, the surest first; the earlier of the two is kept. The best
    automatic pair a name, or up to three to ask about. `report` hears how far it is, as a share.
    """
    near = _near(names, report)
    matches: list[Match] = []
    for number, others in near.items():
        pairs = sorted(
            ((scored, other) for other, scored in others.items() if other < number),
            key=lambda pair: -pair[0].score,
        )
        sure = [(scored, other) for scored, other in pairs if _is_sure(near, number, other)]
        verdict: Verdict = "automatic" if sure else "ask"
        for scored, other in sure[:1] or pairs[:MOST_ASKED]:
            matches.append(
                Match(names[number], names[other], scored.score, verdict, scored.reasons)
            )
    return sorted(matches, key=lambda match: -match.score)


def _near(names: Sequence[CompanyNames], report: Progress) -> Near:
    """Number -> the numbers of the names worth asking about, each with its score; every pair stands
    at both its names.
    """
    register = [ParsedNames.of(company) for company in names]
    keys = index_of(register)
    near: Near = {number: {} for number in range(len(names))}
    for number, parsed in enumerate(register):
        if number % REPORTED_EVERY == 0:
            report(number / len(register))
        for other in sorted(other for other in _candidates(parsed, keys) if other < number):
            scored = _best(parsed, register[other])
            if scored.score >= ASK:
                near[number][other] = near[other][number] = scored
    return near


def _is_sure(near: Near, number: int, other: int) -> bool:
    """Automatic where every further name that comes near either is the same firm as both."""
    scored = near[number][other]
    if scored.score < AUTOMATIC:
        return False
    rivals = (
        (near[this], near[that], third)
        for this, that in ((number, other), (other, number))
        for third in near[this]
    )
    return not any(
        third not in (number, other)
        and _comes_near(mine[third], scored)
        and not _is_one_of(theirs.get(third), mine[third])
        for mine, theirs, third in rivals
    )


def _is_one_of(scored: Scored | None, other: Scored) -> bool:
    return scored is not None and min(scored.score, other.score) >= AUTOMATIC


def _comes_near(second: Scored, first: Scored) -> bool:
    return first.score - second.score < NEAR and not (first.reasons == SAME != second.reasons)


def index_of(register: Sequence[ParsedNames]) -> Index:
    """Key -> the numbers of the companies that have a name with it."""
    return index(
        (number, name) for number, parsed in enumerate(register) for _, name in parsed.names
    )


def _candidates(parsed: ParsedNames, keys: Index) -> set[int]:
    return {number for _, name in parsed.names for number in candidates(name, keys)}


def _best(company: ParsedNames, other: ParsedNames) -> Scored:
    """The surest of all pairs of names of the two.

    First names that name two places or two numbers are two firms, whatever short name they also go
    by: only a former name says otherwise. Where two full first names differ, another name in common
    is worth a question. A name is held against a translation only where the two have no language in
    common.
    """
    (_, mine), (_, theirs) = company.names[0], other.names[0]
    first = compare(mine, theirs)
    is_comparable = mine.is_chinese == theirs.is_chinese
    are_full = bool(mine.forms and theirs.forms)
    is_other = is_comparable and not DECISIVE.isdisjoint(first.reasons)
    is_doubtful = is_comparable and are_full and first.score < AUTOMATIC
    is_shared = not company.scripts.isdisjoint(other.scripts)
    scores = [first]
    for (how, mine), (their_how, theirs) in islice(product(company.names, other.names), 1, None):
        is_former = FORMER in (how, their_how)
        if (is_former or not is_other) and (mine.is_chinese == theirs.is_chinese or not is_shared):
            doubt = "first_names_differ" if is_doubtful and not is_former else ""
            scores.append(with_reasons(compare(mine, theirs), max(how, their_how), doubt))
    return max(scores, key=lambda scored: scored.score)


def _verdict(company: CompanyNames, scored: list[tuple[Scored, CompanyNames]]) -> list[Match]:
    if not scored:
        return [Match(company, None, 0.0, "apart")]
    scored.sort(key=lambda pair: (-pair[0].score, pair[1].key))
    first, nearest = scored[0]
    is_alone = len(scored) == 1 or not _comes_near(scored[1][0], first)
    if first.score >= AUTOMATIC and is_alone:
        return [Match(company, nearest, first.score, "automatic", first.reasons)]
    return [
        Match(company, other, near.score, "ask", near.reasons)
        for near, other in scored[:MOST_ASKED]
    ]
