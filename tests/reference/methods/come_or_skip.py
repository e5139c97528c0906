"""What a come-or-skip sequence says of a firm: entry, frequency, recency, chances.

Method: over the held editions, oldest first: `entry` the first attended, `x` participations after
it, `t_x` held editions from it to the last attended, `n` held editions after it. Assumption: an
edition not held has no column. Source: Fader, Hardie & Shang 2010; entry editions that differ as in
Fader & Hardie's notes on staggered starts.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class ComeOrSkip:
    """One entry per row of the sequences, in whole numbers; every row has a participation."""

    entry: IntArray
    x: IntArray
    t_x: IntArray
    n: IntArray


def come_or_skip(attended: npt.ArrayLike) -> ComeOrSkip:
    """From rows × held editions of true and false. ValueError where a row never took part."""
    present: BoolArray = np.asarray(attended, dtype=bool)
    if present.ndim != 2 or present.shape[1] == 0 or not present.any(axis=1).all():
        raise ValueError("every row needs one participation among the held editions at least")
    entry = present.argmax(axis=1).astype(np.int64)
    last = present.shape[1] - 1 - present[:, ::-1].argmax(axis=1)
    return ComeOrSkip(
        entry=entry,
        x=present.sum(axis=1).astype(np.int64) - 1,
        t_x=(last - entry).astype(np.int64),
        n=(present.shape[1] - 1 - entry).astype(np.int64),
    )
