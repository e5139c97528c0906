"""Everything found in the files of one command, in one CSV that is whole after each of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from analytics.intake.load.finding_list import table
from analytics.store import Finding
from analytics.wording import Say


class FindingsFile:
    """A CSV to be. Where several files are read, its first column says which one a line is of."""

    def __init__(self, path: Path, sources: Sequence[Path], say: Say) -> None:
        self._path, self.say = path, say
        self._sources = tuple(sources)
        self._findings: list[tuple[str, Sequence[Finding]]] = []

    def refusal(self) -> str:
        """Why nothing may be written there; '' where it may."""
        if any(_is_same(self._path, source) for source in self._sources):
            return self.say(
                "{file} is to be read, so what is found in it cannot be written there. Name another"
                " file with --findings.",
                file=self._path.name,
            )
        return ""

    def add(self, file_name: str, findings: Sequence[Finding]) -> str:
        """Write down what was found in one more file. What to say where that failed, else ''."""
        from analytics import sheets

        self._findings.append((file_name, findings))
        rows = table([finding for _, group in self._findings for finding in group], self.say)
        if len(self._sources) > 1:
            names = [name for name, group in self._findings for _ in group]
            rows.insert(0, self.say("File"), names)
        try:
            self._path.write_bytes(sheets.csv_bytes(rows))
        except OSError:
            return self.say(
                "{file} cannot be written. Name another place for it.", file=self._path.name
            )
        return ""


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
