"""What is a customer worth, as a multiple of one margin, if retention stays as it is?

Method: r / (1 + i - r), the sum of (r / (1 + i))^k over k = 1, 2, …: the first margin comes one
edition from now, with probability r. Beside it the sum to a horizon, the multiple that counts one
margin at once, and the elasticity of value to retention. Assumption: retention r, margin and
discount i per edition stay the same; everybody is alike (a mix of firms is worth more than this, as
the weak leave first). Source: Gupta & Lehmann 2003 (J. Interactive Marketing 17(1): 9-24).

A rate outside 0-1 is no retention rate: NaN, not capped.
"""

from math import isnan, nan


def margin_multiple(retention: float, discount: float) -> float:
    """r / (1 + i - r): margins to expect from the next edition on. NaN where r is no rate, or where
    nothing is ever lost or discounted.
    """
    if not _is_rate(retention) or discount < 0 or 1 + discount <= retention:
        return nan
    return retention / (1 + discount - retention)


def multiple_with_first_now(retention: float, discount: float) -> float:
    """(1 + i) / (1 + i - r): the same with one margin at once; also by how many per cent the value
    changes when retention changes by one per cent.
    """
    rest = margin_multiple(retention, discount)
    return nan if isnan(rest) else 1 + rest


def multiple_over_horizon(retention: float, discount: float, editions: int) -> float:
    """The sum of (r / (1 + i))^k over the next `editions` editions. NaN where r is no rate."""
    if not _is_rate(retention) or discount < 0:
        return nan
    rate = retention / (1 + discount)
    return sum(rate**k for k in range(1, editions + 1))


def _is_rate(retention: float) -> bool:
    return 0 <= retention <= 1
