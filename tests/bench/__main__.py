"""Run the measures named, or all."""

from __future__ import annotations

import sys

from tests.bench import (
    comments,
    decks,
    drivers,
    imports,
    perception,
    pollock,
    screens,
    starts,
    studies,
    workbooks,
)

MEASURES = {
    "screens": screens.report,
    "starts": starts.report,
    "import": imports.report,
    "studies": studies.report,
    "drivers": drivers.report,
    "perception": perception.report,
    "comments": comments.report,
    "deck": decks.report,
    "xlsx": workbooks.report,
    "pollock": pollock.report,
}

if __name__ == "__main__":
    for name in [word for word in sys.argv[1:] if word in MEASURES] or MEASURES:
        print(f"== {name}", flush=True)
        MEASURES[name]()
