"""The comparison of a whole register in a child process: seconds that hold up nobody's page."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from analytics import worker
from analytics.matching.pairs import CompanyNames, Match, duplicates
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
    rows = json.loads((folder / NAMES).read_text("utf-8"))
    names = [CompanyNames(row["key"], row["name"], tuple(row["others"])) for row in rows]
    places = {name.key: place for place, name in enumerate(names)}
    matches = duplicates(names, lambda share: report(STARTED + (1 - STARTED) * share, STEP))
    pairs = [
        (places[match.name.key], places[match.kept.key], match.score, match.verdict, match.reasons)
        for match in matches
        if match.kept
    ]
    (folder / PAIRS).write_text(json.dumps(pairs), "utf-8")
    return {"pairs": len(pairs)}


def duplicates_in_a_child(names: Sequence[CompanyNames]) -> list[Match]:
    """What `duplicates` finds. Raises ChildStopped where the child ran out of memory or time."""
    with tempfile.TemporaryDirectory(prefix="expolens-names-") as place:
        folder = Path(place)
        (folder / NAMES).write_text(json.dumps([asdict(name) for name in names]), "utf-8")
        worker.run(TASK, {}, folder, limits=worker.LONG)
        pairs = json.loads((folder / PAIRS).read_text("utf-8"))
    return [
        Match(names[place], names[kept_place], score, verdict, tuple(reasons))
        for place, kept_place, score, verdict, reasons in pairs
    ]
