"""The process is killed in the middle of its work: nothing half, nothing acknowledged lost.

Three of four die while they import, undo, edit and back up; the fourth while a restore puts a
backup in the place of a damaged database.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from analytics.errors import StoreFault
from analytics.store import Store, restore
from analytics.store.backup_files import backup_files, newest_sound_file
from tests.store.broken import flip
from tests.store.dying import bring, contents, forked

DATABASE = "expolens.duckdb"
SEGMENT = "select count(*) from segments where name = $name"


def outcomes(start: Path, work: Path, kills: int, seed: int) -> Counter[str]:
    """How often everything acknowledged was there, whole, with a backup that reads."""
    counts: Counter[str] = Counter()
    for number in range(kills):
        folder = work / f"kill{number}"
        shutil.copytree(start, folder)
        die = _restoring if number % 4 == 3 else _writing
        outcome = die(folder, seed * 10_000 + number)
        shutil.rmtree(folder)
        print(json.dumps({"kill": number, "outcome": outcome}), flush=True)
        counts[outcome] += 1
    return counts


def _writing(folder: Path, seed: int) -> str:
    receipts = folder / "receipts"
    receipts.touch()
    forked(lambda: work_on(folder, receipts, seed), _kill_after(receipts, seed))
    acknowledged = receipts.read_text("utf-8").split()
    left = forked(lambda: contents(folder) | {"lost": _lost(folder, acknowledged)})
    if left is None:
        return "does not open"
    if left["lost"]:
        return f"acknowledged and lost: {left['lost'][0].split(':')[0]}"
    if any(recorded != there for recorded, there in left["history"].values()):
        return "half"
    has_backup = newest_sound_file(folder / "backup") is not None
    return "whole" if has_backup else "no backup reads"


def _kill_after(receipts: Path, seed: int, most_s: float = 0.8) -> Callable[[int], None]:
    """A random moment after the first receipt."""

    def kill(child: int) -> None:
        end = time.monotonic() + 60
        while not receipts.stat().st_size and time.monotonic() < end:
            time.sleep(0.002)
        time.sleep(random.Random(seed).uniform(0, most_s))
        os.kill(child, signal.SIGKILL)

    return kill


def work_on(folder: Path, receipts: Path, seed: int) -> bool:
    """One piece of work after the other; each is written down as soon as it has returned."""
    rng = random.Random(seed)
    acts = [_import, _undo, _segment, _back_up]
    with Store(folder) as store, receipts.open("a", encoding="utf-8") as file:
        for number in range(2, 60):
            rng.choices(acts, [4, 2, 2, 2])[0](store, number, file)
    return True


def _import(store: Store, number: int, receipts: TextIO) -> None:
    bring(store, number)
    _acknowledge(receipts, f"import:survey{number}")


def _undo(store: Store, _: int, receipts: TextIO) -> None:
    live = [record for record in store.history() if record.undone_at is None]
    if len(live) > 1:
        store.undo(live[0].import_id, "anna")
        _acknowledge(receipts, f"undo:{live[0].import_id}")


def _segment(store: Store, number: int, receipts: TextIO) -> None:
    store.save_segment(f"s{number}", "f", f"group{number}", "{}", [], "anna")
    _acknowledge(receipts, f"segment:group{number}")


def _back_up(store: Store, _: int, receipts: TextIO) -> None:
    _acknowledge(receipts, f"backup:{store.back_up().name}")


def _acknowledge(receipts: TextIO, what: str) -> None:
    receipts.write(f"{what}\n")
    receipts.flush()


def _lost(folder: Path, acknowledged: list[str]) -> list[str]:
    """What was acknowledged and is not there; of the backups, the last one."""
    backups = [what for what in acknowledged if what.startswith("backup:")][-1:]
    others = [what for what in acknowledged if not what.startswith("backup:")]
    with Store(folder) as store:
        return [what for what in [*others, *backups] if not _is_there(store, *what.split(":"))]


def _is_there(store: Store, kind: str, name: str) -> bool:
    history = store.history()
    if kind == "import":
        return any(record.sha256 == name for record in history)
    if kind == "undo":
        return any(record.import_id == int(name) and record.undone_at for record in history)
    if kind == "backup":
        return (store.backups / name).exists() or len(backup_files(store.backups)) >= 3
    with store.reader() as reader:
        return bool(reader.value(SEGMENT, name=name))


def _restoring(folder: Path, seed: int) -> str:
    """A damaged database with something in its log; the restore is killed, then asked for again if
    it had not come about.
    """
    flip(folder / DATABASE, (folder / DATABASE).stat().st_size // 3)
    damaged = _digest(folder / DATABASE)
    begun = folder / "begun"
    begun.touch()
    forked(lambda: _restore(folder, begun), _kill_after(begun, seed, most_s=0.5))
    left: Any = forked(lambda: _opened_or_restored(folder))
    if left != ["survey1"]:
        return f"after a killed restore: {left}"
    is_aside = damaged in {_digest(path) for path in folder.glob("*.duckdb")}
    return "restored" if is_aside else "what was there is gone"


def _restore(folder: Path, begun: Path) -> bool:
    begun.write_text("now", "utf-8")
    restore.restore(folder, restore.backup_of(folder, None))
    return True


def _opened_or_restored(folder: Path) -> list[str]:
    try:
        restore.contents_of_database(folder)
    except StoreFault:
        restore.restore(folder, restore.backup_of(folder, None))
    with Store(folder) as store:
        return [record.sha256 for record in store.history()]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
