"""How many fairs, from which seed. The seed was fixed before the first run and is never changed to
make a claim pass.
"""

from __future__ import annotations

from zlib import crc32

import numpy as np

SEED = 20061012
WHOLE = {"closed form": 2_000, "resampled": 200}
STUDIES_ASKED = 200
"""Whole fairs that are loaded into a store and asked study by study."""

PARTS = {"whole": 1, "tenth": 10}


def chance(experiment: str, fair: int) -> np.random.Generator:
    """The chance of one fair: the same whichever experiments run with it, on how many fairs."""
    return np.random.default_rng([SEED, crc32(experiment.encode()), fair])
