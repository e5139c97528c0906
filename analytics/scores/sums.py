"""Sums from the facts, turned into means with intervals.

Method: a mean is total / answers over respondents, each counting once in the error whatever number of answers he gave:
the linearised ratio error of `stats.mean.weighted_mean` with a respondent's number of answers as his weight.
Assumption: respondents answer independently of each other; their own ratings need not be.
Source: Cochran 1977, Sampling Techniques (ratio estimator); Lumley 2010.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

from analytics.stats.mean import MeanEstimate, effective_n, weighted_mean
from analytics.store import Reader
from analytics.study import Filters, statement

PACKAGE = "analytics.scores"
DIMENSION_MEANS = ("score", "*dimensions")
POOLED = ("score", "*pooled")
OVERALL = ("measure", "overall")


@dataclass(frozen=True, slots=True)
class Sums:
    """Over respondents: how many, and sums of x (what one gave), c (answers behind it), x², c², x·c. x are places 0–1.

    Weighted answers bring w·x and w·c in the place of x and c, and `weight` Σw, `weight_squares` Σw² over respondents.
    """

    n: int = 0
    total: float = 0.0
    total_squares: float = 0.0
    answers: float = 0.0
    answers_squares: float = 0.0
    cross_product: float = 0.0
    weight: float = 0.0
    weight_squares: float = 0.0

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
        )

    @property
    def estimate(self) -> MeanEstimate:
        """Mean place with interval. `sd` is per respondent, so that it tells how many respondents a change needs."""
        made = weighted_mean(
            self.n, self.answers, self.total, self.total_squares, self.answers_squares, self.cross_product,
            self.total_squares,
        )  # fmt: skip
        return replace(made, sd=made.se * sqrt(self.n), n_eff=self.n_eff)

    @property
    def n_eff(self) -> float:
        """What the respondents are worth: n where all count alike."""
        return effective_n(self.weight, self.weight_squares) if self.weight_squares else float(self.n)


@dataclass(frozen=True, slots=True)
class SumTable:
    """Sums by edition, part of the audience ('' for all of it) and score (kind and key)."""

    cells: dict[tuple[str, str | None, tuple[str, str]], Sums]

    def of(self, edition: str, score: tuple[str, str], part: str | None = "") -> Sums:
        return self.cells.get((edition, part, score), Sums())

    def parts(self) -> tuple[str, ...]:
        """The named parts, in alphabetical order."""
        return tuple(sorted({part for _, part, _ in self.cells if part}))


def read_sums(reader: Reader, filters: Filters, editions: Iterable[str], group_by: str = "") -> SumTable:
    """`group_by` is '', 'industry' or 'region'. Answers without one are under None."""
    within = replace(filters, editions=tuple(editions))
    sql = statement(PACKAGE, "sums")
    asked_of = {"fair": filters.fair, "audience": filters.audience}
    return table_of(reader.rows(sql, slice=within.slice(), group_by=group_by, **asked_of))


def table_of(rows: list[dict[str, Any]]) -> SumTable:
    """Rows with the columns of `sums.sql`."""
    return SumTable(
        {
            (row["edition_id"], row["part"], (row["kind"], row["key"])): Sums(
                row["n"], row["total"], row["total_squares"],
                row["answers"], row["answers_squares"], row["cross_product"],
                row["weight"], row["weight_squares"],
            )
            for row in rows
        }
    )  # fmt: skip
