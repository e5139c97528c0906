"""Several sheets of one form are one table: one sheet a day, one a hall, one an edition.

They are of one form where a row near the top of each names the same columns, in any order. Read one
below the other, their lines are counted on from sheet to sheet; where the sheets' names are
editions and no column says which, their names are such a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analytics.intake.cells.edition import edition_in
from analytics.intake.cells.text_keys import header_key, name_key
from analytics.intake.cells.vocabulary import vocabulary
from analytics.intake.file.coded_columns import as_grid, of_one_width
from analytics.intake.file.page import Merge, Page

BETWEEN = " + "
NEAR_THE_TOP = 10
FEWEST_COLUMNS = 2
EDITION = "届次"


@dataclass(frozen=True)
class _Form:
    """Where a sheet's header stands among its rows, and its columns by what they are called."""

    page: Page
    place: int
    columns: dict[str, int]


def parts_of(sheet: str, visible: Sequence[str]) -> list[str]:
    """The sheets that a name stands for: one of them, several joined, all for none."""
    if not sheet:
        return list(visible)
    names = [sheet] if sheet in visible else sheet.split(BETWEEN)
    return [name for name in visible if name in names]


def joined(pages: Sequence[Page], largest: Page) -> Page:
    """The largest sheet with all that are of its form; itself where none is."""
    forms = _of_one_form(pages, largest)
    if len(forms) < 2:
        return largest
    names = [form.page.name for form in forms]
    editions = [_edition(name) for name in names]
    is_by_edition = all(editions) and len(set(editions)) == len(names) and not _says_edition(forms)
    first, rows, merges, errors, parts, shift = forms[0], [], [], [], [], 0
    order = list(first.columns)
    for form, edition in zip(forms, editions, strict=True):
        own = list(form.page.rows)
        own = own if form is first else own[form.place + 1 :]
        extra = [edition] if is_by_edition else []
        rows += [
            (line + shift, [*_extra(extra, place, form, first), *_in_order(cells, form, order)])
            for place, (line, cells) in enumerate(own)
        ]
        moved = len(extra)
        merges += [_moved(merge, shift, moved) for merge in form.page.merges]
        errors += [(line + shift, column + moved, text) for line, column, text in form.page.errors]
        last = own[-1][0] if own else 0
        parts.append((form.page.name, own[0][0] + shift if own else shift, last + shift))
        shift += last
    return replace(
        first.page,
        name=BETWEEN.join(names),
        rows=as_grid(of_one_width(rows)),
        merges=tuple(merges),
        errors=tuple(errors),
        parts=tuple(parts),
    )


def _of_one_form(pages: Sequence[Page], largest: Page) -> list[_Form]:
    """The sheets of the largest one's form, in the workbook's order."""
    others = [page for page in pages if page is not largest and page.size]
    for place, (_, cells) in enumerate(largest.rows[:NEAR_THE_TOP]):
        columns = _columns(cells)
        if len(columns) >= FEWEST_COLUMNS:
            alike = {page.name: form for page in others if (form := _form(page, columns))}
            if alike:
                alike[largest.name] = _Form(largest, place, columns)
                return [alike[page.name] for page in pages if page.name in alike]
    return []


def _form(page: Page, columns: dict[str, int]) -> _Form | None:
    for place, (_, cells) in enumerate(page.rows[:NEAR_THE_TOP]):
        if (own := _columns(cells)).keys() == columns.keys():
            return _Form(page, place, own)
    return None


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """What a row calls its columns -> their places; nothing where two are called alike, or by a
    number.
    """
    named = [(name_key(cell), place) for place, cell in enumerate(cells) if cell.strip()]
    columns = dict(named)
    is_clear = len(columns) == len(named) and not any(key.isdigit() for key in columns)
    return columns if is_clear else {}


def _in_order(cells: Sequence[str], form: _Form, order: list[str]) -> list[str]:
    """The cells of a row in the order of the first sheet's columns."""
    if list(form.columns) == order and list(form.columns.values()) == list(range(len(order))):
        return list(cells)
    places = [form.columns[key] for key in order]
    return [cells[place] if place < len(cells) else "" for place in places]


def _extra(extra: list[str], place: int, form: _Form, first: _Form) -> list[str]:
    """The cell of the column of editions: its header, nothing above that, else the edition."""
    if not extra or form is not first or place > form.place:
        return extra
    return [EDITION] if place == form.place else [""]


def _moved(merge: Merge, lines: int, columns: int) -> Merge:
    (top, left), (bottom, right) = merge
    return (top + lines, left + columns), (bottom + lines, right + columns)


def _edition(name: str) -> str:
    number, year = edition_in(name)
    return str(number or year or "")


def _says_edition(forms: list[_Form]) -> bool:
    words = {header_key(word) for word in vocabulary()["fields"]["edition"]}
    return any(header_key(column) in words for column in forms[0].columns)
