"""Tables turned so that a line is a record: one column an edition, and one line an answer.

A wide table names an edition and always the same things in its headers (2023成交额 · 2024成交额);
each of its lines becomes one a company and edition. A long one has a column of questions and one of
answers; the lines of one respondent become one. Where anything does not fit, nothing is turned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from analytics.errors import Unreadable
from analytics.intake.cells.edition import IN_TEXT, YEAR_IN_TEXT, edition_in
from analytics.intake.cells.number import parse_number
from analytics.intake.cells.rating import MISSING
from analytics.intake.cells.remark import Refused, Remarks
from analytics.intake.cells.text_keys import BRACKET, label_key, name_key
from analytics.intake.cells.vocabulary import vocabulary
from analytics.intake.table.file_kinds import field_named, kind_of
from analytics.intake.table.text_table import Sheet

SHAPES = vocabulary()["shapes"]
QUESTION = frozenset(map(label_key, SHAPES["question"]))
ANSWER = frozenset(map(label_key, SHAPES["answer"]))
EDITION = "届次"
EDGES = " -_–—·/:：()（）[]【】"
FEWEST_EDITIONS, FEWEST_QUESTIONS, MOST_QUESTIONS = 2, 2, 300
WHO = ("code", "name")
Row = dict[str, str | None]


@dataclass(frozen=True)
class _EditionColumn:
    """A column of a wide table: which edition, and what it says of it."""

    name: str
    edition: str
    about: str


def turned(sheet: Sheet, remarks: Remarks) -> Sheet:
    """The table as one line a record; itself where it is so already.

    Raises Unreadable 'shape_wide' where one column an edition does not say what its numbers are.
    """
    return _from_long(sheet, remarks) or _from_wide(sheet, remarks) or sheet


def _from_wide(sheet: Sheet, remarks: Remarks) -> Sheet | None:
    participations = kind_of("participations")
    fields = [field_named(participations, name) for name in sheet.names]
    wide = [column for name in sheet.names if (column := _edition_column(name))]
    editions = list(dict.fromkeys(column.edition for column in wide))
    names_firms = any(field and field.key in WHO for field in fields)
    if not names_firms or len(editions) < FEWEST_EDITIONS or not _are_values(sheet, wide):
        return None
    about = list(dict.fromkeys(column.about for column in wide))
    if not all(name and field_named(participations, name) for name in about):
        raise Unreadable("shape_wide", {"columns": ", ".join(column.name for column in wide[:12])})
    turning = {column.name for column in wide}
    fixed = [
        name
        for name, field in zip(sheet.names, fields, strict=True)
        if name not in turning and not (field and field.key == "edition")
    ]
    rows = list(_wide_rows(sheet, fixed, wide, editions))
    lines = {line for line, _ in rows}
    for line in sheet.lines.to_pylist():
        if line not in lines:
            remarks.add("no_edition_said", line=line, is_left_out=True)
    companies = len(lines)
    remarks.add("turned_wide", lines=str(companies), editions=str(len(editions)))
    return _sheet([*fixed, EDITION, *about], rows)


def _edition_column(name: str) -> _EditionColumn | None:
    """A header that names an edition or a year apart from what it is about."""
    number, year = edition_in(name)
    edition = number or year
    if edition is None:
        return None
    inside = BRACKET.findall(name)
    bare = BRACKET.sub("", name)
    if edition_in(bare) == (None, None):
        return None
    rest = IN_TEXT.sub("", bare) if number else YEAR_IN_TEXT.sub("", bare)
    rest = re.sub(r"^\s*(?:年度?|届)|edition", "", rest.strip(EDGES), flags=re.I).strip(EDGES)
    units = "".join(f"（{text}）" for text in inside if edition_in(text) == (None, None))
    return _EditionColumn(name, str(edition), f"{rest}{units}" if rest else "")


def _are_values(sheet: Sheet, wide: list[_EditionColumn]) -> bool:
    """Do the columns of editions hold numbers, or ways to say nothing."""
    texts = [
        text for column in wide for text in sheet.column(column.name).dictionary.to_pylist() if text
    ]
    read = [text for text in texts if name_key(text) in MISSING or _is_number(text)]
    return bool(texts) and len(read) == len(texts)


def _is_number(text: str) -> bool:
    return not isinstance(parse_number(text), Refused)


def _wide_rows(
    sheet: Sheet, fixed: list[str], wide: list[_EditionColumn], editions: list[str]
) -> Iterator[tuple[int, Row]]:
    """A row for every line and edition of which something is said."""
    columns = {name: sheet.column(name).to_pylist() for name in sheet.names}
    for place, line in enumerate(sheet.lines.to_pylist()):
        same: Row = {name: columns[name][place] for name in fixed}
        for edition in editions:
            own: Row = {
                column.about: columns[column.name][place]
                for column in wide
                if column.edition == edition and columns[column.name][place]
            }
            if any(text and name_key(text) not in MISSING for text in own.values()):
                yield line, same | own | {EDITION: edition}


def _from_long(sheet: Sheet, remarks: Remarks) -> Sheet | None:
    question = _one_called(sheet.names, QUESTION)
    answer = _one_called([name for name in sheet.names if name != question], ANSWER)
    if not question or not answer:
        return None
    questions = sheet.column(question).dictionary.to_pylist()
    rest = [name for name in sheet.names if name not in (question, answer)]
    who = _respondent(sheet, question, rest)
    if who is None or not FEWEST_QUESTIONS <= len(questions) <= MOST_QUESTIONS:
        return None
    fixed = [name for name in rest if _follows(sheet, who, name)]
    rows = _long_rows(sheet, who, question, answer, fixed)
    people, asked = len(rows), len(questions)
    remarks.add("turned_long", lines=str(people), questions=str(asked))
    for name in rest:
        if name not in fixed:
            remarks.add("column_not_turned", column=name)
    return _sheet([*fixed, *questions], rows)


def _one_called(names: Sequence[str], words: frozenset[str]) -> str:
    called = [name for name in names if label_key(name) in words]
    return called[0] if len(called) == 1 else ""


def _respondent(sheet: Sheet, question: str, rest: list[str]) -> str | None:
    """The column that tells one respondent from the next: every question comes once for each of
    its values, several for most.
    """
    asked = sheet.column(question).to_pylist()
    if None in asked:
        return None
    for name in rest:
        people = sheet.column(name).to_pylist()
        different = set(people)
        is_told = None not in different and len(different) * 2 <= len(sheet)
        if is_told and len(set(zip(people, asked, strict=True))) == len(sheet):
            return name
    return None


def _follows(sheet: Sheet, who: str, name: str) -> bool:
    """Does a column say the same on all lines of one respondent."""
    pairs = set(zip(sheet.column(who).to_pylist(), sheet.column(name).to_pylist(), strict=True))
    return len(pairs) == len({person for person, _ in pairs})


def _long_rows(
    sheet: Sheet, who: str, question: str, answer: str, fixed: list[str]
) -> list[tuple[int, Row]]:
    columns = {name: sheet.column(name).to_pylist() for name in (*fixed, who, question, answer)}
    rows: dict[str, tuple[int, Row]] = {}
    for place, line in enumerate(sheet.lines.to_pylist()):
        same: Row = {name: columns[name][place] for name in fixed}
        _, row = rows.setdefault(columns[who][place], (line, same))
        row[columns[question][place]] = columns[answer][place]
    return list(rows.values())


def _sheet(names: list[str], rows: list[tuple[int, Row]]) -> Sheet:
    unique = tuple(dict.fromkeys(names))
    columns = (
        pa.array([row.get(name) for _, row in rows], pa.string()).dictionary_encode()
        for name in unique
    )
    lines = pa.array([line for line, _ in rows], pa.int32())
    return Sheet(unique, lines, tuple(columns))
