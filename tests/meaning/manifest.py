"""A manifest's entries."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OUTCOMES = ("stored", "asked", "refused")
Checks = tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Ending:
    """One way in which a stored file is right."""

    stored: Checks = ()
    named: tuple[int | str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """`args` holds one tuple a file."""

    files: tuple[str, ...]
    args: tuple[tuple[str, ...], ...]
    outcomes: tuple[str, ...]
    endings: tuple[Ending, ...]
    must_not: tuple[str, ...] = ()
    answers: Checks = ()
    today: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        return " + ".join(self.files)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Entry:
        files = _listed(values["files"])
        stored, named = _listed(values.get("stored")), _listed(values.get("named"))
        endings = [
            Ending(stored + _listed(way.get("stored")), named + _listed(way.get("named")))
            for way in values.get("either", [{}])
        ]
        outcomes = _listed(values.get("outcome", OUTCOMES[0]))
        if unknown := set(outcomes) - set(OUTCOMES):
            raise ValueError(f"{files}: no such outcome: {unknown}")
        return cls(
            files,
            _args(values.get("args", []), len(files)),
            outcomes,
            tuple(endings),
            _listed(values.get("must_not")),
            _listed(values.get("answer")),
            values.get("today") or "",
            values.get("note", ""),
        )


def entries_of(path: Path) -> list[Entry]:
    return [Entry.of(values) for values in json.loads(path.read_text("utf-8"))]


def _listed(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def _args(args: list[Any], files: int) -> tuple[tuple[str, ...], ...]:
    """Those of each file: the same for all of them, or a list for each."""
    if args and all(isinstance(part, list) for part in args):
        return tuple(tuple(map(str, part)) for part in args)
    return (tuple(map(str, args)),) * files
