"""Questions taken as those of an earlier file, pair by pair: joined, or parted again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analytics.intake.mapping import mapping_table
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.doubt import Doubt
from analytics.intake.mapping.renamed_questions import BETWEEN, RENAMED
from analytics.intake.table.inspection import ColumnSeen


@dataclass(frozen=True)
class RenamedPair:
    """`column` of this file continues `earlier` of the fair's last one. `is_sure`: only said, not
    asked.
    """

    column: str
    earlier: str
    is_sure: bool


def renamed_pairs(mapping: Mapping) -> tuple[RenamedPair, ...]:
    """The pairs that nobody has settled yet, those that are asked first."""
    return tuple(sorted(_pairs(mapping), key=lambda pair: pair.is_sure))


def _pairs(mapping: Mapping) -> Iterator[RenamedPair]:
    for doubt in mapping.doubts:
        if doubt.reason == RENAMED:
            earlier = doubt.details.get("earlier", "").split(BETWEEN)
            for column, name in zip(doubt.columns, earlier, strict=False):
                yield RenamedPair(column, name, doubt.weight == "note")


def joined(mapping: Mapping, pair: RenamedPair) -> Mapping:
    """After a person said that both are one question."""
    agreed = Doubt(RENAMED, (pair.column,)).key
    return replace(_without(mapping, pair), agreed=(*mapping.agreed, agreed))


def parted(mapping: Mapping, pair: RenamedPair, column: ColumnSeen) -> Mapping:
    """After a person said that these are two: a question of its own, named by its own header."""
    fresh = mapping_table.anew(mapping.use(pair.column).target, column)
    return _without(mapping, pair).with_use(_named_as(mapping.use(pair.column), fresh))


def _named_as(use: ColumnUse, fresh: ColumnUse) -> ColumnUse:
    """The scale and the words stay as they were settled."""
    return replace(
        use, key="", dimension=fresh.dimension, name_zh=fresh.name_zh, name_en=fresh.name_en
    )


def _without(mapping: Mapping, pair: RenamedPair) -> Mapping:
    """The pair is settled; the others of its question stay open."""
    doubts = [
        _less(doubt, pair) if doubt.reason == RENAMED and pair.column in doubt.columns else doubt
        for doubt in mapping.doubts
    ]
    left = (doubt for doubt in doubts if doubt.columns or doubt.reason != RENAMED)
    return replace(mapping, doubts=tuple(left))


def _less(doubt: Doubt, pair: RenamedPair) -> Doubt:
    earlier = doubt.details.get("earlier", "").split(BETWEEN)
    rest = [
        (column, name)
        for column, name in zip(doubt.columns, earlier, strict=False)
        if column != pair.column
    ]
    details = doubt.details | {"earlier": BETWEEN.join(name for _, name in rest)}
    return replace(doubt, columns=tuple(column for column, _ in rest), details=details)
