"""The confirm queue of a fair: which exhibitors may be one firm, what people said, and what a merge
does to retention.

`found` compares every name of the register (seconds for thousands) and changes with imports only;
`pending` leaves out what was answered since, and is quick. A pair taken automatically is a merge
like any other: seen in `merges`, undone by `Store.unmerge`, and from then on asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import nan

from analytics.matching.pairs import Match, Named, duplicates
from analytics.store import Reader, Store
from analytics.study import statement

AUTOMATIC_ACTOR = "automatic"
Compare = Callable[[list[Named]], list[Match]]
STATE = """-- one row: the live imports of a fair, told by their number and the newest, and the merges taken back
select
    coalesce(max(i.import_id), 0) as newest,
    count(*) as imports,
    (select count(*) from merges where fair_id = $fair and undone_at is not null) as undone
from live_imports as i
where i.fair_id = $fair
"""
DECISIONS = """-- one row per decision of a fair, newest first
select decision_id, kept_key, other_key, verdict, merge_id, actor, made_at
from match_decisions
where fair_id = $fair and undone_at is null
order by decision_id desc
"""
MERGES = """-- one row per merge of a fair that stands, newest first
select merge_id, kept_key, merged_key, actor, made_at
from merges
where fair_id = $fair and undone_at is null
order by merge_id desc
"""


@dataclass(frozen=True)
class Decision:
    """What somebody said of two exhibitors: `verdict` is 'same' (then `merge_id` joins them) or
    'different'.
    """

    decision_id: int
    kept_key: str
    other_key: str
    verdict: str
    merge_id: int | None
    actor: str
    made_at: datetime


@dataclass(frozen=True)
class Merge:
    """Two keys that lead to one exhibitor, and who joined them; `AUTOMATIC_ACTOR` where the names
    alone did.
    """

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


def register(reader: Reader, fair: str) -> list[Named]:
    """Every exhibitor with all names its register rows give; those with a code, then those seen
    most often, come first.
    """
    rows = reader.rows(statement(__package__ or "", "register"), fair=fair)
    return [Named(row["exhibitor_id"], row["name"], tuple(row["others"] or ())) for row in rows]


def state(reader: Reader, fair: str) -> tuple[int, int, int]:
    """What the pairs `found` depend on: as long as this stays, so do they. A merge only takes pairs
    away, its undoing adds.
    """
    row = reader.rows(STATE, fair=fair)[0]
    return row["newest"], row["imports"], row["undone"]


def found(reader: Reader, fair: str, compare: Compare = duplicates) -> tuple[Match, ...]:
    """Every pair of exhibitors that may be one firm, the surest first. Two codes are never joined
    without being asked.
    """
    return tuple(_asked_where_coded(match) for match in compare(register(reader, fair)))


def _asked_where_coded(match: Match) -> Match:
    keys = (match.name.key, match.kept.key if match.kept else "")
    if match.verdict == "automatic" and all(key.startswith("c:") for key in keys):
        return replace(match, verdict="ask", reasons=("two_codes", *match.reasons))
    return match


def pending(reader: Reader, fair: str, pairs: Iterable[Match] | None = None) -> tuple[Match, ...]:
    """The pairs nobody has answered yet; `pairs` is what `found` gave, where the caller
    keeps it.
    """
    looked_at = found(reader, fair) if pairs is None else tuple(pairs)
    answered = reader.rows(statement(__package__ or "", "answered"), fair=fair)
    said = {frozenset((row["one"], row["other"])): row["is_final"] for row in answered}
    now = {
        row["exhibitor_key"]: row["exhibitor_id"]
        for row in reader.rows(statement(__package__ or "", "keys"), fair=fair)
    }
    left: dict[frozenset[str], Match] = {}
    for match in looked_at:
        pair = frozenset(
            now.get(key, "") for key in (match.name.key, match.kept.key if match.kept else "")
        )
        if len(pair) == 2 and "" not in pair and not said.get(pair, False):
            left.setdefault(pair, replace(match, verdict="ask") if pair in said else match)
    return tuple(left.values())


def take_automatic(store: Store, fair: str, pairs: Sequence[Match] | None = None) -> list[int]:
    """Merge what needs no question, in one transaction; the numbers of the merges."""
    with store.reader() as reader:
        sure = [match for match in pending(reader, fair, pairs) if match.verdict == "automatic"]
    joined = [(match.kept.key, match.name.key) for match in sure if match.kept]
    return store.merge_all(fair, joined, AUTOMATIC_ACTOR) if joined else []


def answer(store: Store, fair: str, pair: Match, actor: str, *, is_same: bool) -> int:
    """Remember what somebody said of a pair, and merge it if it is one firm. The decision's number,
    for `Store.undo_decision`.
    """
    if pair.kept is None:
        raise ValueError("a name that stays apart is no pair")
    return store.decide(fair, pair.kept.key, pair.name.key, actor, is_same=is_same)


def decisions(reader: Reader, fair: str) -> tuple[Decision, ...]:
    """What people said and did not take back, newest first."""
    return tuple(Decision(**row) for row in reader.rows(DECISIONS, fair=fair))


def merges(reader: Reader, fair: str) -> tuple[Merge, ...]:
    """The merges that stand, newest first."""
    return tuple(Merge(**row) for row in reader.rows(MERGES, fair=fair))


def effect_on_retention(reader: Reader, fair: str, pair: Match) -> Effect | None:
    """Retention and repeat share of the last edition on file, as they are and as they would be;
    None without an edition.
    """
    values = {"fair": fair, "kept": pair.kept.key if pair.kept else "", "merged": pair.name.key}
    rows = reader.rows(statement(__package__ or "", "effect"), **values)
    if not rows:
        return None
    before, after = (
        Loyalty(row["exhibitors"], row["repeaters"], row["previous"], row["came_back"])
        for row in rows
    )
    return Effect(rows[0]["edition_id"], before, after)
