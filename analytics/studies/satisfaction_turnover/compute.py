"""Does satisfaction go with turnover? Once between editions, once between exhibitors of the same
edition.

Method: `compute_across_editions` sets the editions' mean overall satisfaction against their
turnover; `compute_across_exhibitors` each exhibitor's own rating against the turnover it declared,
both as differences from their edition. Assumption: what was declared is comparable across editions;
an association is no cause. Source: Fisher 1921; Granger & Newbold 1974; Pyper & Peterman 1998.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analytics.errors import Fault, NotEnough, NothingChosen, NoVariation
from analytics.figures.small_bases import smallest
from analytics.ratings.populations import read_populations
from analytics.ratings.scale import Scale, common
from analytics.ratings.sums import read_sums
from analytics.studies.satisfaction_turnover.compute_across_editions import (
    EDITIONS_NEEDED,
    EditionLink,
    edition_link,
    levels_of,
    tabulate,
    turnover_source,
)
from analytics.studies.satisfaction_turnover.compute_across_exhibitors import (
    ExhibitorLink,
    Matching,
    exhibitor_link,
)
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.store import Reader

MOST_STEPS = 10


@dataclass(frozen=True, eq=False)
class SatisfactionTurnover:
    """`editions`: one row per held edition chosen (edition_id, number, year, name_zh, name_en, n,
    mean, low, high, turnover, is_used, r_without); `source` says whether turnover is 'declared' for
    the edition or 'summed' over its exhibitors.

    `is_of_this_fair`: intervals of means are of each edition's own exhibitors. `link` is None
    below 3 usable editions, `exhibitors` None below 10 matched exhibitors or for visitors.
    """

    editions: pd.DataFrame
    scale: Scale
    source: str
    currency: str
    is_one_currency: bool
    link: EditionLink | None
    matching: Matching | None
    exhibitors: ExhibitorLink | None
    is_narrowed: bool
    is_of_this_fair: bool

    @property
    def editions_found(self) -> int:
        """Editions with both satisfaction and turnover."""
        return int(self.editions["is_used"].sum())


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> SatisfactionTurnover:
    """Raises NothingChosen without any rating or turnover, NotEnough or NoVariation when nothing
    can be compared.
    """
    values: dict[str, Any] = {
        "slice": filters.slice(),
        "fair": filters.fair,
        "audience": filters.audience,
        "editions": list(filters.editions) or None,
    }
    held = reader.frame(statement(__package__, "editions"), **values)
    if not held["n"].sum():
        raise NothingChosen("answers")
    scale = _scale(held)
    is_narrowed = bool(filters.industries or filters.regions or filters.segment)
    source = turnover_source(held, options.get("turnover", "auto"), is_narrowed)
    populations = read_populations(reader, filters, options["stands_for"])
    sums = read_sums(reader, filters, held["edition_id"].tolist())
    levels = levels_of(held, sums, scale, populations, smallest(options))
    editions = tabulate(held, levels, source)
    matching, exhibitors = (
        _exhibitors(reader, values, scale) if filters.audience == "exhibitor" else (None, None)
    )
    link = edition_link(editions)
    if link is None and exhibitors is None:
        raise _too_few(held, editions)
    if link is None and exhibitors and not exhibitors.can_compare:
        raise NoVariation("exhibitors")
    currencies = held.loc[held["currency"] != "", "currency"]
    currency = str(currencies.iloc[-1]) if len(currencies) else ""
    return SatisfactionTurnover(
        editions,
        scale,
        source,
        currency,
        currencies.nunique() < 2,
        link,
        matching,
        exhibitors,
        is_narrowed,
        any(level.population for level in levels),
    )


def _too_few(held: pd.DataFrame, editions: pd.DataFrame) -> Fault:
    if not (held[["declared", "summed"]].astype(float) > 0).any(axis=None):
        return NothingChosen("turnover")
    return NotEnough("turnovers", EDITIONS_NEEDED, int(editions["is_used"].sum()))


def _scale(held: pd.DataFrame) -> Scale:
    asked = held.loc[held["n"] > 0, ["scale_min", "scale_max"]].dropna()
    return common(Scale(float(low), float(high)) for low, high in asked.itertuples(index=False))


def _exhibitors(
    reader: Reader, values: dict[str, Any], scale: Scale
) -> tuple[Matching, ExhibitorLink | None]:
    steps = MOST_STEPS if scale.span > MOST_STEPS else max(1, round(scale.span))
    matching = Matching(**reader.rows(statement(__package__, "matching"), **values)[0])
    cells = reader.frame(statement(__package__, "exhibitors"), **values, steps=steps)
    return matching, exhibitor_link(cells, scale, steps)
