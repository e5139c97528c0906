"""`python -m tests.unchanged take FOLDER` and `python -m tests.unchanged compare BEFORE AFTER`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.unchanged import answers, decks, demo, imports, pages
from tests.unchanged.checkout import Checkout
from tests.unchanged.comparing import differences

PARTS = ("answers", "imports", "pages", "deck")


def main(arguments: list[str] | None = None) -> int:
    """0: taken down, or nothing differs; 1: something differs; 2: called wrongly."""
    parser = argparse.ArgumentParser(prog="python -m tests.unchanged", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    taking = commands.add_parser("take", help="write what a user reads to a new folder")
    taking.add_argument("folder", type=Path, metavar="FOLDER")
    taking.add_argument("--tree", type=Path, default=Path.cwd(), help="the checkout examined")
    taking.add_argument("--corpus", type=Path, nargs="+", action="extend", default=[])
    taking.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    taking.set_defaults(run=take)
    comparing = commands.add_parser("compare", help="print what differs; exit code 1 if anything")
    comparing.add_argument("before", type=Path, metavar="BEFORE")
    comparing.add_argument("after", type=Path, metavar="AFTER")
    comparing.set_defaults(run=compare)
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


def take(chosen: argparse.Namespace) -> int:
    """Examine a checkout part by part and say how long each took."""
    absent = [folder for folder in (chosen.tree, *chosen.corpus) if not folder.is_dir()]
    if absent or (chosen.folder.exists() and any(chosen.folder.iterdir())):
        print(f"no such folder: {absent[0]}" if absent else "FOLDER is not empty", file=sys.stderr)
        return 2
    work = Path(tempfile.mkdtemp(prefix="unchanged-")).resolve()  # as messages would name it
    try:
        with Checkout(chosen.tree.resolve(), work) as checkout:
            _take_parts(checkout, chosen)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return 0


def _take_parts(checkout: Checkout, chosen: argparse.Namespace) -> None:
    out: Path = chosen.folder
    parts = {
        "answers": lambda: answers.take(checkout, out / "answers"),
        "deck": lambda: decks.take(checkout, out / "deck"),
        "pages": lambda: pages.take(checkout, out / "pages"),
        "imports": lambda: imports.take(checkout, chosen.corpus, out / "imports"),
    }
    steps = {"demo": lambda: demo.take(checkout, out / "demo")}
    steps |= {name: part for name, part in parts.items() if name in chosen.only}
    for name, step in steps.items():
        start = time.monotonic()
        step()
        print(f"{name}: {time.monotonic() - start:.0f} s", flush=True)


def compare(chosen: argparse.Namespace) -> int:
    """Print every difference between two folders."""
    for folder in (chosen.before, chosen.after):
        if not folder.is_dir() or not any(folder.iterdir()):
            print(f"nothing was taken down in {folder}", file=sys.stderr)
            return 2
    count = 0
    for difference in differences(chosen.before, chosen.after):
        print(difference)
        count += 1
    print(f"{count} differences" if count else "no difference")
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
