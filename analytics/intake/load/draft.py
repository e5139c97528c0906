"""A file on its way in: kept in a folder of its own under a name of our own, until it is confirmed
or dropped.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from analytics import worker
from analytics.errors import StoreFault, UnknownChoice, Unreadable
from analytics.folders import data_folder
from analytics.intake.cells.text_keys import shown_file_name
from analytics.intake.file.file_type import no_table
from analytics.intake.load.plain_file import LARGEST_FILE, copied, open_plain, too_large
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.table.inspection import Inspection

INSPECT = "analytics.intake.load.reading_child:inspect"
UPLOAD = "upload"
ABOUT = "about.json"
INSPECTION = "inspection.json"
MAPPING = "mapping.json"
KEPT_SECONDS = 7 * 86_400
ROOM = 3
FIRST_BYTES = 16
INSPECT_LIMITS = worker.Limits()
PROCESS = uuid.uuid4().hex[:8]
"""The ids of this process's drafts begin so: those of others are nobody's any more."""
ENDINGS = (
    *("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "et", "ods"),
    *("sav", "zsav", "por", "dta"),
)
REFUSED_BY_NAME = ("xlsb",)
"""Opened to be refused with a sentence of their own."""


@dataclass(frozen=True)
class Draft:
    """`file_name` is display text only; nothing on disk is ever called by it. `corrects` is the
    number of the import that it is to replace, 0 for a file that comes new.
    """

    draft_id: str
    folder: Path
    file_name: str
    sha256: str
    size: int
    corrects: int = 0

    @classmethod
    def create(
        cls,
        name: str,
        data: bytes | Path,
        root: Path | None = None,
        *,
        follows_links: bool = True,
        corrects: int = 0,
    ) -> Draft:
        """Keep an upload. Raises Unreadable 'file_type' for an unknown ending ('not_a_table' where
        its first bytes say what it is), 'no_file' and 'too_large' before anything is read,
        StoreFault('full') without room for it.
        """
        shown = shown_file_name(name)
        is_foreign = shown.rsplit(".", 1)[-1].lower() not in (*ENDINGS, *REFUSED_BY_NAME)
        if is_foreign:
            raise _foreign(shown, b"" if isinstance(data, Path) else data[:FIRST_BYTES])
        with _opened(data, follows_links) as source:
            root = root or drafts_folder()
            root.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(root).free < ROOM * source.seek(0, os.SEEK_END):
                raise StoreFault("full")
            source.seek(0)
            return cls._written(shown, source, root, corrects)

    @classmethod
    def _written(cls, shown: str, source: BinaryIO, root: Path, corrects: int) -> Draft:
        """Whole, or nothing of it left."""
        draft_id = f"{PROCESS}{uuid.uuid4().hex}"
        folder = root / draft_id
        folder.mkdir()
        try:
            sha256, size = copied(source, folder / UPLOAD)
            about = {"file_name": shown, "sha256": sha256, "size": size, "corrects": corrects}
            (folder / ABOUT).write_text(json.dumps(about, ensure_ascii=False), "utf-8")
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return cls(draft_id, folder, shown, sha256, size, corrects)

    @classmethod
    def open(cls, draft_id: str) -> Draft:
        """The draft of an id. Raises UnknownChoice where it is gone."""
        folder = drafts_folder() / draft_id
        if not draft_id.isalnum() or not (folder / ABOUT).exists():
            raise UnknownChoice("draft", draft_id)
        return cls(draft_id, folder, **json.loads((folder / ABOUT).read_text("utf-8")))

    def inspect(self, **choices: Any) -> Inspection:
        """Look at the file in a child process. `choices`: sheet, encoding, delimiter, header_line,
        where a person has chosen.

        Raises Unreadable, also where a limit ended the child. Progress goes to `worker.listener`.
        """
        values = {"file": UPLOAD, "name": self.file_name, "sha256": self.sha256} | choices
        try:
            return Inspection.of(worker.run(INSPECT, values, self.folder, limits=INSPECT_LIMITS))
        except worker.ChildStopped as stopped:
            raise Unreadable(f"stopped_{stopped.reason}") from stopped

    @property
    def inspection(self) -> Inspection | None:
        """What the last look found."""
        path = self.folder / INSPECTION
        return Inspection.of(json.loads(path.read_text("utf-8"))) if path.exists() else None

    @property
    def mapping(self) -> Mapping | None:
        """The mapping as last edited, which outlives the browser tab."""
        path = self.folder / MAPPING
        return Mapping.loads(path.read_text("utf-8")) if path.exists() else None

    def keep_mapping(self, mapping: Mapping) -> None:
        (self.folder / MAPPING).write_text(mapping.dumps(), "utf-8")

    def forget_mapping(self) -> None:
        """Begin from the file itself."""
        (self.folder / MAPPING).unlink(missing_ok=True)

    def drop(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def drafts_folder() -> Path:
    folder = data_folder() / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def drop_old_drafts(drafts: Path) -> None:
    """Drafts of a process that has ended, and those that nobody came back to within a week.

    Only for whoever holds the store: no other process may be working on them.
    """
    for folder in drafts.iterdir() if drafts.exists() else ():
        with suppress(OSError):
            is_old = time.time() - folder.lstat().st_mtime > KEPT_SECONDS
            if folder.is_dir() and (is_old or not folder.name.startswith(PROCESS)):
                shutil.rmtree(folder, ignore_errors=True)


def _foreign(shown: str, head: bytes) -> Unreadable:
    """A file whose ending nothing here reads: what it is, where its first bytes say so."""
    if kind := no_table(head):
        return Unreadable("not_a_table", {"kind": kind})
    return Unreadable("file_type", {"name": shown, "known": ", ".join(ENDINGS)})


def _opened(data: bytes | Path, follows_links: bool) -> BinaryIO:
    if isinstance(data, Path):
        return open_plain(data, follows_links=follows_links)
    if len(data) > LARGEST_FILE:
        raise too_large(LARGEST_FILE)
    return io.BytesIO(data)
