"""Run the measures named, or all."""

from __future__ import annotations

import argparse
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


def _chosen_studies(arguments: list[str]) -> None:
    """`studies --only abc,rfm --size 1000000`: these studies, at this number of responses."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench studies")
    parser.add_argument("--only", default="", help="keys of studies, with commas between")
    parser.add_argument("--size", type=int, help="responses; 10 k, 100 k and 1 M without it")
    asked = parser.parse_args(arguments)
    only = tuple(key for key in asked.only.split(",") if key)
    studies.report((asked.size,) if asked.size else (), only)


if __name__ == "__main__":
    if sys.argv[1:2] == ["studies"] and sys.argv[2:3] and sys.argv[2].startswith("--"):
        print("== studies", flush=True)
        _chosen_studies(sys.argv[2:])
        sys.exit()
    for name in [word for word in sys.argv[1:] if word in MEASURES] or MEASURES:
        print(f"== {name}", flush=True)
        MEASURES[name]()
