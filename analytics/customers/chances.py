"""The chances of exhibitors that came and skipped alike: to come next, to grow, to become regular,
to reach what the upper quarter of the industry brings.

Method: shares of the fair's own earlier editions by way of coming so far; a way with fewer than
thirty exhibitors takes the share of all. Assumption: the next edition treats exhibitors as earlier
ones did. Source: Blattberg, Kim & Neslin 2008.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analytics.stats.suppression import FAINT_BELOW
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import FloatArray, IntArray
    from analytics.store import Reader

FIRST_TIME, CONFIRMED, TRUSTING, MISSED_LAST, MISSED_MORE = range(5)


@dataclass(frozen=True, eq=False)
class Chances:
    """`ways`: one row per way of coming so far (n, stayed, compared, grew: counts; stay, grow:
    shares; rise: median share by which those who grew brought more). `regular`: share of those who
    ever skipped that came to three running afterwards, of `skipped`. `targets`: by exhibitor, what
    the upper quarter of its industry brings; `reach`: share of those below it that reached it next
    time.
    """

    ways: pd.DataFrame
    regular: float
    skipped: int
    targets: pd.Series[float]
    reach: float


def read_chances(reader: Reader, values: dict[str, Any], place: int) -> Chances | None:
    """What editions before this place teach; None where there is none."""
    at = values | {"place": place}
    counted = reader.frame(statement(__package__, "chances"), **at).set_index("way")
    if counted.empty:
        return None
    ways = counted.reindex(range(MISSED_MORE + 1), fill_value=0)
    ways["stay"] = _shares(ways["stayed"], ways["n"])
    ways["grow"] = _shares(ways["grew"], ways["compared"])
    row = reader.rows(statement(__package__, "regular"), **at)[0]
    skipped = int(row["skipped"])
    below = reader.rows(statement(__package__, "reached"), **at)[0]
    targets = reader.frame(statement(__package__, "headroom"), **at)
    return Chances(
        ways,
        row["regular"] / skipped if skipped else 0.0,
        skipped,
        targets.set_index("exhibitor_id")["target"],
        below["reached"] / below["below"] if below["below"] else 0.0,
    )


def _shares(part: pd.Series[int], whole: pd.Series[int]) -> FloatArray:
    """Shares of each way; of all together where a way has too few."""
    pooled = part.sum() / max(whole.sum(), 1)
    own = part / whole.clip(lower=1)
    return np.asarray(np.where(whole >= FAINT_BELOW, own, pooled))


def ways_of(lives: pd.DataFrame) -> IntArray:
    """The way of coming so far of each exhibitor."""
    gap, streak = lives["gap"].to_numpy(), lives["streak"].to_numpy()
    rules = [
        (gap >= 2, MISSED_MORE),
        (gap == 1, MISSED_LAST),
        (lives["editions_so_far"].to_numpy() == 1, FIRST_TIME),
        (streak >= 3, TRUSTING),
    ]
    return np.select([rule for rule, _ in rules], [way for _, way in rules], CONFIRMED)
