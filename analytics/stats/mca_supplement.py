"""Where would others lie on the map? Supplementary categories.

Method: a category that took no part in making the map lies at the mean of its respondents, divided
by the axis's standard deviation; it comes from a table with the active categories, never from rows.
Assumption: the map stands (`mca.py`); supplementary answers may be missing, the active ones not.
Source: Greenacre 2017; Le Roux & Rouanet 2010; Husson, Lê & Pagès 2017.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, matrix
from analytics.stats.mca import Mca, quality


@dataclass(frozen=True, slots=True, eq=False)
class Supplement:
    """Categories × axes. `parts` holds n·coordinate²/N of each: summed over the categories of a
    question it is η².
    """

    counts: FloatArray
    coordinates: FloatArray
    cos2: FloatArray
    v: FloatArray
    parts: FloatArray


def supplementary_categories(answer_map: Mca, table: npt.ArrayLike) -> Supplement:
    """From counts of supplementary × active categories. An empty category is NaN. ValueError when
    shapes do not fit.
    """
    both = matrix(table, "table")
    if both.shape[1] != answer_map.counts.size:
        raise ValueError(
            f"table must have {answer_map.counts.size} active categories, not {both.shape[1]}"
        )
    counts = both.sum(axis=1) / answer_map.questions
    answered = np.where(counts > 0, counts, np.nan)[:, None]
    scale = answer_map.questions * answer_map.eigenvalues[: answer_map.axes]
    coordinates = both @ answer_map.coordinates / answered / scale
    cos2, v = quality(coordinates, counts, answer_map.n)
    return Supplement(counts, coordinates, cos2, v, coordinates**2 * counts[:, None] / answer_map.n)
