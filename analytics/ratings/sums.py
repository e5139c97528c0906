"""Sums from the facts, turned into means with intervals.

Method: a mean is total / answers over respondents, each counting once in the error whatever number
of answers he gave: the linearised ratio error of `stats.mean.weighted_mean` with a respondent's
number of answers as his weight. Exhibitors that answered several times at an edition count once in
the error as well, all their answers taken together (`repeated.sql`). Assumption: exhibitors (and
whoever leads to none) answer independently of each other; their own ratings need not be. Source:
Cochran 1977, Sampling Techniques (ratio estimator); Lumley 2010.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

from analytics.filters import Filters
from analytics.stats.mean import MeanEstimate, effective_n, weighted_mean
from analytics.store import Reader
from analytics.study import statement

DIMENSION_MEANS = ("score", "*dimensions")
POOLED = ("score", "*pooled")
OVERALL = ("measure", "overall")
IN_CUBES = ("", "industry", "region")


@dataclass(frozen=True, slots=True)
class Sums:
    """Over respondents: how many, and sums of x (what one gave), c (answers behind it), x², c²,
    x·c. x are places 0–1.

    Weighted answers bring w·x and w·c in the place of x and c, and `weight` Σw, `weight_squares`
    Σw² over respondents. `repeats` are answers after the first of their exhibitor; squares and
    products are then those of exhibitors, and add up where no exhibitor lies in both.
    """

    n: int = 0
    total: float = 0.0
    total_squares: float = 0.0
    answers: float = 0.0
    answers_squares: float = 0.0
    cross_product: float = 0.0
    weight: float = 0.0
    weight_squares: float = 0.0
    repeats: int = 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.n + other.n,
            self.total + other.total,
            self.total_squares + other.total_squares,
            self.answers + other.answers,
            self.answers_squares + other.answers_squares,
            self.cross_product + other.cross_product,
            self.weight + other.weight,
            self.weight_squares + other.weight_squares,
            self.repeats + other.repeats,
        )

    @property
    def estimate(self) -> MeanEstimate:
        """Mean place with interval. `sd` is per respondent (exhibitor), so that it tells how many
        of them a change needs.
        """
        independent = self.n - self.repeats
        linearised = weighted_mean(
            independent,
            self.answers,
            self.total,
            self.total_squares,
            self.answers_squares,
            self.cross_product,
            self.total_squares,
        )
        groups = independent if self.repeats else None
        return replace(
            linearised,
            n=self.n,
            sd=linearised.se * sqrt(independent),
            n_eff=self.n_eff,
            groups=groups,
        )

    @property
    def n_eff(self) -> float:
        """What the respondents are worth: n where all count alike and once; never more than there
        are exhibitors.
        """
        return (
            effective_n(self.weight, self.weight_squares) if self.weight_squares else float(self.n)
        )


@dataclass(frozen=True, slots=True)
class SumTable:
    """Sums by edition, part of the audience ('' for all of it) and score (kind and key)."""

    cells: dict[tuple[str, str | None, tuple[str, str]], Sums]

    def of(self, edition: str, score: tuple[str, str], part: str | None = "") -> Sums:
        return self.cells.get((edition, part, score), Sums())

    def parts(self) -> tuple[str, ...]:
        """The named parts, in alphabetical order."""
        return tuple(sorted({part for _, part, _ in self.cells if part}))


def read_sums(
    reader: Reader, filters: Filters, editions: Iterable[str], group_by: str = ""
) -> SumTable:
    """By the groups of `groups.grouping` ('' for no groups); answers that belong to none are under
    None.

    Items and measures other than the overall one are summed only where the cubes know the groups
    (IN_CUBES).
    """
    within = replace(filters, editions=tuple(editions))
    if group_by in IN_CUBES:
        asked_of = {"fair": filters.fair, "audience": filters.audience}
        rows = reader.rows(
            statement(__package__, "sums"), slice=within.slice(), group_by=group_by, **asked_of
        )
    else:
        rows = reader.rows(
            statement(__package__, "sums_by_rows"),
            slice=within.slice(),
            group_by=group_by,
            fair=filters.fair,
        )
    return _taken_together(_table_of(rows), reader, within, group_by)


def _taken_together(table: SumTable, reader: Reader, within: Filters, group_by: str) -> SumTable:
    """The sums of exhibitors, not of answers, where an exhibitor answered several times."""
    if not has_repeated(reader, within):
        return table
    rows = reader.rows(statement(__package__, "repeated"), slice=within.slice(), group_by=group_by)
    names = ("total_squares", "answers_squares", "cross_product", "weight_squares", "repeats")
    gains = {_key(row): Sums(**{name: row[name] for name in names}) for row in rows}
    return SumTable({key: sums + gains.get(key, Sums()) for key, sums in table.cells.items()})


def has_repeated(reader: Reader, within: Filters) -> bool:
    """Whether anybody answered several times at one of the editions."""
    editions = list(within.editions) or None
    return bool(
        reader.value(statement(__package__, "has_repeated"), fair=within.fair, editions=editions)
    )


def _key(row: dict[str, Any]) -> tuple[str, str | None, tuple[str, str]]:
    return row["edition_id"], row["part"], (row["kind"], row["key"])


def _table_of(rows: list[dict[str, Any]]) -> SumTable:
    """Rows with the columns of `sums.sql`."""
    return SumTable(
        {
            _key(row): Sums(
                row["n"],
                row["total"],
                row["total_squares"],
                row["answers"],
                row["answers_squares"],
                row["cross_product"],
                row["weight"],
                row["weight_squares"],
            )
            for row in rows
        }
    )
