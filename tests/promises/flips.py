"""One byte of the database is another one, then a file is loaded: what became of it?

`sound`: it got its receipt, a copy was read through, and database and copy hold to the last cell
what they hold where nothing was flipped.
`restored`: the damage was named, at the opening, instead of the receipt or with it, and `restore`
brought back what the last backup held.
Anything else breaks the promise.
"""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.compute  # noqa: F401  loaded once, before the forks

from analytics.errors import StoreFault
from analytics.store import Store, restore
from analytics.store.backup_files import newest_sound_file
from tests.store.broken import flip
from tests.store.dying import bring, forked, summed

DATABASE, LOG, LOCK = "expolens.duckdb", "expolens.duckdb.wal", "expolens.lock"
LATE_EDIT = "update fairs set name_en = 'After the backup'"


def prepared(folder: Path) -> Path:
    """A data folder with one import and its backup."""
    forked(lambda: _filled(folder))
    return folder


def _filled(folder: Path) -> bool:
    with Store(folder) as store:
        bring(store, 1)
    return True


def _crashed(folder: Path) -> bool:
    """As a process leaves it that ended with something in the log which no backup holds."""
    with Store(folder) as store:
        store.write(LATE_EDIT)
        lying = {name: (folder / name).read_bytes() for name in (DATABASE, LOG, LOCK)}
        backups = sorted((folder / "backup").iterdir())
    for name, content in lying.items():
        (folder / name).write_bytes(content)
    for path in set((folder / "backup").iterdir()) - set(backups):
        path.unlink()
    return True


def outcomes(start: Path, work: Path, flips: int, controls: int, seed: int) -> Counter[str]:
    """How often each outcome came about; controls are counted by themselves."""
    return _tried(start, work, DATABASE, flips, controls, seed)


def outcomes_of_log(start: Path, work: Path, flips: int, seed: int) -> Counter[str]:
    """The same for the log beside a database whose process ended without closing it."""
    if flips == 0:
        return Counter()
    crashed = shutil.copytree(start, work / "crashed")
    forked(lambda: _crashed(crashed))
    return _tried(crashed, work, LOG, flips, 1, seed)


def _tried(
    start: Path, work: Path, name: str, flips: int, controls: int, seed: int
) -> Counter[str]:
    rng = random.Random(seed)
    size = (start / name).stat().st_size
    places = [rng.randrange(size) for _ in range(flips)]
    expected = _in_a_copy(start, work / "whole", lambda folder: _sums_after_load(folder))
    counts: Counter[str] = Counter()
    for place in [*places, *[None] * controls]:

        def tried(folder: Path, place: int | None = place) -> str:
            if place is not None:
                flip(folder / name, place)
            return outcome_in(folder, expected)

        outcome = _in_a_copy(start, work / "flipped", tried) or "the process ended"
        counts[outcome if place is not None else f"control {outcome}"] += 1
        print(json.dumps({"file": name, "place": place, "outcome": outcome}), flush=True)
    return counts


def _in_a_copy(start: Path, folder: Path, work: Callable[[Path], Any]) -> Any:
    shutil.copytree(start, folder)
    try:
        return forked(lambda: work(folder))
    finally:
        shutil.rmtree(folder)


def _sums_after_load(folder: Path) -> dict[str, str]:
    with Store(folder) as store:
        bring(store, 2)
        return _sums(store)


def _sums(store: Store) -> dict[str, str]:
    sums: dict[str, str] = summed(store)["sums"]
    return sums


def outcome_in(folder: Path, expected: dict[str, str]) -> str:
    """Load a file, look what is left, and go the way out where damage was named."""
    try:
        outcome = _after_load(folder, expected)
    except StoreFault as fault:
        outcome = f"named {fault.reason}"
    except Exception as error:
        return f"not named {type(error).__name__}"
    if newest_sound_file(folder / "backup") is None:
        return "no backup reads"
    return _after_restore(folder, outcome) if outcome.startswith("named") else outcome


def _after_load(folder: Path, expected: dict[str, str]) -> str:
    with Store(folder) as store:
        receipt = bring(store, 2)
        if not receipt.is_backed_up:
            return f"named {store.backup_state.problem}"
        if _sums(store) != expected:
            return "other cells, in silence"
    with Store.of_backup(folder) as (copy, _):
        return "sound" if _sums(copy) == expected else "another copy, in silence"


def _after_restore(folder: Path, outcome: str) -> str:
    restore.restore(folder, restore.backup_of(folder, None))
    with Store(folder) as store:
        is_back = any(record.sha256 == "survey1" for record in store.history())
        return (
            "restored" if is_back and bring(store, 3).is_backed_up else f"{outcome}, not restored"
        )
