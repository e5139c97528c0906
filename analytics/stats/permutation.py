"""Could chance alone have paired these values so well? Exact p values for correlations of a few
editions.

Method: every reordering of y is tried up to n = 10; above, seeded random reorderings, p = (b +
1)/(m + 1). Two-sided p counts |r*| >= |r|. Assumption: under "no link" every order is equally
likely; a series that trends or remembers its past breaks it. Source: Fisher 1935; Pitman 1937;
Phipson & Smyth 2010 for (b + 1)/(m + 1).

Pairs with a missing value are left out. Fewer than 2 pairs, or a series that does not vary, give
NaN.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations
from math import factorial, nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.correlation import Method, average_ranks, complete_pairs

LARGEST_EXACT = 10
RANDOM_ORDERS = 99_999
# Orders that give the same r mathematically may differ in the last digits.
SAME = 1e-10

Score = Callable[[IntArray], FloatArray]


@dataclass(frozen=True, slots=True)
class PermutationP:
    """p values over `orders` reorderings, all of them when `is_exact`. `greater` is the one-sided p
    of a positive link.
    """

    n: int
    two_sided: float
    greater: float
    less: float
    orders: int
    is_exact: bool


def permutation_p(
    x: npt.ArrayLike,
    y: npt.ArrayLike,
    method: Method = "pearson",
    orders: int = RANDOM_ORDERS,
    seed: int = 0,
) -> PermutationP:
    """p of Pearson's r, Spearman's rho or Kendall's tau-b by permutation.

    `orders` and `seed` are used above n = 10 only. Kendall needs time growing with n²; above n of
    about 50 use `kendall`.
    """
    first, second = complete_pairs(x, y)
    n = first.size
    if n < 2 or np.ptp(first) == 0 or np.ptp(second) == 0:
        return PermutationP(n, nan, nan, nan, 0, False)
    score = (
        _kendall_score(first, second)
        if method == "kendall"
        else _product_score(first, second, method)
    )
    if n <= LARGEST_EXACT:
        return _p(score, n, every_order(n), factorial(n), is_exact=True)
    return _p(score, n, random_orders(n, orders, seed), orders, is_exact=False)


def every_order(n: int) -> Iterator[IntArray]:
    """All n! orders of 0 … n - 1, in blocks (orders × n) of at most 5,040 rows."""
    tail = min(n, 7)
    table = np.array(list(permutations(range(tail))), dtype=np.int64)
    for head in permutations(range(n), n - tail):
        rest = np.setdiff1d(np.arange(n), head)
        yield np.hstack([np.tile(np.array(head, dtype=np.int64), (len(table), 1)), rest[table]])


def random_orders(n: int, orders: int, seed: int) -> Iterator[IntArray]:
    """`orders` random orders of 0 … n - 1, in blocks of at most 10,000 rows."""
    generator = np.random.default_rng(seed)
    for start in range(0, orders, 10_000):
        block = np.tile(np.arange(n), (min(10_000, orders - start), 1))
        yield generator.permuted(block, axis=1)


def _product_score(x: FloatArray, y: FloatArray, method: Method) -> Score:
    if method == "spearman":
        x, y = average_ranks(x), average_ranks(y)
    first, second = _unit(x), _unit(y)
    return lambda order: np.asarray(second[order] @ first)


def _kendall_score(x: FloatArray, y: FloatArray) -> Score:
    earlier, later = np.triu_indices(x.size, 1)
    signs_x, signs_y = np.sign(x[earlier] - x[later]), np.sign(y[:, None] - y[None, :])
    pairs = len(earlier)

    def score(order: IntArray) -> FloatArray:
        total = np.zeros(len(order))
        for sign, first, second in zip(signs_x, earlier, later, strict=True):
            total += sign * signs_y[order[:, first], order[:, second]]
        return total / pairs

    return score


def _unit(values: FloatArray) -> FloatArray:
    centred = values - values.mean()
    return np.asarray(centred / np.linalg.norm(centred))


def _p(
    score: Score, n: int, blocks: Iterator[IntArray], orders: int, is_exact: bool
) -> PermutationP:
    observed = float(score(np.arange(n)[None, :])[0])
    both = greater = less = 0
    for block in blocks:
        scores = score(block)
        both += int(np.count_nonzero(np.abs(scores) >= abs(observed) - SAME))
        greater += int(np.count_nonzero(scores >= observed - SAME))
        less += int(np.count_nonzero(scores <= observed + SAME))
    extra = 0 if is_exact else 1
    two_sided, upper, lower = (
        (count + extra) / (orders + extra) for count in (both, greater, less)
    )
    return PermutationP(n, two_sided, upper, lower, orders, is_exact)
