"""What is no order lies in the inbox of the running app: does the order behind it get a receipt?"""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from pathlib import Path

from analytics.intake.load import inbox
from tests.e2e.browser import Server
from tests.intake.files import csv_text
from tests.intake.load.inbox_plants import PLANTS

PATIENCE_S = 60


def outcomes(data: Path, plants: int, seed: int) -> Counter[str]:
    """How often an order got its receipt although something else lay before it. `data` is the
    folder that EXPOLENS_DATA names.
    """
    counts: Counter[str] = Counter()
    if plants == 0:
        return counts
    rng = random.Random(seed)
    names = [*PLANTS] * (plants // len(PLANTS)) + rng.sample([*PLANTS], plants % len(PLANTS))
    rng.shuffle(names)
    with Server(data=data) as server:
        for number, name in enumerate(names):
            _clear(inbox.inbox_folder())
            PLANTS[name](inbox.inbox_folder())
            outcome = _outcome_of_order(data, number)
            print(json.dumps({"plant": name, "outcome": outcome}), flush=True)
            counts[outcome] += 1
        if server.process.poll() is not None or "Traceback" in server.log():
            counts["the app ended, or its log holds a trace"] += 1
    return counts


def _clear(place: Path) -> None:
    """Takes away what the app left of earlier plants."""
    for left in [*place.glob("aa.*"), *place.glob("..*.json")]:
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()


def _outcome_of_order(data: Path, number: int) -> str:
    path = data.parent / f"visitors{number}.csv"
    path.write_text(
        csv_text("届次,日期,观众类别,人数", f"8,2006-10-12,专业观众,{100 + number}"), "utf-8"
    )
    answer = inbox.answer_to(inbox.leave(path, "planted", None, "", "anna"), PATIENCE_S)
    if answer is None:
        return "no receipt"
    return "receipt" if answer["state"] == "done" else "refused"
