"""The confirm queue of a fair: which exhibitors may be one firm, what people said, and what a merge
does to retention.

`suspected_pairs` compares every name of the register (seconds for thousands) and changes with
imports only; `pending` leaves out what was answered since, and is quick. A pair taken
automatically is a merge like any other: seen in `merges`, undone by `Store.unmerge`, and from then
on asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import nan
from typing import Any

from analytics.matching.pairs import CompanyNames, Match, duplicates
from analytics.store import Reader, Store
from analytics.study import statement

AUTOMATIC_ACTOR = "automatic"
COUNTS = ("exhibitors", "repeaters", "previous", "came_back")
Compare = Callable[[list[CompanyNames]], list[Match]]


@dataclass(frozen=True)
class Decision:
    """What somebody said of two exhibitors: 'same' (then `merge_id` joins them) or 'different'."""

    decision_id: int
    kept_key: str
    other_key: str
    verdict: str
    merge_id: int | None
    actor: str
    made_at: datetime


@dataclass(frozen=True)
class Merge:
    """Two keys of one exhibitor; `actor` is AUTOMATIC_ACTOR where the names alone joined them."""

    merge_id: int
    kept_key: str
    merged_key: str
    actor: str
    made_at: datetime


@dataclass(frozen=True)
class Loyalty:
    """Exhibitors of the last edition on file, those of them seen before, those of the edition
    before it, those who came back.
    """

    exhibitors: int
    repeaters: int
    previous: int
    came_back: int

    @property
    def repeat_share(self) -> float:
        """Seen before ÷ here now."""
        return self.repeaters / self.exhibitors if self.exhibitors else nan

    @property
    def retention(self) -> float:
        """Here now and last time ÷ here last time."""
        return self.came_back / self.previous if self.previous else nan


@dataclass(frozen=True)
class Effect:
    """What a merge would change at the last edition on file."""

    edition_id: str
    before: Loyalty
    after: Loyalty


def _rows(reader: Reader, name: str, **values: Any) -> list[dict[str, Any]]:
    """The rows that `name`.sql gives."""
    return reader.rows(statement(__package__ or "", name), **values)


def register(reader: Reader, fair: str) -> list[CompanyNames]:
    """Every exhibitor with all names its register rows give; those with a code, then those seen
    most often, come first.
    """
    rows = _rows(reader, "register", fair=fair)
    return [
        CompanyNames(row["exhibitor_id"], row["name"], tuple(row["others"] or ())) for row in rows
    ]


def state(reader: Reader, fair: str) -> tuple[int, int, int]:
    """What the suspected pairs depend on: as long as this stays, so do they. A merge only takes
    pairs away, its undoing adds.
    """
    row = _rows(reader, "state", fair=fair)[0]
    return row["newest"], row["imports"], row["undone"]


def suspected_pairs(reader: Reader, fair: str, compare: Compare = duplicates) -> tuple[Match, ...]:
    """Every pair of exhibitors that may be one firm, the surest first. Two codes are never joined
    without being asked.
    """
    return tuple(_asked_where_coded(match) for match in compare(register(reader, fair)))


def _keys(match: Match) -> tuple[str, str]:
    return match.name.key, match.kept.key if match.kept else ""


def _asked_where_coded(match: Match) -> Match:
    if match.verdict == "automatic" and all(key.startswith("c:") for key in _keys(match)):
        return replace(match, verdict="ask", reasons=("two_codes", *match.reasons))
    return match


def pending(reader: Reader, fair: str, pairs: Iterable[Match] | None = None) -> tuple[Match, ...]:
    """The pairs nobody has answered yet, of the suspected ones or of `pairs`."""
    answers = _rows(reader, "answered", fair=fair)
    is_final = {frozenset((row["kept_id"], row["other_id"])): row["is_final"] for row in answers}
    exhibitors = {
        row["exhibitor_key"]: row["exhibitor_id"] for row in _rows(reader, "keys", fair=fair)
    }
    open_pairs: dict[frozenset[str], Match] = {}
    for match in suspected_pairs(reader, fair) if pairs is None else pairs:
        pair = frozenset(exhibitors.get(key, "") for key in _keys(match))
        if len(pair) == 2 and "" not in pair and not is_final.get(pair, False):
            open_pairs.setdefault(
                pair, replace(match, verdict="ask") if pair in is_final else match
            )
    return tuple(open_pairs.values())


def take_automatic(store: Store, fair: str, pairs: Sequence[Match] | None = None) -> list[int]:
    """Merge what needs no question, in one transaction; the numbers of the merges."""
    with store.reader() as reader:
        sure = [match for match in pending(reader, fair, pairs) if match.verdict == "automatic"]
    keys = [(match.kept.key, match.name.key) for match in sure if match.kept]
    return store.merge_all(fair, keys, AUTOMATIC_ACTOR) if keys else []


def answer(store: Store, fair: str, pair: Match, actor: str, *, is_same: bool) -> int:
    """Remember what somebody said of a pair, and merge it if it is one firm. The decision's number,
    for `Store.undo_decision`.
    """
    if pair.kept is None:
        raise ValueError("a name that stays apart is no pair")
    return store.decide(fair, pair.kept.key, pair.name.key, actor, is_same=is_same)


def decisions(reader: Reader, fair: str) -> tuple[Decision, ...]:
    """What people said and did not take back, newest first."""
    return tuple(Decision(**row) for row in _rows(reader, "decisions", fair=fair))


def merges(reader: Reader, fair: str) -> tuple[Merge, ...]:
    """The merges that stand, newest first."""
    return tuple(Merge(**row) for row in _rows(reader, "merges", fair=fair))


def effect_on_retention(reader: Reader, fair: str, pair: Match) -> Effect | None:
    """Retention and repeat share of the last edition on file, as they are and as they would be;
    None without an edition.
    """
    values = {"fair": fair, "kept": pair.kept.key if pair.kept else "", "merged": pair.name.key}
    rows = _rows(reader, "effect", **values)
    if not rows:
        return None
    edition_id = rows[0]["edition_id"]
    before, after = (Loyalty(*(row[name] for name in COUNTS)) for row in rows)
    return Effect(edition_id, before, after)
