"""How high is the mean, how sure are we, and did it change?

Method: mean with a Student t interval; for the exhibitors of this fair, where n of N answered, the
error of a process shrinks by sqrt(1 - n/N); weighted means with a Taylor-linearised standard error
and Kish's effective n; differences by Welch's t or by pairs, with the smallest that could have been
seen. Assumption: answers are independent; n is large enough for the t interval of a bounded rating
(n >= 5 at the very least). Source: Cochran 1977, Sampling Techniques; Lumley 2010, Complex Surveys;
Kish 1965, Survey Sampling; Welch 1947.

What cannot be estimated is NaN: the mean of no answers, the spread of one, the interval of answers
that do not vary (all alike is not certainty) or of a whole population. `is_reliable` is False for
all of these and for fewer than 5 answers.
"""

from dataclasses import dataclass, replace
from math import isfinite, nan, sqrt

from analytics.stats import critical_values
from analytics.stats.suppression import NEVER_BELOW


@dataclass(frozen=True, slots=True)
class MeanEstimate:
    """A mean on the scale of the answers. `n` counts answers; `n_eff` is what they are worth after
    weighting (= n without). `groups`: of how many independent groups, where several answers come
    from one; `sd` is then a group's. `population`: of how many exhibitors it speaks, where it
    speaks of this fair; `se` and interval are then theirs, and `process_se` the error of a process.
    """

    n: int
    mean: float
    sd: float
    se: float
    low: float
    high: float
    level: float
    n_eff: float
    groups: int | None = None
    population: int | None = None
    process_se: float = nan

    @property
    def process(self) -> "MeanEstimate":
        """The estimate of the fair as a process: what tests and changes stand on."""
        if self.population is None:
            return self
        low, high = _ends(self.mean, self.process_se, self.independent, self.level)
        return replace(
            self, se=self.process_se, low=low, high=high, population=None, process_se=nan
        )

    @property
    def is_census(self) -> bool:
        """All the exhibitors it speaks of answered: nothing is left to chance."""
        return self.population is not None and self.independent == self.population

    @property
    def independent(self) -> int:
        """What se and degrees of freedom stand on: groups, or answers where each is its own."""
        return self.n if self.groups is None else self.groups

    @property
    def is_reliable(self) -> bool:
        """True when the interval exists and rests on at least 5 (effective) answers."""
        has_interval = isfinite(self.low) or self.is_census
        return bool(min(self.independent, self.n_eff) >= NEVER_BELOW and has_interval)


@dataclass(frozen=True, slots=True)
class Difference:
    """`first - second` on the scale of the answers. NaN where not estimable."""

    difference: float
    se: float
    low: float
    high: float
    df: float
    p: float
    level: float
    is_reliable: bool


def mean_interval(
    n: int, mean: float, variance: float, level: float = 0.95, population: int | None = None
) -> MeanEstimate:
    """Mean with a t interval from n, mean and sample variance (divisor n - 1; ignored when n < 2).

    `population` is the length of the list the n answers come from: see `of_this_fair`. ValueError
    when n < 0, the variance is negative, or n exceeds the population. Source: Cochran 1977.
    """
    if n < 0 or (n > 1 and variance < 0):
        raise ValueError(f"n and variance must not be negative, not {n} and {variance}")
    estimate = (
        _estimate(n, mean, sqrt(variance), sqrt(variance / n), level, n)
        if n > 1
        else _estimate(n, mean if n else nan, nan, nan, level, n)
    )
    return of_this_fair(estimate, population) if population else estimate


def of_this_fair(estimate: MeanEstimate, population: int) -> MeanEstimate:
    """The same mean, for the `population` exhibitors of this fair: the standard error shrinks by
    sqrt(1 - n/N). A census has none and no interval; `process` of the result leads back.

    ValueError when more answered than there are. Source: Cochran 1977.
    """
    process = estimate.process
    if process.independent > population:
        raise ValueError(
            f"{process.independent} answers cannot come from a population of {population}"
        )
    se = process.se * sqrt(1 - process.independent / population)
    low, high = _ends(process.mean, se, process.independent, process.level)
    return replace(process, se=se, low=low, high=high, population=population, process_se=process.se)


def weighted_mean(
    count: int,
    w: float,
    wy: float,
    wyy: float,
    ww: float,
    wwy: float,
    wwyy: float,
    level: float = 0.95,
) -> MeanEstimate:
    """Weighted mean from seven sums over the answers: 1, w, w·y, w·y², w², w²·y, w²·y².

    mean = Σwy/Σw; SE² = n/(n-1) · Σ(w(y - mean))² / (Σw)²; t with n - 1 degrees of freedom; n_eff =
    (Σw)²/Σw². `sd` is the weighted spread with n/(n-1), equal to the sample sd under equal weights.
    ValueError when answers exist but their weights do not sum to more than 0. Source: Lumley 2010;
    Kish 1965.
    """
    if count < 1:
        return _estimate(0, nan, nan, nan, level, 0)
    if w <= 0 or ww <= 0:
        raise ValueError("weights must sum to more than 0")
    mean, n_eff = wy / w, w * w / ww
    if count < 2:
        return _estimate(count, mean, nan, nan, level, n_eff)
    small_sample = count / (count - 1)
    spread = _no_dust(wyy / w - mean**2, wyy / w) * small_sample
    scatter = _no_dust(wwyy - 2 * mean * wwy + mean**2 * ww, wwyy) * small_sample
    return _estimate(count, mean, sqrt(spread), sqrt(scatter) / w, level, n_eff)


def effective_n(w: float, ww: float) -> float:
    """Kish's effective n from Σw and Σw²: (Σw)²/Σw²; 0 when there is no weight."""
    return w * w / ww if ww > 0 else 0.0


def difference(first: MeanEstimate, second: MeanEstimate) -> Difference:
    """Welch's `first - second` for two independent groups, weighted or not, at the level of
    `first`: of the fair as a process. Source: Welch 1947.
    """
    return difference_of_this_fair(first.process, second.process)


def difference_of_this_fair(first: MeanEstimate, second: MeanEstimate) -> Difference:
    """The same with the errors as they stand: of this fair where both speak of their exhibitors,
    the two drawn independently of each other.
    """
    gap = first.mean - second.mean
    parts = first.se**2, second.se**2
    total = sum(parts)
    if not total > 0:
        return t_difference(gap, nan, nan, first.level, False)
    # A group without spread adds nothing to the standard error and nothing to the denominator of
    # the df.
    df = total**2 / sum(
        part**2 / (group.independent - 1)
        for part, group in zip(parts, (first, second), strict=True)
    )
    return t_difference(gap, sqrt(total), df, first.level, first.is_reliable and second.is_reliable)


def t_difference(gap: float, se: float, df: float, level: float, is_reliable: bool) -> Difference:
    """From a gap and its error; an error that is not above 0, or not known, gives NaN."""
    half = critical_values.student(level, df) * se
    p = critical_values.p_student(gap / se, df) if se > 0 else nan
    return Difference(gap, se, gap - half, gap + half, df, p, level, is_reliable and se > 0)


def paired_difference(n: int, mean: float, variance: float, level: float = 0.95) -> Difference:
    """Mean of n within-respondent differences, from their mean and sample variance, with a paired t
    interval.
    """
    estimate = mean_interval(n, mean, variance, level)
    se = estimate.se if estimate.se > 0 else nan
    return t_difference(estimate.mean, se, n - 1, level, estimate.is_reliable)


def smallest_visible(gap: Difference, power: float = 0.80) -> float:
    """The true difference that would have been seen with probability `power`, whatever was seen:
    (t_level + t_power) standard errors. NaN where the error is not known.

    ValueError unless 0 < power < 1. Source: Bloom 1995 (Evaluation Review 19:547-556).
    """
    if not 0 < power < 1:
        raise ValueError(f"power must lie between 0 and 1, not {power}")
    if not (gap.se > 0 and gap.df > 0):
        return nan
    two_sided = critical_values.student(gap.level, gap.df)
    return gap.se * (two_sided + critical_values.student_below(power, gap.df))


def _estimate(
    n: int, mean: float, sd: float, se: float, level: float, n_eff: float
) -> MeanEstimate:
    low, high = _ends(mean, se, n, level)
    return MeanEstimate(n, float(mean), sd, se, low, high, level, float(n_eff))


def _ends(mean: float, se: float, independent: int, level: float) -> tuple[float, float]:
    half = critical_values.student(level, independent - 1) * se if se > 0 else nan
    return mean - half, mean + half


def _no_dust(value: float, scale: float) -> float:
    """Zero for what is only rounding error of a difference of large sums."""
    return value if value > 1e-12 * abs(scale) else 0.0
