"""What becomes of every file of a corpus: what is said of it, and which rows are stored."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.unchanged import tables
from tests.unchanged.answers import LANGUAGES
from tests.unchanged.checkout import Checkout, write

MAPPING_ENDING = ".mapping.json"
MOST_ATTEMPTS = 3


def take(checkout: Checkout, corpora: list[Path], out: Path) -> None:
    """One file for each file, under the name of its corpus."""
    for place, corpus in enumerate(corpora, start=1):
        for number, file in enumerate(_files(corpus)):
            work = checkout.work / f"import-{place}-{number}"
            content = {
                language: examine(checkout, file, work / language, language)
                for language in LANGUAGES
            }
            name = file.relative_to(corpus)
            write(out / f"{place}-{corpus.name}" / name.with_name(name.name + ".json"), content)
            shutil.rmtree(work)


def _files(corpus: Path) -> list[Path]:
    return sorted(path for path in corpus.rglob("*") if path.is_file())


def examine(checkout: Checkout, file: Path, work: Path, language: str) -> dict[str, Any]:
    """Import one file into a store of its own, as often as a person would after reading why not.

    What is stored does not depend on the language: its rows are written for the first one only.
    """
    incoming, data = work / "incoming", work / "data"
    incoming.mkdir(parents=True)
    shutil.copyfile(file, incoming / file.name)
    attempts = list(_attempts(checkout, incoming / file.name, data, language))
    rows = tables.of_folder(data) if language == LANGUAGES[0] else {}
    return {"attempts": attempts, "tables": {k: v for k, v in rows.items() if v["rows"]}}


def _attempts(
    checkout: Checkout, file: Path, data: Path, language: str
) -> Iterator[dict[str, Any]]:
    suggested = file.with_name(file.name + MAPPING_ENDING)
    findings = file.parent / "findings.csv"
    order = ["--language", language, "import", str(file), "--fair", "Fair", "--edition", "1"]
    order += [*_mapping_out(checkout, suggested), "--findings", str(findings)]
    for attempt in range(MOST_ATTEMPTS):
        outcome = checkout.run(order, data)
        mapping = json.loads(suggested.read_text("utf-8")) if suggested.exists() else None
        yield vars(outcome) | {"mapping": mapping, "findings": _lines(findings)}
        if outcome.code == 0 or (attempt and mapping is None):
            return
        order = [*order[: order.index("--findings") + 2], "--mend"]
        if mapping is not None:
            completed = file.with_name("completed.json")
            completed.write_text(json.dumps(complete(mapping)), "utf-8")
            order += ["--mapping", str(completed)]
            suggested.unlink()


def _mapping_out(checkout: Checkout, suggested: Path) -> list[str]:
    """Asks for the suggested mapping; earlier checkouts lay it there without being asked."""
    command = (checkout.tree / "analytics" / "__main__.py").read_text("utf-8")
    return ["--mapping-out", str(suggested)] if "--mapping-out" in command else []


def _lines(findings: Path) -> list[str]:
    if not findings.exists():
        return []
    lines = findings.read_text("utf-8-sig").splitlines()
    findings.unlink()
    return lines


def complete(mapping: dict[str, Any]) -> dict[str, Any]:
    """A suggested mapping with a plain answer to whatever it leaves open."""
    return mapping | {"columns": [_settled(column) for column in mapping["columns"]]}


def _settled(column: dict[str, Any]) -> dict[str, Any]:
    settled = {name: value for name, value in column.items() if name != "doubt"}
    if settled.get("unit") == 0:
        settled["unit"] = 1
    if settled["target"] == "field":
        return {"grouping": ",", "date_order": "dmy"} | settled
    if settled["target"] in ("item", "importance", "expectation", "measure"):
        direction = "down" if settled.get("is_reversed") else "up"
        return {"scale": [1, 5], "direction": direction} | settled
    return settled
