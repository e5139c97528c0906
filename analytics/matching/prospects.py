"""Which prospects are exhibitors already, which may be, which two are one firm, and who is new.

Names are compared once a state of the lists and the register (`prospect_comparison`); `sorted_out`
then applies what people said, and is quick. A certain pair needs nobody; a doubtful one is asked;
what somebody said wins over what the names say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from analytics.matching import queue
from analytics.matching.company_facts import Company, companies
from analytics.matching.pairs import CompanyNames, Match
from analytics.matching.prospect_comparison import ProspectPairs, compared_in_a_child
from analytics.store import Reader, Store
from analytics.study import statement

State = Literal["exhibitor", "ask", "same", "new"]
Compare = Callable[[Sequence[CompanyNames], Sequence[CompanyNames]], ProspectPairs]
Verdicts = dict[tuple[str, str], str]
DECIDE = """
insert into prospect_decisions
    (decision_id, fair_id, prospect_key, other_key, verdict, actor, made_at)
select coalesce(max(decision_id), 0) + 1, $fair, $prospect, $other, $verdict, $actor,
    now()::timestamp
from prospect_decisions
"""
TAKE_BACK = """
update prospect_decisions set undone_at = now()::timestamp, undone_by = $actor
where fair_id = $fair and prospect_key = $prospect and other_key = $other and undone_at is null
"""


@dataclass(frozen=True)
class Prospect:
    """A firm on one list or several; `key` is 'p:' and its folded name."""

    key: str
    name: str
    name_en: str | None
    prospect_lists: tuple[str, ...]
    seen_at: tuple[str, ...]
    country: str | None
    region: str | None
    industry: str | None
    contact: str | None
    note: str | None
    entered_at: datetime
    entered_by: str


@dataclass(frozen=True)
class Settled:
    """A prospect and what it is: an `exhibitor`, perhaps one (`ask`: `pairs` to answer), the `same`
    firm as an earlier prospect (`same_as`), or `new`.
    """

    prospect: Prospect
    state: State
    exhibitor: Company | None = None
    same_as: Prospect | None = None
    pairs: tuple[Match, ...] = ()


@dataclass(frozen=True)
class RegisterLists:
    """Firms of the register by when they came last; `number` is that of the last held edition."""

    current: int
    lapsed: int
    never: int
    number: int | None


@dataclass(frozen=True)
class Answered:
    """What somebody said of a prospect and another firm."""

    prospect_key: str
    other_key: str
    verdict: str
    actor: str
    made_at: datetime


def prospects(reader: Reader, fair: str) -> tuple[Prospect, ...]:
    """Every firm on a live list, the earliest entered first."""
    rows = reader.rows(statement(__package__ or "", "prospects"), fair=fair)
    lists = ("prospect_lists", "seen_at")
    return tuple(Prospect(**row | {name: tuple(row[name] or ()) for name in lists}) for row in rows)


def register_lists(reader: Reader, fair: str) -> RegisterLists:
    """How many firms of the register are current, lapsed, or never took part."""
    row = reader.rows(statement(__package__ or "", "register_lists"), fair=fair)[0]
    return RegisterLists(**row)


def names_by_hand(reader: Reader, fair: str) -> tuple[int, int]:
    """What the pairs depend on beside the imports: names written by hand, those taken back."""
    row = reader.rows(statement(__package__ or "", "names_by_hand"), fair=fair)[0]
    return row["written"], row["undone"]


def suspected(reader: Reader, fair: str, compare: Compare = compared_in_a_child) -> ProspectPairs:
    """Every prospect held against every exhibitor and every other prospect."""
    names = [
        CompanyNames(firm.key, firm.name, (firm.name_en,) if firm.name_en else ())
        for firm in prospects(reader, fair)
    ]
    return compare(names, queue.register(reader, fair)) if names else ProspectPairs()


def answers(reader: Reader, fair: str) -> tuple[Answered, ...]:
    """What people said and nobody took back, the newest first."""
    rows = reader.rows(statement(__package__ or "", "prospect_answers"), fair=fair)
    names = tuple(Answered.__dataclass_fields__)
    return tuple(Answered(**{name: row[name] for name in names}) for row in reversed(rows))


def sorted_out(reader: Reader, fair: str, pairs: ProspectPairs) -> tuple[Settled, ...]:
    """What every prospect is, in the order in which they were entered."""
    firms = {firm.key: firm for firm in prospects(reader, fair)}
    verdicts = _verdicts(reader, fair)
    exhibitors = _exhibitors(reader, fair)
    of_register = _open_pairs(pairs.of_register, verdicts, exhibitors)
    among = _open_pairs(pairs.among, verdicts, {})
    first = _first_of_each(firms, among, verdicts)
    already = _already(firms, of_register, verdicts, exhibitors, first)
    known = companies(reader, fair, set(already.values()))
    settled = []
    for key, firm in firms.items():
        asked_pairs = tuple(
            pair
            for pair in (*of_register.get(key, ()), *among.get(key, ()))
            if pair.verdict == "ask" and not (pair.kept and pair.kept.key in already)
        )
        plain = Settled(firm, "ask" if asked_pairs else "new", pairs=asked_pairs)
        if key in already:
            plain = Settled(firm, "exhibitor", known.get(already[key]))
        elif first[key] != key:
            plain = Settled(firm, "same", same_as=firms[first[key]])
        settled.append(plain)
    return tuple(settled)


def decide(
    store: Store, fair: str, pair: tuple[str, str], verdict: Literal["same", "different"], who: str
) -> None:
    """Keep what somebody said of a prospect and another firm; what was said before is taken
    back.
    """
    take_back(store, fair, pair, who)
    store.write(DECIDE, fair=fair, prospect=pair[0], other=pair[1], verdict=verdict, actor=who)


def take_back(store: Store, fair: str, pair: tuple[str, str], who: str) -> None:
    """The pair is asked about again, or is what its names say."""
    store.write(TAKE_BACK, fair=fair, prospect=pair[0], other=pair[1], actor=who)


def _verdicts(reader: Reader, fair: str) -> Verdicts:
    rows = reader.rows(statement(__package__ or "", "prospect_answers"), fair=fair)
    return {(row["prospect_key"], row["other_id"]): row["verdict"] for row in rows}


def _exhibitors(reader: Reader, fair: str) -> dict[str, str]:
    rows = reader.rows(statement(__package__ or "", "keys"), fair=fair)
    return {row["exhibitor_key"]: row["exhibitor_id"] for row in rows}


def _open_pairs(
    pairs: Iterable[Match], verdicts: Verdicts, exhibitors: dict[str, str]
) -> dict[str, list[Match]]:
    """Prospect -> its pairs that nobody said to be two firms. A firm asked about needs no question
    once somebody said which one it is.
    """
    open_pairs: dict[str, list[Match]] = {}
    for pair in pairs:
        other = _other(pair, exhibitors)
        verdict = verdicts.get((pair.name.key, other)) if other else "different"
        if verdict != "different":
            settled = replace(pair, verdict="automatic") if verdict == "same" else pair
            open_pairs.setdefault(pair.name.key, []).append(settled)
    return open_pairs


def _other(pair: Match, exhibitors: dict[str, str]) -> str:
    key = pair.kept.key if pair.kept else ""
    return key if key.startswith("p:") else exhibitors.get(key, "")


def _first_of_each(
    firms: dict[str, Prospect], among: dict[str, list[Match]], verdicts: Verdicts
) -> dict[str, str]:
    """Prospect -> the earliest entered prospect that is the same firm."""
    first = {key: key for key in firms}
    links = [
        (key, pair.kept.key)
        for key, pairs in among.items()
        for pair in pairs
        if pair.kept and pair.verdict == "automatic"
    ]
    links += [pair for pair, verdict in verdicts.items() if verdict == "same"]
    places = {key: place for place, key in enumerate(firms)}
    for link in links:
        if first.keys() >= set(link):
            ends = sorted((_end(key, first) for key in link), key=places.__getitem__)
            first[ends[1]] = ends[0]
    return {key: _end(key, first) for key in firms}


def _end(key: str, first: dict[str, str]) -> str:
    while first[key] != key:
        key = first[key]
    return key


def _already(
    firms: dict[str, Prospect],
    of_register: dict[str, list[Match]],
    verdicts: Verdicts,
    exhibitors: dict[str, str],
    first: dict[str, str],
) -> dict[str, str]:
    """Prospect -> the exhibitor it is, by its own names or by those of a prospect that is the same
    firm.
    """
    ids = frozenset(exhibitors.values())
    answered = {
        prospect: other
        for (prospect, other), verdict in verdicts.items()
        if verdict == "same" and other in ids
    }
    is_of: dict[str, str] = {}
    for key in firms:
        sure = (
            _other(pair, exhibitors)
            for pair in of_register.get(key, ())
            if pair.verdict == "automatic"
        )
        if exhibitor := answered.get(key) or next(sure, ""):
            is_of[first[key]] = exhibitor
    return {key: is_of[first[key]] for key in firms if first[key] in is_of}


def counts_by_list(settled: Iterable[Settled]) -> list[dict[str, Any]]:
    """One row per list with somebody on it: how many firms, by what they are. A firm on two lists
    counts in both; two spellings of one firm count once.
    """
    rows: dict[str, dict[str, Any]] = {}
    for firm in settled:
        for key in firm.prospect.prospect_lists or ("",):
            row = rows.setdefault(
                key, {"key": key, "firms": 0, "exhibitor": 0, "ask": 0, "same": 0, "new": 0}
            )
            row["firms"] += 1
            row[firm.state] += 1
    return list(rows.values())
