"""Blank files to fill in, one a kind, with the headers that the import recognises: `python -m
analytics.intake.mapping.blank_files`.
"""

from __future__ import annotations

from pathlib import Path

from analytics.folders import TEMPLATES
from analytics.intake.mapping.standard_questionnaire import DIMENSIONS, MEASURES, OTHER
from analytics.intake.table.file_kinds import KINDS, Kind, headers_of
from analytics.wording import LANGUAGES, Language, speaker

NOT_FOR_FILLING = {
    "exhibitor": ("attained", "weight", "region"),
    "visitor": ("attained", "weight", "code", "name"),
}
SCALES = {"overall": " (1-5)", "recommend": " (0-10)"}


def header_of(kind: Kind, language: Language) -> list[str]:
    """The column names of a kind's blank file."""
    say = speaker(language)
    left_aside = NOT_FOR_FILLING[kind.audience] if kind.audience else ()
    fields = [
        field for field in kind.fields if field.key not in left_aside and field.key != "comment"
    ]
    head = [
        headers_of(kind, field.key)[0] if language == "zh" else say(field.label) for field in fields
    ]
    if not kind.audience:
        return head
    rated = [
        dimension
        for dimension in DIMENSIONS
        if dimension.key != OTHER
        and (kind.audience == "exhibitor" or dimension.key != "onsite_service")
    ]
    ratings = [f"{say.name(dimension.name_zh, dimension.name_en)} (1-5)" for dimension in rated]
    measures = [
        say.name(measure.name_zh, measure.name_en) + SCALES.get(measure.key, "")
        for measure in MEASURES
    ]
    names = [*head, *ratings, *measures, say.name("意见建议", "Comment")]
    return [name.replace("参展", "参观") for name in names] if kind.audience == "visitor" else names


def names_of(kind: Kind, language: Language) -> tuple[str, str]:
    """File names of a kind's blank CSV and XLSX."""
    return f"{kind.key}_{language}.csv", f"{kind.key}_{language}.xlsx"


def write_templates(folder: Path = TEMPLATES) -> list[Path]:
    """Write every blank file."""
    import pandas as pd

    from analytics.sheets import csv_bytes, xlsx_bytes

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS:
        for language in LANGUAGES:
            text, book = (folder / name for name in names_of(kind, language))
            blank = pd.DataFrame(columns=header_of(kind, language))
            text.write_bytes(csv_bytes(blank))
            book.write_bytes(xlsx_bytes({speaker(language)(kind.label): blank}))
            written += [text, book]
    return written


if __name__ == "__main__":
    for path in write_templates():
        print(path.name)
