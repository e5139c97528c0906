"""How far out is that? Critical values and p values of the normal, t, F and chi-square
distributions.

Method: the distributions' own quantile and tail functions; all p values of z and t are two-sided.
Assumption: that the statistic follows the distribution named; the caller's docstring says why.
Source: standard; `scipy.special` (much lighter to import than `scipy.stats`) and the standard
library.
"""

from math import erfc, sqrt
from statistics import NormalDist


def upper_point(level: float) -> float:
    """The probability below the upper end of a two-sided interval: 0.975 for a level of 0.95."""
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, not {level}")
    return 0.5 + level / 2


def normal(level: float) -> float:
    """z for a two-sided interval: 1.96 for a level of 0.95."""
    return NormalDist().inv_cdf(upper_point(level))


def student(level: float, df: float) -> float:
    """t for a two-sided interval; `df` may be fractional, NaN when it is not above 0."""
    return student_below(upper_point(level), df)


def student_below(probability: float, df: float) -> float:
    """t that stays below it with this probability; NaN when `df` is not above 0."""
    from scipy.special import stdtrit

    return float(stdtrit(df, probability)) if df > 0 else float("nan")


def p_normal(z: float) -> float:
    """Two-sided p of a standard normal z."""
    return erfc(abs(z) / sqrt(2))


def p_student(t: float, df: float) -> float:
    """Two-sided p of t with `df` degrees of freedom; NaN when df <= 0."""
    from scipy.special import stdtr

    return float(2 * stdtr(df, -abs(t))) if df > 0 else float("nan")


def p_f(f: float, df1: float, df2: float) -> float:
    """Upper-tail p of F; NaN when a df is not positive."""
    from scipy.special import fdtrc

    return float(fdtrc(df1, df2, f)) if df1 > 0 and df2 > 0 else float("nan")


def p_chi_square(chi_square: float, df: float) -> float:
    """Upper-tail p of chi-square; NaN when df is not positive."""
    from scipy.special import chdtrc

    return float(chdtrc(df, chi_square)) if df > 0 else float("nan")
