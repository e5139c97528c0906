"""Why did a total change: more customers (volume), others (mix), each worth more (rate)?

Method: Kitagawa's parts of the mean at the middle size, volume at the middle mean; they add up
exactly. Source: Das Gupta 1993.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.kitagawa import rate_and_composition


@dataclass(frozen=True, slots=True)
class VolumeMixRate:
    """total2 - total1 = volume + mix + rate, in units of the total."""

    total1: float
    total2: float
    volume: float
    mix: float
    rate: float


def volume_mix_rate(
    n1: npt.ArrayLike, rate1: npt.ArrayLike, n2: npt.ArrayLike, rate2: npt.ArrayLike
) -> VolumeMixRate:
    """The change of Σ n · rate, from size and mean of each group in two periods."""
    parts = rate_and_composition(n1, rate1, n2, rate2)
    total1, total2 = (float(np.sum(np.asarray(n, dtype=np.float64))) for n in (n1, n2))
    middle = (total1 + total2) / 2
    return VolumeMixRate(
        total1=total1 * parts.overall1,
        total2=total2 * parts.overall2,
        volume=(total2 - total1) * (parts.overall1 + parts.overall2) / 2,
        mix=parts.composition * middle,
        rate=parts.rate * middle,
    )
