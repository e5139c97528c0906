"""Do the predicted probabilities come true, and do they tell leavers from stayers?

Method: AUC with DeLong's interval; Brier score, and its skill against saying the base rate of
everybody; calibration in the large (log-odds by which predictions are off), calibration slope
(below 1: too extreme); bins of equal count with Wilson's interval; the expected calibration error
over the bins; Spiegelhalter's z. Assumption: predictions were made without these outcomes, best on
a later edition. On the rows a model was fitted to, its calibration is perfect by construction.
Source: Brier 1950; Cox 1958; Spiegelhalter 1986; DeLong, DeLong & Clarke-Pearson 1988; Steyerberg
2019; Van Calster 2019.

No event, nothing but events, or predictions all alike give NaN where a measure needs both.
"""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray, vectors
from analytics.stats.correlation import average_ranks
from analytics.stats.logit import log_likelihood, logit
from analytics.stats.mean import Difference, paired_difference
from analytics.stats.proportion import Proportion, wilson

FURTHEST = 1e-12


@dataclass(frozen=True, slots=True)
class Auc:
    """Chance that an event was given more than a non-event, 0–1; 0.5 = no better than guessing."""

    auc: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows of one bin: what was predicted on average, and what came."""

    mean_predicted: float
    observed: Proportion


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """`brier_gain` is the base rate's Brier score less ours, row by row; `brier_skill` that as a
    share of the former.

    `in_the_large` > 0: more events came than predicted; `slope` 1 is right; `spiegelhalter_z`
    beyond ±1.96 is off.
    """

    n: int
    events: int
    auc: Auc
    brier: float
    brier_of_base_rate: float
    brier_gain: Difference
    log_loss: float
    in_the_large: float
    slope: float
    intercept_with_slope: float
    observed_to_expected: float
    spiegelhalter_z: float
    bins: tuple[Bin, ...]
    expected_calibration_error: float

    @property
    def brier_skill(self) -> float:
        """1 = perfect, 0 = as good as the base rate, below 0 worse."""
        reference = self.brier_of_base_rate
        return 1 - self.brier / reference if reference > 0 else nan

    @property
    def beats_base_rate(self) -> bool:
        """True when the gain over the base rate is more than chance."""
        return self.brier_gain.low > 0


def calibration(
    predicted: npt.ArrayLike,
    events: npt.ArrayLike,
    bins: int = 10,
    base_rate: float | None = None,
    level: float = 0.95,
) -> Calibration:
    """From a probability and a 0/1 event per row. `base_rate`: share to beat, best that of earlier
    editions.

    Without it, the share of events among these rows: a harder opponent, for nobody knew it
    beforehand. ValueError when a value is missing or out of range, or there are no rows.
    """
    p, y = _checked(predicted, events)
    inside = np.clip(p, FURTHEST, 1 - FURTHEST)
    log_odds = np.log(inside) - np.log1p(-inside)
    rate = float(y.mean()) if base_rate is None else base_rate
    joint, alone = logit(log_odds, y), logit(np.empty((y.size, 0)), y, offset=log_odds)
    table = reliability_bins(p, y, bins, level)
    return Calibration(
        n=y.size,
        events=int(y.sum()),
        auc=auc(p, y, level),
        brier=float(np.mean((p - y) ** 2)),
        brier_of_base_rate=float(np.mean((rate - y) ** 2)),
        brier_gain=_gain((rate - y) ** 2 - (p - y) ** 2, level),
        log_loss=-log_likelihood(p, y, np.ones(y.size)) / y.size,
        in_the_large=float(alone.coefficients[0]),
        slope=float(joint.coefficients[1]),
        intercept_with_slope=float(joint.coefficients[0]),
        observed_to_expected=float(y.sum() / p.sum()) if p.sum() > 0 else nan,
        spiegelhalter_z=spiegelhalter_z(p, y),
        bins=table,
        expected_calibration_error=_expected_error(table),
    )


def auc(predicted: npt.ArrayLike, events: npt.ArrayLike, level: float = 0.95) -> Auc:
    """Area under the ROC curve, ties one half, by DeLong; NaN without both kinds of rows."""
    p, y = _checked(predicted, events)
    came, stayed = p[y == 1], p[y == 0]
    if not (came.size and stayed.size):
        return Auc(nan, nan, nan)
    both = average_ranks(np.concatenate([came, stayed]))
    of_came = (both[: came.size] - average_ranks(came)) / stayed.size
    of_stayed = 1 - (both[came.size :] - average_ranks(stayed)) / came.size
    area = float(of_came.mean())
    if min(came.size, stayed.size) < 2:
        return Auc(area, nan, nan)
    variance = of_came.var(ddof=1) / came.size + of_stayed.var(ddof=1) / stayed.size
    half = critical_values.normal(level) * sqrt(variance) if variance > 0 else nan
    if not half > 0:
        return Auc(area, nan, nan)
    return Auc(area, max(0.0, area - half), min(1.0, area + half))


def reliability_bins(
    predicted: npt.ArrayLike, events: npt.ArrayLike, bins: int = 10, level: float = 0.95
) -> tuple[Bin, ...]:
    """Bins of equal count by rising prediction, none empty; equal predictions share one."""
    p, y = _checked(predicted, events)
    if bins < 1:
        raise ValueError(f"bins must be at least 1, not {bins}")
    place = np.ceil(average_ranks(p) * bins / p.size)
    rows = [place == position for position in np.unique(place)]
    return tuple(
        Bin(float(p[row].mean()), wilson(float(y[row].sum()), int(row.sum()), level))
        for row in rows
    )


def _checked(predicted: npt.ArrayLike, events: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    p, y = vectors(predicted=predicted, events=events)
    if not p.size or not ((p >= 0) & (p <= 1)).all() or not np.isin(y, (0, 1)).all():
        raise ValueError("every row needs a probability of 0 to 1 and an event of 0 or 1")
    return p, y


def _gain(by_row: FloatArray, level: float) -> Difference:
    variance = float(by_row.var(ddof=1)) if by_row.size > 1 else 0.0
    return paired_difference(by_row.size, float(by_row.mean()), variance, level)


def spiegelhalter_z(p: FloatArray, y: FloatArray) -> float:
    """Are probabilities off by more than chance? z of 0/1 events `y` under `p`; NaN where all are
    certain. Source: Spiegelhalter 1986.
    """
    variance = float(np.sum((1 - 2 * p) ** 2 * p * (1 - p)))
    return float(np.sum((y - p) * (1 - 2 * p))) / sqrt(variance) if variance > 0 else nan


def _expected_error(bins: tuple[Bin, ...]) -> float:
    n = sum(row_bin.observed.n for row_bin in bins)
    misses = (abs(row_bin.observed.share - row_bin.mean_predicted) for row_bin in bins)
    return sum(row_bin.observed.n * miss for row_bin, miss in zip(bins, misses, strict=True)) / n
