"""Would they recommend the fair? The net promoter score with its interval.

Method: share scoring 9–10 minus share scoring 0–6, in points from -100 to 100; variance (p + d - (p
- d)²)/n; normal interval. Weighted answers, and several of one firm, bring the linearised error of
the mean of 100, 0 and -100, with t. Assumption: a 0–10 question;
"don't know" has been left out, never counted as a score. Source: Reichheld 2003 (HBR 81(12):46-54)
for the score; the variance is that of a difference of multinomial shares.

No answers give NaN; answers that do not vary give no interval (NaN): all alike is not certainty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, nan, sqrt

from analytics.stats import critical_values
from analytics.stats.mean import MeanEstimate
from analytics.stats.suppression import NEVER_BELOW

SCALE_POINTS = 11


@dataclass(frozen=True, slots=True)
class NetPromoter:
    """`score`, `se`, `low`, `high` in points (-100 to 100); shares 0–1; `n` the (effective) base;
    `answers` were given.
    """

    n: float
    score: float
    se: float
    low: float
    high: float
    promoters: float
    passives: float
    detractors: float
    level: float
    answers: float = nan

    @property
    def is_reliable(self) -> bool:
        """True when the interval exists and the base is at least 5."""
        return bool(self.n >= NEVER_BELOW and isfinite(self.low))


def net_promoter(
    promoters: float,
    passives: float,
    detractors: float,
    level: float = 0.95,
    n_eff: float | None = None,
) -> NetPromoter:
    """The score from the counts (or, with `n_eff`, weights) of the three groups. ValueError when
    one is negative.
    """
    if min(promoters, passives, detractors) < 0:
        raise ValueError("counts must not be negative")
    z = critical_values.normal(level)
    total = promoters + passives + detractors
    if total == 0 or n_eff == 0:
        return NetPromoter(0, nan, nan, nan, nan, nan, nan, nan, level, 0)
    p, middle, d = promoters / total, passives / total, detractors / total
    n = total if n_eff is None else n_eff
    se = 100 * sqrt(max(0.0, p + d - (p - d) ** 2) / n)
    score, half = 100 * (p - d), z * se if se > 0 else nan
    low, high = (max(-100.0, score - half), min(100.0, score + half)) if se > 0 else (nan, nan)
    return NetPromoter(n, score, se, low, high, p, middle, d, level, total)


def linearised_net_promoter(
    promoters: float, passives: float, detractors: float, estimate: MeanEstimate
) -> NetPromoter:
    """From the weights of the three groups and the linearised mean of 100, 0 and -100."""
    total = promoters + passives + detractors
    if not total > 0:
        return net_promoter(0, 0, 0, estimate.level)
    return NetPromoter(
        estimate.n_eff,
        estimate.mean,
        estimate.se,
        max(-100.0, estimate.low) if isfinite(estimate.low) else nan,
        min(100.0, estimate.high) if isfinite(estimate.high) else nan,
        promoters / total,
        passives / total,
        detractors / total,
        estimate.level,
        estimate.n,
    )


def net_promoter_of_scores(
    counts: Sequence[float], level: float = 0.95, n_eff: float | None = None
) -> NetPromoter:
    """The score from the answers counted by scale point 0, 1, …, 10. ValueError unless there are
    eleven counts.
    """
    if len(counts) != SCALE_POINTS:
        raise ValueError(
            f"counts must be given for the eleven points 0 to 10, not for {len(counts)}"
        )
    return net_promoter(sum(counts[9:]), sum(counts[7:9]), sum(counts[:7]), level, n_eff)
