"""An SPSS file: questions as headers, labels as answers, declared missing codes as no answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analytics.errors import Unreadable
from analytics.intake.cells.rating import rating_words
from analytics.intake.file.delimited_record import Record
from analytics.intake.file.workbook import as_text


def read_spss(path: Path) -> tuple[list[Record], tuple[str, ...]]:
    """(records, variable names): the first record holds the questions, or the names of variables
    that have none.

    Raises Unreadable 'damaged'.
    """
    import pyreadstat

    try:
        values, about = pyreadstat.read_sav(str(path), output_format="dict")
    except (pyreadstat.ReadstatError, UnicodeDecodeError, ValueError, OSError) as error:
        raise Unreadable("damaged") from error
    names = tuple(about.column_names)
    titles = [about.column_names_to_labels.get(name) or name for name in names]
    labels = [about.variable_value_labels.get(name) or {} for name in names]
    scales = [about.variable_measure.get(name) in ("ordinal", "scale") for name in names]
    columns = [
        _texts(values[name], of, is_scale=scale)
        for name, of, scale in zip(names, labels, scales, strict=True)
    ]
    rows = [list(cells) for cells in zip(*columns, strict=True)]
    header = [_with_ends(title, of) for title, of in zip(titles, labels, strict=True)]
    return list(enumerate([header, *rows], start=1)), names


def _texts(values: Any, labels: dict[Any, str], *, is_scale: bool) -> list[str]:
    """Cells as a person would read them: the label where every value has one, the number where only
    the ends do.

    A step of a declared scale whose word the product does not rate keeps its number in front.
    """
    answers = [None if value is None or value != value else value for value in values]
    codes = set(answers) - {None}
    if not labels or not codes <= labels.keys():
        return ["" if code is None else as_text(code) for code in answers]
    texts = {code: labels[code] for code in codes}
    if is_scale and rating_words(texts.values()) != set(texts.values()):
        texts = {code: f"{as_text(code)}={label}" for code, label in texts.items()}
    return ["" if code is None else texts[code] for code in answers]


def _with_ends(title: str, labels: dict[Any, str]) -> str:
    """The header of a scale whose ends alone have names says them, as a questionnaire would."""
    words = rating_words(labels.values())
    ends = sorted((code, label) for code, label in labels.items() if label in words)
    if not ends or len(ends) > 2:
        return title
    return f"{title} ({', '.join(f'{as_text(code)}={label}' for code, label in ends)})"
