"""A deck becomes a file, in a child process: drawing holds the interpreter's lock, and a hostile
template may break.

The child's side (`make`) reads the deck from its folder and writes `FILE`; it opens no database and
no connection.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any, Literal, get_args

from analytics import worker
from analytics.deck import deck_json
from analytics.deck.slides import Deck
from analytics.wording import phrase

FileKind = Literal["pptx", "html", "pdf", "xlsx"]
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)
TYPES: dict[FileKind, str] = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MEMORY = 2 * 2**30
LIMITS = worker.Limits(
    memory=256 * 2**30 if sys.platform == "linux" else MEMORY, wall=240, cpu=200, files=256
)
PICTURES, SLIDES, WRITING = (
    phrase("Drawing the charts"),
    phrase("Setting the slides"),
    phrase("Writing the file"),
)
DRAWN = 0.6
FILE, LIBRARY = "deck.out", "library.js"
# What every web page carries along: bundled once a process, which takes seconds.
LIBRARIES: dict[str, bytes] = {}


def file_bytes(
    deck: Deck, kind: FileKind, template: bytes | None = None, report: worker.Report | None = None
) -> bytes:
    """The file. Progress goes to `report`, or to whoever listens.

    Raises Unreadable for a template that is none.
    """
    with tempfile.TemporaryDirectory(prefix="deck-") as name:
        folder = Path(name)
        deck_json.pack(deck, folder)
        if template is not None:
            (folder / "template.pptx").write_bytes(template)
        if kind in LIBRARIES:
            (folder / LIBRARY).write_bytes(LIBRARIES[kind])
        values = {"kind": kind, "has_template": template is not None}
        worker.run("analytics.deck.deck_file:make", values, folder, limits=LIMITS, report=report)
        if (folder / LIBRARY).exists():
            LIBRARIES[kind] = (folder / LIBRARY).read_bytes()
        return (folder / FILE).read_bytes()


def make(values: dict[str, Any], folder: Path, report: worker.Report) -> dict[str, Any]:
    """The child's side."""
    limit_written_memory()
    report(0.0, SLIDES)
    deck = deck_json.unpack(folder)
    template = folder / "template.pptx" if values["has_template"] else None
    content = _MAKERS[values["kind"]](deck, folder, template, report)
    report(1.0, WRITING)
    (folder / FILE).write_bytes(content)
    return {"bytes": len(content)}


def _pptx(deck: Deck, folder: Path, template: Path | None, report: worker.Report) -> bytes:
    from analytics.deck import pptx_file, slide_pictures

    def drawing(share: float, _: str) -> None:
        report(share * DRAWN / 2, PICTURES)

    pictures = slide_pictures.pictures(deck, folder, drawing)
    begin = DRAWN / 2 if pictures else 0.0

    def setting(share: float, _: str) -> None:
        report(begin + share * (1 - begin), SLIDES)

    return pptx_file.presentation(deck, pictures, template, setting)


def _html(deck: Deck, folder: Path, template: Path | None, report: worker.Report) -> bytes:
    from analytics.deck import html

    if not (folder / LIBRARY).exists():
        report(0.0, PICTURES)
        (folder / LIBRARY).write_text(html.library(), "utf-8")
    library = (folder / LIBRARY).read_text("utf-8")
    return html.page(deck, library, lambda share, _: report(share, PICTURES))


def _pdf(deck: Deck, folder: Path, template: Path | None, report: worker.Report) -> bytes:
    from analytics.deck import pdf

    return pdf.pages(deck, lambda share, _: report(share, PICTURES))


def _xlsx(deck: Deck, folder: Path, template: Path | None, report: worker.Report) -> bytes:
    from analytics.deck import workbook

    return workbook.workbook(deck)


_MAKERS: dict[str, Any] = {"pptx": _pptx, "html": _html, "pdf": _pdf, "xlsx": _xlsx}


def limit_written_memory() -> None:
    """V8 reserves addresses it never touches, so what may be written is limited instead."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
