"""Sums over pairs of items, from the answers themselves."""

import numpy as np
import numpy.typing as npt

from analytics.stats.pairwise import PairSums


def pair_sums(rows: npt.ArrayLike, weights: npt.ArrayLike | None = None) -> PairSums:
    """From respondents × items, NaN for no answer."""
    answers = np.asarray(rows, dtype=np.float64)
    answered = np.isfinite(answers).astype(np.float64)
    weighted = (
        answered if weights is None else answered * np.asarray(weights, dtype=np.float64)[:, None]
    )
    values = np.where(answered > 0, answers, 0.0)
    return PairSums(
        weighted.T @ answered,
        (values * weighted).T @ answered,
        (values**2 * weighted).T @ answered,
        (values * weighted).T @ values,
    )
