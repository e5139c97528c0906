"""Blank files to fill in, one a kind, with the headers that the import recognises: `python -m analytics.intake.template`."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from analytics.intake.kinds import KINDS, Kind, headers_of
from analytics.intake.standard import DIMENSIONS, MEASURES, OTHER
from analytics.settings import TEMPLATES
from analytics.wording import LANGUAGES, Language, speaker

NOT_FOR_FILLING = {"exhibitor": ("attained", "weight", "region"), "visitor": ("attained", "weight", "code", "name")}
SCALES = {"overall": " (1-5)", "recommend": " (0-10)"}


def header_of(kind: Kind, language: Language) -> list[str]:
    """The column names of a kind's blank file."""
    say = speaker(language)
    left_aside = NOT_FOR_FILLING[kind.audience] if kind.audience else ()
    fields = [one for one in kind.fields if one.key not in left_aside and one.key != "comment"]
    head = [headers_of(kind, one.key)[0] if language == "zh" else say(one.label) for one in fields]
    if not kind.audience:
        return head
    rated = [
        one for one in DIMENSIONS if one.key != OTHER and (kind.audience == "exhibitor" or one.key != "onsite_service")
    ]
    ratings = [f"{say.name(one.name_zh, one.name_en)} (1-5)" for one in rated]
    measures = [say.name(one.name_zh, one.name_en) + SCALES.get(one.key, "") for one in MEASURES]
    names = [*head, *ratings, *measures, say.name("意见建议", "Comment")]
    return [name.replace("参展", "参观") for name in names] if kind.audience == "visitor" else names


def names_of(kind: Kind, language: Language) -> tuple[str, str]:
    """File names of a kind's blank CSV and XLSX."""
    return f"{kind.key}_{language}.csv", f"{kind.key}_{language}.xlsx"


def write_templates(folder: Path = TEMPLATES) -> list[Path]:
    """Write every blank file; the same bytes every time for CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS:
        for language in LANGUAGES:
            text, book = (folder / name for name in names_of(kind, language))
            header = header_of(kind, language)
            out = io.StringIO(newline="")
            csv.writer(out).writerow(header)
            text.write_bytes(out.getvalue().encode("utf-8-sig"))
            _write_book(book, header)
            written += [text, book]
    return written


def _write_book(path: Path, header: list[str]) -> None:
    from datetime import datetime

    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(2006, 1, 1)})
        sheet = book.add_worksheet("Data")
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "text_wrap": True, "valign": "vcenter"})
        sheet.write_row(0, 0, header, bold)
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(header):
            sheet.set_column(column, column, max(10, min(28, sum(2 if ord(sign) > 255 else 1 for sign in name) + 2)))


if __name__ == "__main__":
    for path in write_templates():
        print(path.name)
