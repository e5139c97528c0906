"""How satisfied are those who wrote of a theme, against all others who answered?

Method: sums over writers, and over everybody less the writers; Welch's t, Holm over the themes.
Assumption: answers are independent. Source: Welch 1947.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan
from typing import TYPE_CHECKING

from analytics.stats.mean import Difference, MeanEstimate, difference, mean_interval
from analytics.stats.multiplicity import holm
from analytics.stats.suppression import NEVER_BELOW
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.comments.written import Written
    from analytics.filters import Filters
    from analytics.store import Reader
    from analytics.studies.voices.compute_shares import Counted, Line


@dataclass(frozen=True, slots=True)
class Rated:
    """A theme whose writers rated overall: means as places from 0 to 1, and their difference."""

    line: Line
    writers: MeanEstimate
    others: MeanEstimate
    gap: Difference
    p: float = nan


@dataclass(frozen=True, slots=True)
class Writers:
    """`rated` from the least satisfied writers up; `responses`: all who answered at the edition."""

    rated: tuple[Rated, ...]
    responses: int


@dataclass(frozen=True, slots=True)
class _Sums:
    n: int
    total: float
    squares: float

    @property
    def estimate(self) -> MeanEstimate:
        if self.n < 2:
            return mean_interval(self.n, self.total if self.n else 0.0, 0.0)
        spread = max(0.0, self.squares - self.total**2 / self.n) / (self.n - 1)
        return mean_interval(self.n, self.total / self.n, spread)


def read_writers(
    reader: Reader, filters: Filters, written: Written, themes: Counted, edition: str
) -> Writers:
    """Themes of comments with at least five writers, and five others, who rated overall."""
    totals = reader.rows(statement(__package__, "totals"), slice=_at(filters, edition))
    if not totals:
        return Writers((), 0)
    everybody = _Sums(totals[0]["n"], totals[0]["total"], totals[0]["squares"])
    texts = written.texts
    own = texts[(texts["source"] == "comment") & (texts["edition_id"] == edition)]
    rated = [
        part
        for line in themes.lines
        if (part := _rated(line, _places(written, own, line.key), everybody))
    ]
    adjusted = holm([part.gap.p for part in rated]).p
    with_p = [replace(part, p=float(p)) for part, p in zip(rated, adjusted, strict=True)]
    ranked = tuple(sorted(with_p, key=lambda part: part.gap.difference))
    return Writers(ranked, totals[0]["responses"])


def _at(filters: Filters, edition: str) -> dict[str, object]:
    return filters.slice() | {"editions": [edition]}


def _places(written: Written, own: pd.DataFrame, theme: str) -> pd.Series:
    """The overall ratings of those whose comment names a theme."""
    names_it = written.named.loc[written.named["theme"] == theme, "text"]
    return own.loc[own.index.isin(names_it), "overall"].dropna()


def _rated(line: Line, places: pd.Series, everybody: _Sums) -> Rated | None:
    sums = _Sums(len(places), float(places.sum()), float((places**2).sum()))
    rest = _Sums(
        everybody.n - sums.n, everybody.total - sums.total, everybody.squares - sums.squares
    )
    if min(sums.n, rest.n) < NEVER_BELOW:
        return None
    writers, others = sums.estimate, rest.estimate
    return Rated(line, writers, others, difference(writers, others))
