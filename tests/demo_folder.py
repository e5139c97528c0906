"""The folder of the demo fair, loaded once a run however many processes test it."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from analytics.intake.load.command import set_up_demo
from analytics.store import Store

PATIENCE_S = 300


def fill(folder: Path, run: Path) -> None:
    """Put the demo fair into `folder`; `run` is a folder that all processes of this run share."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        shutil.copytree(_loaded_once(run), folder, dirs_exist_ok=True)
    else:
        _load(folder)


def _loaded_once(run: Path) -> Path:
    """Whoever comes first loads it; the others wait, and take its place where it gave up."""
    loaded, lock, end = run / "demo", run / "demo.lock", time.monotonic() + PATIENCE_S
    while not loaded.exists():
        try:
            lock.mkdir()
        except FileExistsError:
            if time.monotonic() > end:
                raise TimeoutError(
                    "another process is loading the demo fair for too long"
                ) from None
            time.sleep(0.1)
            continue
        try:
            _load_here(loaded)
        finally:
            lock.rmdir()
    return loaded


def _load_here(loaded: Path) -> None:
    if loaded.exists():
        return
    unfinished = loaded.with_suffix(f".{os.getpid()}")
    _load(unfinished)
    unfinished.rename(loaded)


def _load(folder: Path) -> None:
    with Store(folder) as store:
        set_up_demo(store)
