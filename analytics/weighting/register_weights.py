"""How often does an answer count, so that the answers of an edition stand for its register?

Method: raking of all answers of an edition to the industries and regions of its register, small
groups put together (`pooled_groups`), weights between 0.3 and 3 on average 1 (`stats.raking`). A
weight belongs to the answer, not to the question asked of it: filters choose among weighted answers
and never move a weight. Where files weight their answers themselves (`own_weights`), raking begins
from these: what is found here multiplies them. Answers that name no industry or region of the
register keep weight 1. Assumption: within a cell those who answered are like those who did not;
exhibitors whose group the register does not know are spread like the others. Source: Deming &
Stephan 1940; Deville & Särndal 1992; Kish 1965.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby, product
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal

from analytics.errors import CannotWeight
from analytics.stats.mean import effective_n
from analytics.study import statement
from analytics.weighting.pooled_groups import Groups, can_weight, pooled

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader

FIELDS = ("industry", "region")
Reason = Literal["", "register", "groups", "converge"]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EditionWeights:
    """The answers of one edition. `why_not`: '' where they are weighted, else why all count alike.

    `outside` answers name no group of the register and keep weight 1. `cells`: weight by industry
    and region ('' not known).
    """

    edition: str
    zh: str
    en: str
    n: int
    n_eff: float
    outside: int = 0
    fields: tuple[str, ...] = ()
    is_cut: bool = False
    cells: Mapping[tuple[str, str], float] = field(default_factory=dict)
    why_not: Reason = ""


@dataclass(frozen=True, eq=False)
class Weights:
    """Every edition of a fair with answers, oldest first."""

    editions: tuple[EditionWeights, ...]

    @cached_property
    def table(self) -> dict[str, list[Any]]:
        """As the facts read it: `weights` by edition, industry and region, the last one running
        fastest; None where it is 1.
        """
        by_cell = {
            (edition.edition, *cell): weight
            for edition in self.editions
            for cell, weight in edition.cells.items()
        }
        editions, industries, regions = (
            sorted({key[place] for key in by_cell}) for place in range(3)
        )
        weights = [by_cell.get(key) for key in product(editions, industries, regions)]
        return {
            "editions": editions,
            "industries": industries,
            "regions": regions,
            "weights": weights,
        }

    def among(self, editions: Sequence[str]) -> tuple[EditionWeights, ...]:
        """Those chosen; all where none is named."""
        return tuple(
            edition for edition in self.editions if not editions or edition.edition in editions
        )


def read_weights(reader: Reader, filters: Filters) -> Weights:
    """Weights of the whole fair. Raises CannotWeight for visitors, and where no chosen edition with
    answers can be weighted.
    """
    if filters.audience != "exhibitor":
        raise CannotWeight("visitors")
    whole = replace(filters, editions=(), industries=(), regions=(), profile=(), segment=None)
    rows = reader.rows(statement(__package__, "cells"), slice=whole.slice())
    by_edition = groupby(rows, key=itemgetter("edition_id"))
    editions = [_edition(list(cells)) for _, cells in by_edition]
    weights = Weights(tuple(edition for edition in editions if edition.n))
    chosen = weights.among(filters.editions)
    if chosen and all(edition.why_not for edition in chosen):
        raise CannotWeight(chosen[-1].why_not, chosen[-1].zh, chosen[-1].en)
    return weights


def _edition(rows: list[Row]) -> EditionWeights:
    n = sum(row["responses"] for row in rows)
    weight, squares = (sum(row[name] for row in rows) for name in ("weight", "weight_squares"))
    plain = EditionWeights(
        rows[0]["edition_id"],
        rows[0]["name_zh"],
        rows[0]["name_en"],
        n,
        effective_n(weight, squares),
    )
    if not any(row["exhibitors"] for row in rows):
        return replace(plain, why_not="register")
    usable = tuple(field for field in FIELDS if _is_known(field, rows))
    tries = [fields for fields in dict.fromkeys((usable, usable[:1], usable[1:])) if fields]
    reason: Reason = "groups"
    for fields in tries:
        placed = _placed(rows, fields)
        groups = {field: pooled(_by_group(placed, field, "responses")) for field in fields}
        if all(can_weight(group) for group in groups.values()):
            raked = _raked(plain, rows, placed, groups)
            if raked:
                return raked
            reason = "converge"
    return replace(plain, why_not=reason)


def _is_known(field: str, rows: list[Row]) -> bool:
    """Whether the register knows this of half its exhibitors, and of half the answers a group that
    is on it.
    """
    return all(
        2 * sum(row[of] for row in _placed(rows, (field,))) >= sum(row[of] for row in rows)
        for of in ("exhibitors", "responses")
    )


def _placed(rows: list[Row], fields: tuple[str, ...]) -> list[Row]:
    """Cells whose groups are all on the register."""
    known = {field: {row[field] for row in rows if row["exhibitors"]} - {None} for field in fields}
    return [row for row in rows if all(row[field] in known[field] for field in fields)]


def _by_group(rows: list[Row], field: str, of: str) -> dict[str, int]:
    counted: dict[str, int] = {}
    for row in rows:
        counted[row[field]] = counted.get(row[field], 0) + row[of]
    return counted


def _raked(
    plain: EditionWeights, rows: list[Row], placed: list[Row], groups: Mapping[str, Groups]
) -> EditionWeights | None:
    """None where no weights match the register."""
    from analytics.stats.raking import CannotRake, rake

    answering = [row for row in placed if row["responses"]]
    codes = [[_code(row[field], groups[field]) for field in groups] for row in answering]
    targets = [_targets(placed, field, groups[field]) for field in groups]
    sizes = [row["weight"] for row in answering]
    try:
        raked = rake(codes, sizes, targets)
    except CannotRake:
        return None
    weights = [float(weight) for weight in raked.relative]
    by_cell = list(zip(answering, weights, strict=True))
    alone = [row for row in rows if row["responses"] and row not in answering]
    total = sum(row["weight"] * weight for row, weight in by_cell)
    squares = sum(row["weight_squares"] * weight * weight for row, weight in by_cell)
    total += sum(row["weight"] for row in alone)
    squares += sum(row["weight_squares"] for row in alone)
    cells = {(row["industry"] or "", row["region"] or ""): weight for row, weight in by_cell}
    return replace(
        plain,
        n_eff=effective_n(total, squares),
        outside=sum(row["responses"] for row in alone),
        fields=tuple(groups),
        is_cut=raked.is_cut,
        cells=cells,
    )


def _code(key: str, groups: Groups) -> int:
    large, _ = groups
    return large.index(key) if key in large else len(large)


def _targets(placed: list[Row], field: str, groups: Groups) -> list[int]:
    large, small = groups
    exhibitors = _by_group(placed, field, "exhibitors")
    own = [exhibitors.get(key, 0) for key in large]
    return [*own, sum(exhibitors.get(key, 0) for key in small)] if small else own
