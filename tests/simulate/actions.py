"""Actions on fairs whose items drift by themselves: is one that works seen, is one that does not
left alone?
"""

from __future__ import annotations

import numpy as np

from analytics.stats.action_effect import action_effect, verdict, with_drift
from tests.simulate.claims import Claim, Experiment, Outcome

ITEMS, EARLIER = 12, 5
PLANTED = 0.3


def _moved(chance: np.random.Generator, effect: float) -> bool:
    firms = int(chance.integers(160, 400))
    drift = chance.uniform(0.05, 0.10)
    levels = chance.uniform(2.8, 3.6, ITEMS)
    moves = chance.normal(0, drift, (EARLIER, ITEMS))
    noise = np.hypot(drift, 0.9 / np.sqrt(firms))
    earlier = chance.normal(0, noise, (EARLIER, ITEMS))
    after = levels + moves[0] + chance.normal(0, 0.1)
    after[0] += effect
    halo = chance.normal(0, 0.6, firms)
    own = chance.normal(0, 0.4, (firms, ITEMS))
    scores = [
        np.clip(np.rint(mean + halo[:, None] + own + chance.normal(0, 0.6, own.shape)), 1, 5)
        for mean in (levels, after)
    ]
    firm, item = (grid.ravel() for grid in np.indices(own.shape))
    result = action_effect(
        np.tile(firm, 2),
        np.tile(item, 2),
        np.repeat([0, 1], firm.size),
        np.concatenate([values.ravel() for values in scores]),
        np.tile(item == 0, 2),
    )
    return verdict(with_drift(result, earlier), PLANTED) == "moved"


def _draw(chance: np.random.Generator) -> Outcome:
    return {"nothing": _moved(chance, 0.0), "planted": not _moved(chance, PLANTED)}


EXPERIMENTS = (
    Experiment(
        "actions among drifting items",
        {
            "nothing": Claim("actions", "moved, where nothing was done", "found", "resampled"),
            "planted": Claim(
                "actions", "not moved, where 0.3 was planted", "found", "resampled", right=0.2
            ),
        },
        _draw,
    ),
)
