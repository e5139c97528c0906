"""A reference case: a folder with how.md (by whom, by which method), input and expected.json."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One folder; `method` is the word after `method:` in its how.md."""

    name: str
    method: str
    folder: Path
    expected: Any

    def table(self) -> pd.DataFrame:
        """The rows of input.csv."""
        return pd.read_csv(self.folder / "input.csv")


def read_case(folder: Path) -> Case | None:
    """The case in a folder; None when it holds none."""
    how, expected = folder / "how.md", folder / "expected.json"
    if not (how.is_file() and expected.is_file()):
        return None
    line = re.search(r"^method:[ \t]*(.+?)[ \t]*$", how.read_text(encoding="utf-8"), re.MULTILINE)
    method = line.group(1) if line else ""
    return Case(folder.name, method, folder, json.loads(expected.read_text(encoding="utf-8")))


def folders_in(directory: Path) -> list[Path]:
    """The folders of a directory, by name. ValueError when there is no such directory."""
    if not directory.is_dir():
        raise ValueError(f"no such folder: {directory}")
    return sorted(
        path for path in directory.iterdir() if path.is_dir() and not path.name.startswith(".")
    )
