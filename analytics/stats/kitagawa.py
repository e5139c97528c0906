"""Did customers change their minds, or did the customers change?

Method: Kitagawa's decomposition of the change of an overall mean into a rate part (groups answer
differently) and a composition part (the mix of groups differs). Midpoint weights: the parts add up
exactly, whatever the order. Assumption: groups cover everybody; it describes, it does not explain.
Source: Kitagawa 1955 (JASA 50:1168-1194); Das Gupta 1993.

A group absent from one period has no rate there; it is given its rate of the other period, so that
its whole effect is composition. Nobody in a period gives NaN.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, vectors


@dataclass(frozen=True, slots=True, eq=False)
class RateAndComposition:
    """overall2 - overall1 = rate + composition, in units of the rate; arrays by group."""

    overall1: float
    overall2: float
    rate: float
    composition: float
    rate_by_group: FloatArray
    composition_by_group: FloatArray

    @property
    def difference(self) -> float:
        """The change of the overall mean from period 1 to period 2."""
        return self.overall2 - self.overall1


def rate_and_composition(
    n1: npt.ArrayLike, rate1: npt.ArrayLike, n2: npt.ArrayLike, rate2: npt.ArrayLike
) -> RateAndComposition:
    """From size (or weight) and mean of each group in two periods; arrays of the same length.
    ValueError when n < 0.
    """
    size1, mean1, size2, mean2 = _periods(n1, rate1, n2, rate2)
    share1, share2 = _shares(size1), _shares(size2)
    rate = (mean2 - mean1) * (share1 + share2) / 2
    composition = (share2 - share1) * (mean1 + mean2) / 2
    overall1, overall2 = float(share1 @ mean1), float(share2 @ mean2)
    return RateAndComposition(
        overall1, overall2, float(rate.sum()), float(composition.sum()), rate, composition
    )


def _periods(
    n1: npt.ArrayLike, rate1: npt.ArrayLike, n2: npt.ArrayLike, rate2: npt.ArrayLike
) -> list[FloatArray]:
    size1, mean1, size2, mean2 = vectors(n1=n1, rate1=rate1, n2=n2, rate2=rate2)
    if (size1 < 0).any() or (size2 < 0).any():
        raise ValueError("group sizes must not be negative")
    known1, known2 = np.where(size1 > 0, mean1, mean2), np.where(size2 > 0, mean2, mean1)
    never = (size1 == 0) & (size2 == 0)
    return [size1, np.where(never, 0.0, known1), size2, np.where(never, 0.0, known2)]


def _shares(sizes: FloatArray) -> FloatArray:
    total = sizes.sum()
    return np.asarray(sizes / total) if total > 0 else np.full(sizes.size, np.nan)
