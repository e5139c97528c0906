"""What earlier files of the fair meant by the same headers."""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.intake.cells.amount_unit import header_says
from analytics.intake.cells.counted_moment import COUNTED
from analytics.intake.cells.digit_grouping import ASK
from analytics.intake.cells.text_keys import header_key
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import holds, is_much_wider
from analytics.intake.table.inspection import ColumnSeen, Inspection, signature

ALIKE = 0.75
FEWEST_USED = 3
CODE_NAME = re.compile(r"q?\d*[a-z]?\d*")


def earlier_uses(inspection: Inspection, known: Known, kind: str) -> dict[str, ColumnUse]:
    """Header -> meaning, from the earlier file of this kind most of whose used columns are here;
    the newest among equals.

    Where few are, only those that say something by themselves are trusted: Q8A of one year is not
    Q8A of the next.
    """
    names = signature(inspection.names)
    best: dict[str, ColumnUse] = {}
    best_share = 0.0
    for mapping in _mappings(known, kind):
        share = _share_here(mapping, names)
        if share > best_share:
            best = {header_key(use.column): use for use in mapping.columns}
            best_share = share
    if best_share >= ALIKE:
        return {key: use for key, use in best.items() if key in names}
    telling = {
        key: use
        for key, use in best.items()
        if key in names and is_telling(key) and use.target != "ignore"
    }
    return {key: replace(use, doubt="from_earlier") for key, use in telling.items()}


def _share_here(mapping: Mapping, names: frozenset[str]) -> float:
    """The share of the columns an earlier file used that are among these names."""
    used = {header_key(use.column) for use in mapping.columns if use.target != "ignore"}
    return len(names & used) / len(used) if len(used) >= FEWEST_USED else 0.0


def _mappings(known: Known, kind: str) -> list[Mapping]:
    """Earlier mappings of a kind."""
    return [mapping for mapping in known.earlier if mapping.kind == kind]


def newest_mapping(known: Known, kind: str) -> Mapping | None:
    """That of the fair's latest file of this kind."""
    return next(iter(_mappings(known, kind)), None)


def agreed_before(known: Known, kind: str) -> set[str]:
    """The keys of the doubts that a person said yes to of earlier files of this kind."""
    return {key for mapping in _mappings(known, kind) for key in mapping.agreed}


def share_known(inspection: Inspection, known: Known, kind: str) -> float:
    """The largest share of the columns that an earlier file of this kind used and that are here."""
    names = signature(inspection.names)
    return max((_share_here(mapping, names) for mapping in _mappings(known, kind)), default=0.0)


def is_telling(key: str) -> bool:
    """Does a header say something by itself: Q8A does not."""
    return not CODE_NAME.fullmatch(key) and len(key) >= (2 if not key.isascii() else 5)


def refitted(earlier: ColumnUse | None, fresh: ColumnUse, column: ColumnSeen) -> ColumnUse:
    """An earlier file says what a column means; this file's own cells say how it is written."""
    if earlier is None:
        return fresh
    is_same = (earlier.target, earlier.key, earlier.dimension) == (
        fresh.target,
        fresh.key,
        fresh.dimension,
    )
    use = replace(
        earlier,
        column=column.name,
        separator=column.separator or earlier.separator,
        unit=_unit(earlier, fresh),
        currency=fresh.currency or earlier.currency,
        grouping=column.grouping if column.grouping != ASK else earlier.grouping,
        date_order=_date_order(earlier, fresh, column),
        doubt="" if is_same else earlier.doubt,
    )
    if use.is_rating and (fresh.is_reversed or earlier.is_reversed):
        use = _direction(use, fresh)
    stated = read_question(column.name).scale if use.is_rating else None
    if stated and stated != use.scale:
        return replace(use, scale=stated, missing=fresh.missing, words=(), doubt=fresh.doubt)
    if use.scale is None:
        return use
    is_as_before = use.scale == fresh.scale or not is_much_wider(column, use.scale)
    if is_as_before and holds(column, use.scale, use.missing):
        return use
    return replace(
        use,
        scale=fresh.scale or use.scale,
        missing=fresh.missing,
        doubt=fresh.doubt if fresh.doubt in BLOCKING else "scale_changed",
    )


def _date_order(earlier: ColumnUse, fresh: ColumnUse, column: ColumnSeen) -> str:
    """What this file's dates prove; moments that a program counted are told by this file alone."""
    if fresh.date_order in COUNTED or column.date_order not in ("", "ask"):
        return fresh.date_order or column.date_order
    return "" if earlier.date_order in COUNTED else earlier.date_order


def _unit(earlier: ColumnUse, fresh: ColumnUse) -> float:
    """What this file says its numbers are in, else what a person said of the same header, else what
    the earlier file said.
    """
    header = header_says(fresh.column)
    if earlier.column == fresh.column and fresh.unit in (0, 1):
        return earlier.unit
    if header.is_unclear or fresh.unit != 1 or fresh.currency:
        return fresh.unit
    return header.multiple if header.is_said else earlier.unit


def _direction(use: ColumnUse, fresh: ColumnUse) -> ColumnUse:
    """Which end is good may change between editions: what this header says wins, and where the two
    differ a person looks.
    """
    is_agreed = use.is_reversed == fresh.is_reversed
    return replace(use, is_reversed=True, doubt=use.doubt if is_agreed else "reversed")
