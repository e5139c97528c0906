"""A file on its way in: kept in a folder of its own under a name of our own, until it is confirmed
or dropped.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics import worker
from analytics.errors import StoreFault, UnknownChoice, Unreadable
from analytics.folders import data_folder
from analytics.intake.cells.text_keys import shown_file_name
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.table.inspection import Inspection

INSPECT = "analytics.intake.load.reading_child:inspect"
UPLOAD = "upload"
ABOUT = "about.json"
INSPECTION = "inspection.json"
MAPPING = "mapping.json"
KEPT_SECONDS = 7 * 86_400
ROOM = 3
ENDINGS = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "sav")


@dataclass(frozen=True)
class Draft:
    """`file_name` is display text only; nothing on disk is ever called by it."""

    draft_id: str
    folder: Path
    file_name: str
    sha256: str
    size: int

    @classmethod
    def create(cls, name: str, data: bytes | Path, root: Path | None = None) -> Draft:
        """Keep an upload. Raises Unreadable('file_type') for an unknown ending, StoreFault('full')
        without room for it.
        """
        shown = shown_file_name(name)
        if shown.rsplit(".", 1)[-1].lower() not in ENDINGS:
            raise Unreadable("file_type", {"name": shown, "known": ", ".join(ENDINGS)})
        content = data if isinstance(data, bytes) else data.read_bytes()
        root = root or drafts_folder()
        root.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(root).free < ROOM * len(content):
            raise StoreFault("full")
        draft_id = uuid.uuid4().hex
        draft = cls(
            draft_id, root / draft_id, shown, hashlib.sha256(content).hexdigest(), len(content)
        )
        draft.folder.mkdir()
        (draft.folder / UPLOAD).write_bytes(content)
        about = {"file_name": draft.file_name, "sha256": draft.sha256, "size": draft.size}
        (draft.folder / ABOUT).write_text(json.dumps(about, ensure_ascii=False), "utf-8")
        return draft

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
            return Inspection.of(worker.run(INSPECT, values, self.folder))
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
    """Drafts that nobody came back to within a week."""
    for folder in drafts.iterdir() if drafts.exists() else ():
        if folder.is_dir() and time.time() - folder.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
