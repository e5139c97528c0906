"""A file of SPSS (.sav, .zsav, .por) or Stata (.dta): questions as headers, labels as answers,
declared missing codes as no answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics.errors import Unreadable
from analytics.intake.cells.best_end import leaning
from analytics.intake.cells.rating import MISSING, rating_words
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import any_part, vocabulary
from analytics.intake.file.delimited_record import Record
from analytics.intake.file.file_type import statistics_file
from analytics.intake.file.response_sets import Variables, with_response_sets
from analytics.intake.file.spss_values import weighting_variable, written_as
from analytics.intake.file.workbook import as_text

HEAD = 1_024
RATED = re.compile(any_part(vocabulary()["about"]["rated"]), re.IGNORECASE)
Labels = dict[Any, str]


@dataclass(frozen=True)
class StatisticsFile:
    """`rows`: the first record holds the questions, or the names of variables that have none;
    `names`: the variables; `weight`: the header of the one the file is weighted by, or ''.
    """

    rows: list[Record]
    names: tuple[str, ...]
    weight: str = ""


def read_spss(path: Path) -> StatisticsFile:
    """Raises Unreadable 'damaged_spss'."""
    import pyreadstat

    with path.open("rb") as file:
        head = file.read(HEAD)
    kind = statistics_file(head)
    read: dict[str, Any] = {
        "sav": pyreadstat.read_sav,
        "por": pyreadstat.read_por,
        "dta": pyreadstat.read_dta,
    }
    raw = {} if kind == "dta" else {"disable_datetime_conversion": True}
    try:
        values, about = read[kind](str(path), output_format="dict", **raw)
    except (pyreadstat.ReadstatError, UnicodeDecodeError, ValueError, OSError) as error:
        raise Unreadable("damaged_spss") from error
    return _file(values, about, head if kind == "sav" else b"", is_stata=kind == "dta")


def _file(values: Any, about: Any, head: bytes, *, is_stata: bool) -> StatisticsFile:
    names = tuple(about.column_names)
    titles = [about.column_names_to_labels.get(name) or name for name in names]
    labels = [about.variable_value_labels.get(name) or {} for name in names]
    formats = [str(about.original_variable_types.get(name) or "") for name in names]
    alike = Counter(tuple(sorted(of.items())) for of in labels if of)
    columns, header = [], []
    for name, title, of, print_format in zip(names, titles, labels, formats, strict=True):
        is_scale = about.variable_measure.get(name) in ("ordinal", "scale")
        is_rated = is_scale and _rates(title, of, alike[tuple(sorted(of.items()))])
        write = as_text if is_stata else written_as(print_format)
        columns.append(_texts(values[name], of, write, keeps_numbers=is_rated))
        header.append(_with_ends(title, of))
    weighted_by = weighting_variable(head, list(zip(names, formats, strict=True)))
    weight = header[names.index(weighted_by)] if weighted_by else ""
    sets = getattr(about, "mr_sets", None) or {}
    variables = with_response_sets(Variables(list(names), header, columns), values, sets)
    rows = [list(cells) for cells in zip(*variables.columns, strict=True)]
    lines = list(enumerate([variables.header, *rows], start=1))
    return StatisticsFile(lines, tuple(variables.names), weight)


def _rates(title: str, labels: Labels, times: int) -> bool:
    """Do a variable's labels rate something: some of them lean to an end, the question says so, or
    others are answered by the same ones.
    """
    words = [label for label in labels.values() if name_key(label) not in MISSING]
    leans = any(leaning(label) is not None for label in words)
    return leans or bool(RATED.search(title)) or times > 1


def _texts(
    values: Any, labels: Labels, write: Callable[[Any], str], *, keeps_numbers: bool
) -> list[str]:
    """Cells as a person would read them: the label where every value has one, the number where only
    the ends do.

    A step of a scale whose word the product does not rate keeps its number in front.
    """
    answers = [None if value is None or value != value else value for value in values]
    codes = set(answers) - {None}
    if not labels or not codes <= labels.keys():
        return ["" if code is None else _written(code, write) for code in answers]
    texts = {code: labels[code] for code in codes}
    if keeps_numbers and rating_words(texts.values()) != set(texts.values()):
        texts = {code: f"{_written(code, write)}={label}" for code, label in texts.items()}
    return ["" if code is None else texts[code] for code in answers]


def _written(value: Any, write: Callable[[Any], str]) -> str:
    return value if isinstance(value, str) else write(value)


def _with_ends(title: str, labels: Labels) -> str:
    """The header of a scale whose ends alone have names says them, as a questionnaire would."""
    words = rating_words(labels.values())
    ends = sorted((code, label) for code, label in labels.items() if label in words)
    if not ends or len(ends) > 2:
        return title
    named = ", ".join(f"{int(code) if code == int(code) else code}={label}" for code, label in ends)
    return f"{title} ({named})"
