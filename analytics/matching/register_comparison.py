"""The comparison of a whole register in a child process: seconds of work that hold up nobody else's
page.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from analytics import worker
from analytics.matching.pairs import Match, Named, duplicates
from analytics.wording import phrase
from analytics.worker import Report

TASK = "analytics.matching.register_comparison:compare"
NAMES, PAIRS = "names.json", "pairs.json"
STEP = phrase("Comparing names")
STARTED = 0.05


def compare(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Reads `names.json`, writes `pairs.json`: each pair as two places in the list, with its score,
    verdict and reasons.
    """
    report(STARTED, STEP)
    told = json.loads((folder / NAMES).read_text("utf-8"))
    names = [Named(one["key"], one["name"], tuple(one["others"])) for one in told]
    places = {name.key: place for place, name in enumerate(names)}
    found = duplicates(names, lambda share: report(STARTED + (1 - STARTED) * share, STEP))
    pairs = [
        (places[one.name.key], places[one.kept.key], one.score, one.verdict, one.reasons)
        for one in found
        if one.kept
    ]
    (folder / PAIRS).write_text(json.dumps(pairs), "utf-8")
    return {"pairs": len(pairs)}


def duplicates_in_a_child(names: Sequence[Named]) -> list[Match]:
    """What `duplicates` finds. Raises ChildStopped where the child ran out of memory or time."""
    with tempfile.TemporaryDirectory(prefix="expolens-names-") as place:
        folder = Path(place)
        (folder / NAMES).write_text(json.dumps([asdict(name) for name in names]), "utf-8")
        worker.run(TASK, {}, folder, limits=worker.LONG)
        pairs = json.loads((folder / PAIRS).read_text("utf-8"))
    return [
        Match(names[one], names[kept], score, verdict, tuple(reasons))
        for one, kept, score, verdict, reasons in pairs
    ]
