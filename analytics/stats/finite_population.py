"""Whom does the interval of a share stand for: the exhibitors of this fair, or a process that goes
on? (Means: `mean.of_this_fair`.)

Method: where n of the N exhibitors on the register answered, only the N - n others are unknown:
Wilson's interval stands on n/(1 - n/N), the variance shrinks by 1 - n/N. Below N = 50
the exact interval is taken: every number of exhibitors of N that leaves both tails of the
hypergeometric above half of what the level leaves out. Assumption: one answer per exhibitor, and
those who answered are like those who did not. Source: Cochran 1977, Sampling Techniques (ch. 2, 3).

n = N is a census: no interval is needed and none is given. n > N is a mistake of the caller.
"""

from dataclasses import replace
from math import comb, nan

from analytics.stats.proportion import Proportion, weighted_wilson

EXACT_BELOW = 50


def share_not_seen(n: float, population: int) -> float:
    """1 - n/N. ValueError when more answered than there are."""
    if n > population:
        raise ValueError(f"{n} answers cannot come from a population of {population}")
    return 1 - n / population


def share_of_this_fair(share: Proportion, population: int, exhibitors: float) -> Proportion:
    """The same share for the exhibitors of this fair, of whom `exhibitors` gave these answers.

    The exact interval stands only where every exhibitor counts once and alike.
    """
    unseen = share_not_seen(exhibitors, population)
    answers, givers = share.answers, share.givers
    if unseen == 0:
        return replace(
            share, low=nan, high=nan, answered=answers, gave=givers, population=population
        )
    is_plain = share.n == answers == exhibitors
    if is_plain and population < EXACT_BELOW:
        ends = hypergeometric_interval(round(givers), round(answers), population, share.level)
        return replace(share, low=ends[0], high=ends[1], population=population)
    finite = weighted_wilson(share.share, share.n / unseen, share.level, answers, givers)
    return replace(finite, n=share.n, count=share.count, population=population)


def hypergeometric_interval(
    count: int, n: int, population: int, level: float = 0.95
) -> tuple[float, float]:
    """Exact interval of the share of a population, from `count` of `n` drawn; multiples of 1/N.
    ValueError unless 0 <= count <= n <= population.
    """
    if not 0 <= count <= n <= population:
        raise ValueError(f"count must lie between 0 and n <= N, not {count} of {n} of {population}")
    tail = (1 - level) / 2
    possible = [
        whole
        for whole in range(count, population - n + count + 1)
        if min(_tails(count, n, whole, population)) > tail
    ]
    return possible[0] / population, possible[-1] / population


def _tails(count: int, n: int, whole: int, population: int) -> tuple[float, float]:
    """P(X <= count) and P(X >= count), where `whole` of the population would have it."""
    ways = comb(population, n)
    chances = [
        comb(whole, hits) * comb(population - whole, n - hits) / ways for hits in range(n + 1)
    ]
    return sum(chances[: count + 1]), sum(chances[count:])
