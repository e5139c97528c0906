"""The process is killed in the middle of imports: nothing half, nothing acknowledged lost."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from collections import Counter
from pathlib import Path

from analytics.store.backup_files import newest_sound_file
from tests.store.dying import contents, forked, load_many


def outcomes(start: Path, work: Path, kills: int) -> Counter[str]:
    """How often everything acknowledged was there, whole, with a backup that reads."""
    counts: Counter[str] = Counter()
    for number in range(kills):
        outcome = _outcome(start, work / f"kill{number}", number)
        print(json.dumps({"kill": number, "outcome": outcome}), flush=True)
        counts[outcome] += 1
    return counts


def _outcome(start: Path, folder: Path, seed: int) -> str:
    shutil.copytree(start, folder)
    receipts = folder / "receipts"
    receipts.touch()

    def kill(child: int) -> None:
        end = time.monotonic() + 60
        while not receipts.stat().st_size and time.monotonic() < end:
            time.sleep(0.005)
        time.sleep(random.Random(seed).uniform(0, 0.6))
        os.kill(child, signal.SIGKILL)

    forked(lambda: load_many(folder, receipts), kill)
    acknowledged = set(receipts.read_text("utf-8").split())
    left = forked(lambda: contents(folder))
    has_backup = newest_sound_file(folder / "backup") is not None
    shutil.rmtree(folder)
    if left is None:
        return "does not open"
    if not acknowledged <= set(left["history"]):
        return "acknowledged and lost"
    if any(recorded != there for recorded, there in left["history"].values()):
        return "half"
    return "whole" if has_backup else "no backup reads"
