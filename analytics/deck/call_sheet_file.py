"""Call sheets become a file in a child process: A4 pages as PDF, or as slides to edit.

The child's side (`make`) reads the sheets from its folder and writes `FILE`; it opens no database
and no connection.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal, get_args

from analytics import worker
from analytics.deck.call_sheet import CallSheet, Rated, Remark, Strip
from analytics.deck.call_sheet_layout import A4, Block, Text, laid_out
from analytics.deck.deck_file import FILE, LIMITS, PICTURES, limit_written_memory
from analytics.wording import Language, Say, phrase, speaker

SheetKind = Literal["pdf", "pptx"]
SHEET_KINDS: tuple[SheetKind, ...] = get_args(SheetKind)
SHEETS = "sheets.json"
TITLE = phrase("Call sheets")


def file_bytes(sheets: Sequence[CallSheet], kind: SheetKind, language: Language) -> bytes:
    """The file, a page a sheet."""
    with tempfile.TemporaryDirectory(prefix="calls-") as name:
        folder = Path(name)
        content = json.dumps([asdict(sheet) for sheet in sheets], ensure_ascii=False)
        (folder / SHEETS).write_text(content, "utf-8")
        values = {"kind": kind, "language": language}
        worker.run("analytics.deck.call_sheet_file:make", values, folder, limits=LIMITS)
        return (folder / FILE).read_bytes()


def make(values: dict[str, Any], folder: Path, report: worker.Report) -> dict[str, Any]:
    """The child's side."""
    limit_written_memory()
    say = speaker(values["language"])
    sheets = [_unpacked(entry) for entry in json.loads((folder / SHEETS).read_text("utf-8"))]
    makers = {"pdf": _pdf, "pptx": _pptx}
    content = makers[values["kind"]](sheets, say, report)
    (folder / FILE).write_bytes(content)
    return {"bytes": len(content)}


def _unpacked(entry: dict[str, Any]) -> CallSheet:
    return CallSheet(
        **entry
        | {
            "facts": tuple((label, text) for label, text in entry["facts"]),
            "strip": tuple(
                Strip(each["edition"], each["came"], tuple(each["lines"]))
                for each in entry["strip"]
            ),
            "rated": tuple(Rated(**each) for each in entry["rated"]),
            "remarks": tuple(Remark(**each) for each in entry["remarks"]),
        }
    )


def _pdf(sheets: Sequence[CallSheet], say: Say, report: worker.Report) -> bytes:
    from analytics.deck.pdf import Page, joined

    pages = []
    for at, sheet in enumerate(sheets):
        report(at / len(sheets), PICTURES)
        page = Page(say, size=A4)
        for part in laid_out(sheet, say):
            if isinstance(part, Block):
                page.block(part.box, part.colour)
            else:
                page.write(part.text, part.box, part.style)
        pages.append(page)
    return joined(pages, say(TITLE))


def _pptx(sheets: Sequence[CallSheet], say: Say, report: worker.Report) -> bytes:
    from analytics.deck.pptx_file import speak_all
    from analytics.deck.pptx_template import Stage

    stage = Stage(size=A4)
    for at, sheet in enumerate(sheets):
        report(at / len(sheets), PICTURES)
        slide = stage.slide()
        for part in laid_out(sheet, say):
            _place(slide, part)
    speak_all(stage.presentation, say(TITLE), say.language)
    file = io.BytesIO()
    stage.presentation.save(file)
    return file.getvalue()


def _place(slide: Any, part: Text | Block) -> None:
    from analytics.deck.pptx_template import accent
    from analytics.deck.pptx_text import fill, write

    if isinstance(part, Block):
        accent(slide, part.box, part.colour)
        return
    if not part.is_title:
        write(slide, part.text, part.box, part.style)
        return
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = part.box.emu()
    fill(title, part.text, part.box, part.style)
