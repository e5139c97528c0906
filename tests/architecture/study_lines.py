"""How long each study is, and what the kit of customers saves: `python -m
tests.architecture.study_lines`.

Lines of Python and SQL that are not blank. A study draws from the kit what it names of it: the
modules of `analytics/customers/` that it imports, itself or through them.
"""

from __future__ import annotations

import ast
from pathlib import Path

from analytics.folders import ROOT

STUDIES = ROOT / "analytics" / "studies"
KIT = ROOT / "analytics" / "customers"
PREFIX = "analytics.customers."


def lines(folder: Path) -> int:
    """Of every file of a folder, or of one file."""
    files = [folder] if folder.is_file() else [*folder.rglob("*.py"), *folder.rglob("*.sql")]
    return sum(bool(line.strip()) for file in files for line in file.read_text().splitlines())


def imports(folder: Path) -> set[str]:
    """The modules of the kit that the files of a folder, or one file, name."""
    named: set[str] = set()
    for file in [folder] if folder.is_file() else folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module:
                modules = [node.module, *(f"{node.module}.{name.name}" for name in node.names)]
                named |= {m for m in modules if m.startswith(PREFIX) and _file(m).is_file()}
    return named


def drawn(folder: Path) -> set[str]:
    """Those, and those that they name in turn."""
    reached, waiting = set[str](), imports(folder)
    while waiting:
        reached |= waiting
        waiting = {name for module in waiting for name in imports(_file(module))} - reached
    return reached


def _file(module: str) -> Path:
    return (ROOT / Path(*module.split("."))).with_suffix(".py")


def main() -> None:
    """A line a study, and a sum."""
    folders = sorted(path for path in STUDIES.iterdir() if (path / "compute.py").is_file())
    saved = 0
    for folder in folders:
        own, kit = lines(folder), sum(lines(_file(module)) for module in drawn(folder))
        saved += kit
        print(f"{folder.name:24} {own:6,} lines of its own {kit:6,} from the kit of customers")
    print(
        f"{'together':24} {sum(map(lines, folders)):6,} lines; the kit has {lines(KIT):,} and",
        end=" ",
    )
    print(f"stands for {saved:,} that would have been written again")


if __name__ == "__main__":
    main()
