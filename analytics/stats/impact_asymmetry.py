"""How sure is it that an item punishes more than it rewards? Asymmetries of many resamples at once.

Method: the penalty–reward contrasts of `penalty_reward.py` for a stack of cross-product matrices;
asymmetry is (reward - |penalty|) over their sum, parts of the wrong sign counting 0. Assumption: as
there. Source: Mikulić & Prebežac 2008; Davison & Hinkley 1997 for the resampling around it.
"""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray


def impact_asymmetries(products: npt.ArrayLike) -> FloatArray:
    """(…, items) from Z'Z (…, columns, columns) of Z = (1, low₁, high₁, …, overall); NaN where
    nothing is left of both.
    """
    whole = np.asarray(products, dtype=np.float64)
    if whole.shape[-1] % 2 or whole.shape[-1] < 4:
        raise ValueError(
            "two marks per item are needed between 1 and the overall judgement, not"
            f" {whole.shape[-1] - 2}"
        )
    inverse = np.linalg.pinv(whole[..., :-1, :-1], rcond=1e-10, hermitian=True)
    slopes = (inverse @ whole[..., :-1, -1:])[..., 1:, 0]
    penalty, reward = np.maximum(-slopes[..., ::2], 0.0), np.maximum(slopes[..., 1::2], 0.0)
    span = penalty + reward
    return np.asarray(
        np.where(span > 0, (reward - penalty) / np.where(span > 0, span, 1.0), np.nan)
    )
