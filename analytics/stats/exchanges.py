"""Is there a better place for a single row, or for a whole centre? What Lloyd's iterations leave.

Method: Hartigan & Wong's exchanges: a row moves to another cluster where that lowers the within sum
of squares, counting that both centres move with it (n/(n-1) for leaving, n/(n+1) for joining);
until no row gains. Then swaps: one centre is taken away and set down on a row drawn at random, the
iterations and exchanges run again, and the better of the two stays, until so many swaps in a row
gained nothing. Such searches begin anew elsewhere until three of them end at the same best sum.
Assumption: as for k-means. Source: Hartigan & Wong 1979 (Applied Statistics 28:100-108); Fränti &
Kivijärvi 2000 for the swaps.
"""

import numpy as np

from analytics.stats.arrays import FloatArray, IntArray

# Up to so many rows the search is as long as this; beyond, shorter in proportion.
ROWS_FOR_ALL = 1_000
PATIENCE, LEAST_PATIENCE = 40, 5
SEARCHES, AGREEING = 8, 3
SAME = 1e-9
# A gain smaller than this share of the total is rounding.
DUST = 1e-13
MOST_ROUNDS = 1_000
# Exchanges win a few thousandths; what is further off the best is not worth them.
WORTH_EXCHANGES = 1.003


def exchanged(values: FloatArray, labels: IntArray, k: int) -> IntArray:
    """Labels of a local optimum under moves of single rows, from those of one under Lloyd's."""
    cluster, sizes = labels.copy(), np.bincount(labels, minlength=k).astype(np.float64)
    centers, least = centers_of(values, labels, sizes), _least_gain(values)
    for _ in range(MOST_ROUNDS):
        movers = np.flatnonzero(_gains(values, cluster, centers, sizes) > least)
        moves = [_move(row, values, cluster, centers, sizes, least) for row in movers.tolist()]
        if not any(moves):
            break
    return cluster


def searched(values: FloatArray, labels: IntArray, k: int, seed: int) -> IntArray:
    """The best labels of searches from the optimum known and from rows drawn at random."""
    effort, generator = min(1.0, ROWS_FOR_ALL / len(values)), np.random.default_rng(seed)
    patience = max(LEAST_PATIENCE, round(PATIENCE * effort))
    ends = [swapped(values, labels, k, patience, generator)]
    sums = [within_ss(values, ends[0])]
    for _ in range(round(SEARCHES * effort) - 1):
        if sum(ss <= min(sums) * (1 + SAME) for ss in sums) >= AGREEING:
            break
        drawn = generator.choice(len(values), k, replace=False)
        start = exchanged(values, _lloyd(values, values[drawn]), k)
        ends.append(swapped(values, start, k, patience, generator))
        sums.append(within_ss(values, ends[-1]))
    best = ends[int(np.argmin(sums))]
    # Rows drawn alike leave a cluster empty; what was known before is never worse than that.
    return best if np.bincount(best, minlength=k).min() > 0 else ends[0]


def swapped(
    values: FloatArray, labels: IntArray, k: int, patience: int, generator: np.random.Generator
) -> IntArray:
    """The best labels after `patience` swaps of a centre in a row that gained nothing."""
    best, best_ss, failures = labels, within_ss(values, labels), 0
    least = _least_gain(values)
    while failures < patience and k > 1:
        centers = centers_of(values, best, np.bincount(best, minlength=k).astype(np.float64))
        centers[generator.integers(k)] = values[generator.integers(len(values))]
        moved = _lloyd(values, centers)
        failures += 1
        if within_ss(values, moved) > WORTH_EXCHANGES * best_ss:
            continue
        moved = exchanged(values, moved, k)
        ss = within_ss(values, moved)
        if ss < best_ss - least:
            best, best_ss, failures = moved, ss, 0
    return best


def _lloyd(values: FloatArray, centers: FloatArray) -> IntArray:
    """Labels after Lloyd's iterations; a centre that lost all its rows keeps its place."""
    labels = _distances(values, centers).argmin(axis=1)
    for _ in range(MOST_ROUNDS):
        sizes = np.bincount(labels, minlength=len(centers)).astype(np.float64)
        centers = np.where(sizes[:, None] > 0, centers_of(values, labels, sizes), centers)
        after = _distances(values, centers).argmin(axis=1)
        if (after == labels).all():
            break
        labels = after
    return np.asarray(labels, dtype=np.int64)


def _move(
    row: int,
    values: FloatArray,
    cluster: IntArray,
    centers: FloatArray,
    sizes: FloatArray,
    least: float,
) -> bool:
    """Move one row if that still gains, with centres and sizes as they are by now; in place."""
    home, place = cluster[row], values[row]
    if sizes[home] <= 1:
        return False
    away = np.sum((centers - place) ** 2, axis=1)
    joining = away * sizes / (sizes + 1)
    joining[home] = np.inf
    to = int(joining.argmin())
    if away[home] * sizes[home] / (sizes[home] - 1) - joining[to] <= least:
        return False
    centers[home] -= (place - centers[home]) / (sizes[home] - 1)
    centers[to] += (place - centers[to]) / (sizes[to] + 1)
    sizes[home] -= 1
    sizes[to] += 1
    cluster[row] = to
    return True


def _gains(
    values: FloatArray, cluster: IntArray, centers: FloatArray, sizes: FloatArray
) -> FloatArray:
    """By how much the sum of squares falls if this row alone moves to its best other cluster."""
    everywhere = np.arange(len(values))
    away = _distances(values, centers)
    others = sizes[cluster] - 1  # a row alone cannot leave
    leaving = away[everywhere, cluster] * sizes[cluster] / np.where(others > 0, others, np.inf)
    joining = away * (sizes / (sizes + 1))
    joining[everywhere, cluster] = np.inf
    return np.asarray(leaving - joining.min(axis=1))


def _distances(values: FloatArray, centers: FloatArray) -> FloatArray:
    """Squared, rows × centres, but for rounding."""
    away = -2 * values @ centers.T
    away += np.einsum("ij,ij->i", values, values)[:, None]
    away += np.einsum("ij,ij->i", centers, centers)
    return np.asarray(np.maximum(away, 0, out=away))


def centers_of(values: FloatArray, labels: IntArray, sizes: FloatArray | IntArray) -> FloatArray:
    """Clusters × columns, from the sizes of the clusters; an empty one lies at 0."""
    sums = np.stack([np.bincount(labels, part, minlength=sizes.size) for part in values.T], axis=1)
    return np.asarray(sums / np.where(sizes > 0, sizes, 1.0)[:, None])


def within_ss(values: FloatArray, labels: IntArray) -> float:
    """Sum of squared distances of the rows to the centre of their cluster."""
    apart = values - centers_of(values, labels, np.bincount(labels))[labels]
    return float(np.sum(apart * apart))


def _least_gain(values: FloatArray) -> float:
    return DUST * float(np.sum((values - values.mean(axis=0)) ** 2)) + 1e-300
