"""What must be there, and what delights? Penalty–reward contrasts.

Method: least squares of the overall judgement on two marks per item, low score and high score; the
middle is the reference. The low mark's coefficient is the penalty, the high mark's the reward.
Standard errors are classical from one cross-product matrix; from matrices by group they allow for
unequal variance (HC1 when every group is one answer). Assumption: complete answers to the items and
the overall question; effects of items add up. It is an inference from ratings, not a Kano survey
with its pairs of questions. Source: Brandt 1987; Anderson & Mittal 2000; Matzler & Sauerwein 2002;
Mikulić & Prebežac 2008 (Managing Service Quality 18:559-576) for range and asymmetry of impact.

A coefficient of the wrong sign, or not significant, is not established, and `reading` makes nothing
of it; unless its whole interval lies within the bound of equivalence, where it is as good as none
(Schuirmann 1987): among many answers the smallest overlap of items is significant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import matrix
from analytics.stats.least_squares import LeastSquares, least_squares

ALPHA = 0.05
FEWEST_MARKS = 30
Factor = Literal["must-be", "performance", "attractive", "indifferent"]
Reading = Literal[
    "must-be",
    "performance",
    "attractive",
    "not established",
    "too few low scores",
    "too few high scores",
]
Impact = Literal["delighter", "satisfier", "hybrid", "dissatisfier", "frustrator"]


@dataclass(frozen=True, slots=True)
class Effect:
    """A penalty (expected below 0) or reward (above), in points of the overall scale; `n` answers
    carry its mark; `bound`: an effect shorter than this is as good as none.
    """

    n: float
    value: float
    se: float
    low: float
    high: float
    p: float
    expected_sign: int
    bound: float = 0.0

    @property
    def is_negligible(self) -> bool:
        """True when its interval leaves room for nothing that would matter."""
        return max(abs(self.low), abs(self.high)) < self.bound

    @property
    def is_established(self) -> bool:
        """True when significant and of the expected sign."""
        return self.p < ALPHA and self.value * self.expected_sign > 0

    @property
    def is_wrong_signed(self) -> bool:
        """True when significant with the other sign: a warning of overlapping items."""
        return self.p < ALPHA and self.value * self.expected_sign < 0

    @property
    def size(self) -> float:
        """Its length in the expected direction; 0 when it points the other way."""
        return nan if isnan(self.value) else max(0.0, self.value * self.expected_sign)


@dataclass(frozen=True, slots=True)
class Contrast:
    """One item's penalty and reward."""

    penalty: Effect
    reward: Effect

    @property
    def range_of_impact(self) -> float:
        """Reward + |penalty|, parts of the wrong sign counting 0."""
        return self.reward.size + self.penalty.size

    @property
    def asymmetry(self) -> float:
        """(Reward - |penalty|)/range: -1 only punishes, 1 only rewards; NaN without range."""
        span = self.range_of_impact
        return (self.reward.size - self.penalty.size) / span if span > 0 else nan

    @property
    def factor(self) -> Factor:
        """The textbook's name by what is established; `reading` is what may be shown."""
        if self.penalty.is_established:
            return "performance" if self.reward.is_established else "must-be"
        return "attractive" if self.reward.is_established else "indifferent"

    @property
    def reading(self) -> Reading:
        """What may be said: no name from fewer than 30 low or high scores, a wrong sign that might
        matter, or nothing significant.
        """
        if self.penalty.n < FEWEST_MARKS:
            return "too few low scores"
        if self.reward.n < FEWEST_MARKS:
            return "too few high scores"
        name = self.factor
        is_contradicted = any(
            effect.is_wrong_signed and not effect.is_negligible
            for effect in (self.penalty, self.reward)
        )
        return "not established" if is_contradicted or name == "indifferent" else name

    @property
    def impact(self) -> Impact | None:
        """The class of the asymmetry; None where `reading` makes nothing of the item."""
        is_named = self.reading in ("must-be", "performance", "attractive")
        return impact_class(self.asymmetry) if is_named else None


@dataclass(frozen=True, slots=True, eq=False)
class PenaltyReward:
    """`items` in input order; `fit` is the model behind them (constant, low and high mark of each
    item in turn).
    """

    items: tuple[Contrast, ...]
    fit: LeastSquares
    level: float


def penalty_reward(
    products: npt.ArrayLike,
    marks: npt.ArrayLike | None = None,
    n: float | None = None,
    level: float = 0.95,
    bound: float = 0.0,
) -> PenaltyReward:
    """From Z'Z of Z = (1, low₁, high₁, low₂, high₂, …, overall), or one Z'Z per group (groups,
    columns, columns). `bound` in points of the overall judgement.

    `marks` (items × 2, how many gave a low and a high score) and `n` are read off Z'Z; under
    weights, give them.
    """
    fit = least_squares(products, n)
    whole = np.asarray(products, dtype=np.float64).reshape(-1, *np.shape(products)[-2:]).sum(axis=0)
    if len(whole) % 2:
        raise ValueError(
            "two marks per item are needed between 1 and the overall judgement, not"
            f" {len(whole) - 2}"
        )
    counted = whole[0, 1:-1].reshape(-1, 2) if marks is None else matrix(marks, "marks")
    half = critical_values.student(level, fit.df)
    columns = np.column_stack(
        [counted.ravel(), *(part[1:] for part in (fit.coefficients, fit.se, fit.p))]
    ).tolist()
    effects = [
        _effect(row, half, sign, bound)
        for row, sign in zip(columns, (-1, 1) * len(counted), strict=True)
    ]
    return PenaltyReward(tuple(map(Contrast, effects[::2], effects[1::2])), fit, level)


def impact_class(asymmetry: float) -> Impact | None:
    """Mikulić & Prebežac's class of an impact asymmetry; None for NaN."""
    if isnan(asymmetry):
        return None
    if abs(asymmetry) <= 0.2:
        return "hybrid"
    if asymmetry > 0:
        return "delighter" if asymmetry > 0.7 else "satisfier"
    return "frustrator" if asymmetry < -0.7 else "dissatisfier"


def _effect(row: Sequence[float], half: float, sign: int, bound: float) -> Effect:
    n, value, se, p = row
    return Effect(n, value, se, value - half * se, value + half * se, p, sign, bound)
