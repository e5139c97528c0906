"""What sets a group apart: which categories are too frequent in it, which means too high?

Method: Lebart's test values. A category's count in the group is set against random draws of as many
members (hypergeometric, two-sided with mid-p); a mean against that of random groups of the same
size. The v-test is the normal quantile with the sign of the deviation: beyond ±1.96 it would be
rare by chance. Assumption: the feature took no part in forming the groups; otherwise v-tests only
describe. Source: Lebart, Morineau & Piron 1995; Husson, Lê & Pagès 2017 (catdes).

A feature that does not vary, or a group of everybody, gives NaN.
"""

from dataclasses import dataclass
from math import copysign, nan, sqrt

from analytics.stats import critical_values

SMALLEST_P = 5e-324


@dataclass(frozen=True, slots=True)
class CategoryTest:
    """Shares 0–1: of the category's members in this group, of the group's members in this category,
    of everybody in it.
    """

    share_of_category: float
    share_of_group: float
    share_overall: float
    p: float
    v: float


@dataclass(frozen=True, slots=True)
class MeanTest:
    """The group's mean and the mean of everybody, with v and its two-sided p."""

    group_mean: float
    overall_mean: float
    p: float
    v: float


def category_v_test(both: int, group: int, category: int, total: int) -> CategoryTest:
    """`both` members of the `group` are in the `category`, out of `total` people. ValueError when
    the counts contradict.

    p = the smaller of 2·P(X < x) + P(X = x) and 2·P(X > x) + P(X = x).
    """
    fewest, most = max(0, group + category - total), min(group, category)
    if not fewest <= both <= most or max(group, category) > total:
        raise ValueError(
            f"counts contradict: {both} of group {group} and category {category} among {total}"
        )
    if min(group, category) == 0 or max(group, category) == total:
        return CategoryTest(
            _share(both, category), _share(both, group), _share(category, total), nan, nan
        )
    p = _mid_p(both, group, category, total)
    v = copysign(_quantile(p), both * total - group * category)
    return CategoryTest(both / category, both / group, category / total, p, v)


def mean_v_test(
    group_n: int, group_mean: float, total_n: int, mean: float, variance: float
) -> MeanTest:
    """Of `group_n` out of `total_n` people; `variance` of everybody, divisor `total_n`. ValueError
    unless n <= N.

    v = (group mean - mean) / sqrt(variance / n · (N - n)/(N - 1)).
    """
    if not 0 <= group_n <= total_n:
        raise ValueError(f"group_n must lie between 0 and total_n, not {group_n} of {total_n}")
    if group_n in (0, total_n) or not variance > 0:
        return MeanTest(group_mean, mean, nan, nan)
    se = sqrt(variance / group_n * (total_n - group_n) / (total_n - 1))
    v = (group_mean - mean) / se
    return MeanTest(group_mean, mean, critical_values.p_normal(v), v)


def _mid_p(both: int, group: int, category: int, total: int) -> float:
    from scipy.stats import hypergeom

    chance = hypergeom(total, category, group)
    here = chance.pmf(both)
    return float(min(2 * chance.cdf(both - 1) + here, 2 * chance.sf(both) + here))


def _quantile(p: float) -> float:
    """|z| with two-sided p; capped near 38, where p leaves the range of floating numbers."""
    from scipy.special import ndtri

    return float(-ndtri(max(p, 2 * SMALLEST_P) / 2))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else nan
