"""A reference case: a folder with how.md (by whom, by which method), input and expected.json."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One folder; `method` is what stands after `method:` in its how.md, `how` the whole of it."""

    name: str
    method: str
    folder: Path
    expected: Any
    how: str = ""

    def table(self, name: str = "input.csv") -> pd.DataFrame:
        """The rows of a file. R's NA and an empty cell are missing; words such as None are not."""
        return pd.read_csv(
            self.folder / name, encoding="utf-8-sig", keep_default_na=False, na_values=["NA", ""]
        )

    def setting(self, name: str, otherwise: Any = None) -> Any:
        """An input of the run, from `settings` or from the top of expected.json."""
        if not isinstance(self.expected, dict):
            return otherwise
        settings = self.expected.get("settings")
        if isinstance(settings, dict) and settings.get(name) is not None:
            return settings[name]
        value = self.expected.get(name)
        return otherwise if value is None else value

    @property
    def result(self) -> Any:
        """What is to be compared: `result` where the case keeps it apart from its settings."""
        whole = self.expected
        return whole.get("result", whole) if isinstance(whole, dict) else whole


def read_case(folder: Path) -> Case | None:
    """The case in a folder; None when it holds none."""
    path, expected = folder / "how.md", folder / "expected.json"
    if not (path.is_file() and expected.is_file()):
        return None
    how = path.read_text(encoding="utf-8")
    line = re.search(r"^method:[ \t]*(.+?)[ \t]*$", how, re.MULTILINE | re.IGNORECASE)
    method = line.group(1) if line else ""
    return Case(folder.name, method, folder, json.loads(expected.read_text(encoding="utf-8")), how)


def folders_in(directory: Path) -> list[Path]:
    """The folders of a directory, by name. ValueError when there is no such directory."""
    if not directory.is_dir():
        raise ValueError(f"no such folder: {directory}")
    return sorted(
        path for path in directory.iterdir() if path.is_dir() and not path.name.startswith(".")
    )
