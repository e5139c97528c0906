"""How many times likelier are the satisfied to come back? Odds ratio, risk ratio, and the cell that
ought to be empty.

Method: odds ratio with Woolf's interval on the log scale, a half added to every cell where one is
0; risk ratio with Katz's, the same half. "Whoever is loyal is satisfied" leaves the cell of the
loyal and dissatisfied empty: its share has an exact upper limit (about 3/n when none was seen), and
an exact p that so few arose by chance. Assumption: independent people, two groups, one outcome. A
ratio is no cause. Source: Woolf 1955; Haldane 1956; Katz et al. 1978; Clopper & Pearson 1934;
Hanley & Lippman-Hand 1983 for 3/n.

An empty group, or an outcome that nobody or everybody has, gives NaN. Weighted counts are to be
scaled to the effective n first.
"""

from dataclasses import dataclass
from math import exp, isfinite, log, nan, sqrt

from analytics.stats import critical_values
from analytics.stats.suppression import NEVER_BELOW


@dataclass(frozen=True, slots=True)
class Ratio:
    """First group over second. `p` two-sided against 1. `is_corrected`: a half was added, for a
    cell was 0.

    `is_reliable` is False when a group has fewer than 5 people or a cell was 0.
    """

    ratio: float
    low: float
    high: float
    p: float
    is_corrected: bool
    is_reliable: bool
    level: float


@dataclass(frozen=True, slots=True)
class EmptyCell:
    """`count` of `n` break the rule; `expected` would by chance. `share_at_most`: one-sided exact
    upper limit.

    `p`: chance of so few or fewer if the two had nothing to do with each other.
    """

    count: int
    n: int
    expected: float
    share_at_most: float
    p: float
    level: float


def odds_ratio(yes1: float, no1: float, yes2: float, no2: float, level: float = 0.95) -> Ratio:
    """(yes1/no1)/(yes2/no2). ValueError when a count is negative. Source: Woolf 1955."""
    cells, is_corrected = _cells(yes1, no1, yes2, no2)
    if not _both_ways(yes1, no1, yes2, no2):
        return _ratio(nan, nan, level, is_corrected, False)
    a, b, c, d = cells
    is_reliable = not is_corrected and min(yes1 + no1, yes2 + no2) >= NEVER_BELOW
    return _ratio(
        log(a * d / (b * c)), sqrt(1 / a + 1 / b + 1 / c + 1 / d), level, is_corrected, is_reliable
    )


def risk_ratio(yes1: float, no1: float, yes2: float, no2: float, level: float = 0.95) -> Ratio:
    """(yes1/n1)/(yes2/n2). ValueError when a count is negative. Source: Katz et al. 1978."""
    cells, is_corrected = _cells(yes1, no1, yes2, no2)
    if not _both_ways(yes1, no1, yes2, no2):
        return _ratio(nan, nan, level, is_corrected, False)
    # Without a miss in one group the plain formula still holds; only a group without a hit needs
    # the half.
    a, b, c, d = cells if min(yes1, yes2) == 0 else (yes1, no1, yes2, no2)
    needs_half = min(yes1, yes2) == 0
    is_reliable = not needs_half and min(yes1 + no1, yes2 + no2) >= NEVER_BELOW
    se = sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d))
    return _ratio(log(a / (a + b) * (c + d) / c), se, level, needs_half, is_reliable)


def empty_cell(
    count: int, loyal: int, dissatisfied: int, total: int, level: float = 0.95
) -> EmptyCell:
    """`count` loyal and dissatisfied people, out of `loyal`, out of `dissatisfied`, out of `total`.

    NaN when nobody is loyal. ValueError when the counts contradict.
    """
    fewest, most = max(0, loyal + dissatisfied - total), min(loyal, dissatisfied)
    if not fewest <= count <= most or max(loyal, dissatisfied) > total:
        raise ValueError(f"counts contradict: {count} of {loyal} and {dissatisfied} among {total}")
    if loyal == 0:
        return EmptyCell(count, loyal, nan, nan, nan, level)
    from scipy.stats import hypergeom

    p = float(hypergeom.cdf(count, total, dissatisfied, loyal))
    return EmptyCell(
        count, loyal, loyal * dissatisfied / total, share_at_most(count, loyal, level), p, level
    )


def share_at_most(count: float, n: float, level: float = 0.95) -> float:
    """Exact one-sided upper limit of a share: 1 - (1 - level)^(1/n) when none was seen, about 3/n
    at 95%.

    ValueError unless 0 <= count <= n; NaN for n = 0.
    """
    if not 0 <= count <= n or not 0 < level < 1:
        raise ValueError(f"count must lie between 0 and n, not {count} of {n}")
    if count == n:
        return 1.0 if n else nan
    from scipy.special import betaincinv

    return float(betaincinv(count + 1, n - count, level))


def _cells(
    yes1: float, no1: float, yes2: float, no2: float
) -> tuple[tuple[float, float, float, float], bool]:
    cells = (yes1, no1, yes2, no2)
    if min(cells) < 0:
        raise ValueError("counts must not be negative")
    if min(cells) > 0:
        return cells, False
    return (yes1 + 0.5, no1 + 0.5, yes2 + 0.5, no2 + 0.5), True


def _both_ways(yes1: float, no1: float, yes2: float, no2: float) -> bool:
    """Whether both groups have people, and both outcomes."""
    return min(yes1 + no1, yes2 + no2, yes1 + yes2, no1 + no2) > 0


def _ratio(
    logarithm: float, se: float, level: float, is_corrected: bool, is_reliable: bool
) -> Ratio:
    if not isfinite(logarithm):
        return Ratio(nan, nan, nan, nan, is_corrected, False, level)
    half = critical_values.normal(level) * se
    p = critical_values.p_normal(logarithm / se)
    return Ratio(
        exp(logarithm),
        exp(logarithm - half),
        exp(logarithm + half),
        p,
        is_corrected,
        is_reliable,
        level,
    )
