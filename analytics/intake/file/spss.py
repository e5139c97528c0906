"""An SPSS file: questions as headers, labels as answers, declared missing codes as no answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analytics.errors import Unreadable
from analytics.intake.cells.rating import FAMILIES, SATISFACTION, word_rating
from analytics.intake.file.delimited_text import Record
from analytics.intake.file.workbook import as_text

WORDS = {
    word: rating
    for _, words in (SATISFACTION, *FAMILIES.values())
    for word, rating in words.items()
}


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
    plain = [None if value is None or value != value else value for value in values]
    given = {value for value in plain if value is not None}
    if not labels or not given <= labels.keys():
        return ["" if value is None else as_text(value) for value in plain]
    is_rated = all(word_rating(labels[value], WORDS) is not None for value in given)
    written = {
        value: f"{as_text(value)}={labels[value]}" if is_scale and not is_rated else labels[value]
        for value in given
    }
    return ["" if value is None else written[value] for value in plain]


def _with_ends(title: str, labels: dict[Any, str]) -> str:
    """A scale of which only the ends have names says them in its header, as a questionnaire
    would.
    """
    ends = {value: word for value, word in labels.items() if word_rating(word, WORDS) is not None}
    if not ends or len(ends) > 2:
        return title
    told = ", ".join(f"{as_text(value)}={word}" for value, word in sorted(ends.items()))
    return f"{title} ({told})"
