"""How far are two partitions of the same rows apart?

Method: normalised mutual information (arithmetic mean), variation of information (in nats).
Source: Strehl & Ghosh 2002; Meila 2007.
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.agreement import contingency
from analytics.stats.arrays import FloatArray


def normalised_mutual_information(first: npt.ArrayLike, second: npt.ArrayLike) -> float:
    """Mutual information over the mean of the two entropies, 0–1; 1 when both have one cluster."""
    shares = _shares(first, second)
    entropies = _entropy(shares.sum(axis=1)) + _entropy(shares.sum(axis=0))
    return 2 * (entropies - _entropy(shares)) / entropies if entropies else 1.0


def variation_of_information(first: npt.ArrayLike, second: npt.ArrayLike) -> float:
    """Distance between partitions in nats: 0 = the same, at most log n."""
    shares = _shares(first, second)
    apart = 2 * _entropy(shares) - _entropy(shares.sum(axis=1)) - _entropy(shares.sum(axis=0))
    return max(0.0, apart)


def _shares(first: npt.ArrayLike, second: npt.ArrayLike) -> FloatArray:
    table = contingency(first, second)
    return np.asarray(table / table.sum())


def _entropy(shares: FloatArray) -> float:
    positive = shares[shares > 0]
    return float(-np.sum(positive * np.log(positive)))
