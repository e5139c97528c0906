"""One byte of the database is another one, then a file is loaded: what became of it?

`sound`: it got its receipt, a copy was read through, and every table of the database reads.
`named`: the damage was said, at the opening, instead of the receipt or with it.
`restored`: beside being named, `restore` brought back what the last backup held.
Anything else breaks the promise.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.compute  # noqa: F401  loaded once, before the forks

from analytics.errors import StoreFault
from analytics.store import Store, restore
from analytics.store.backup_files import newest_sound_file
from analytics.store.soundness import is_sound
from tests.store.broken import flip
from tests.store.dying import bring, forked

DATABASE = "expolens.duckdb"


def prepared(folder: Path) -> Path:
    """A data folder with one import and its backup."""
    forked(lambda: _filled(folder))
    return folder


def _filled(folder: Path) -> bool:
    with Store(folder) as store:
        bring(store, 1)
    return True


def outcomes(start: Path, work: Path, flips: int, controls: int, seed: int = 13) -> Counter[str]:
    """How often each outcome came about; controls are counted by themselves."""
    rng = random.Random(seed)
    size = (start / DATABASE).stat().st_size
    places = [rng.randrange(size) for _ in range(flips)]
    counts: Counter[str] = Counter()
    for number, place in enumerate([*places, *[None] * controls]):
        folder = work / f"flip{number}"
        shutil.copytree(start, folder)
        if place is not None:
            flip(folder / DATABASE, place)
        outcome = forked(lambda folder=folder: outcome_in(folder)) or "process ended"
        counts[outcome if place is not None else f"control {outcome}"] += 1
        print(json.dumps({"place": place, "outcome": outcome}), flush=True)
        shutil.rmtree(folder)
    return counts


def outcome_in(folder: Path) -> str:
    """Load a file, look what is left, and go the way out where damage was named."""
    try:
        outcome = _after_load(folder)
    except StoreFault as fault:
        outcome = f"named {fault.reason}"
    except Exception as error:
        return f"not named {type(error).__name__}"
    if newest_sound_file(folder / "backup") is None:
        return "no backup reads"
    if outcome == "sound":
        return outcome if is_sound(folder / DATABASE) else "damaged in silence"
    return _after_restore(folder, outcome)


def _after_load(folder: Path) -> str:
    with Store(folder) as store:
        receipt = bring(store, 2)
        problem = store.backup_state.problem
    return "sound" if receipt.is_backed_up else f"named {problem}"


def _after_restore(folder: Path, outcome: str) -> str:
    if "damaged" not in outcome:
        return outcome
    restore.restore(folder, restore.backup_of(folder, None))
    with Store(folder) as store:
        bring(store, 3)
        rows: Any = store.history()
    return "restored" if len(rows) >= 2 and os.path.exists(folder / DATABASE) else "not restored"
