"""What studies answer after an import, as a manifest asks for it."""

from __future__ import annotations

import json
from typing import Any

from analytics import headless_answer
from analytics.errors import Fault
from analytics.remedies import remedy
from analytics.store import Store
from analytics.wording import speaker
from tests.in_process import without_child
from tests.meaning.manifest import Entry

SAY = speaker("en")
Answer = dict[str, Any]


def answers_of(entry: Entry, store: Store, fair: str) -> list[Answer]:
    """One answer for each `answer` of the entry; {"fault": text} where a study refuses."""
    with without_child():
        return [_answer(expected, store, fair) for expected in entry.answers]


def _answer(expected: dict[str, Any], store: Store, fair: str) -> Answer:
    editions = expected.get("edition", [])
    editions = editions if isinstance(editions, list) else [editions]
    options = tuple((key, str(value)) for key, value in expected.get("options", {}).items())
    try:
        filters = headless_answer.filters(
            store,
            expected.get("fair", fair),
            editions,
            expected.get("audience", "exhibitor"),
            (),
            (),
        )
        text = headless_answer.as_json(store, expected["study"], filters, options, SAY, None)
    except Fault as fault:
        return {"fault": remedy(fault, SAY)}
    answer: Answer = json.loads(text)
    return answer


def answer_faults(entry: Entry, answers: list[Answer]) -> list[str]:
    """What differs from the answers that the entry wants."""
    pairs = zip(entry.answers, answers, strict=True)
    return [fault for expected, answer in pairs if (fault := _fault(expected, answer))]


def answer_texts(answers: list[Answer]) -> list[str]:
    """Everything a person would read in the answers."""
    figures = [figure for answer in answers for figure in answer.get("figures", ())]
    texts = [answer["fault"] for answer in answers if "fault" in answer]
    for figure in figures:
        texts += [figure["finding"], figure["base"], *figure["notes"]]
        texts += [str(cell) for row in figure["rows"] for cell in row.values()]
    return texts


def _fault(expected: dict[str, Any], answer: Answer) -> str:
    name = f"{expected['study']} {expected.get('figure', '')}".strip()
    if "fault" in answer:
        return f"{name}: {answer['fault']}"
    figures = [
        figure for figure in answer["figures"] if expected.get("figure") in (None, figure["key"])
    ]
    if not figures:
        keys = ", ".join(figure["key"] for figure in answer["figures"])
        return f"{name}: there is no such figure among {keys}"
    if "established" in expected:
        claims = [figure["finding"] for figure in figures if figure["is_established"]]
        if bool(claims) != expected["established"]:
            return f"{name}: established: {claims}"
    if "value" not in expected:
        return ""
    cells = _cells(expected, figures[0])
    if any(_is_value(cell, expected["value"]) for cell in cells):
        return ""
    return (
        f"{name} {expected.get('row')} {expected.get('column')}: {cells}, not {expected['value']}"
    )


def _cells(expected: dict[str, Any], figure: Answer) -> list[Any]:
    """The cells of a figure's table in the row and column that are meant."""
    titles = {title: key for key, title in figure["columns"].items()}
    name = expected.get("column", "")
    key = titles.get(name, name)
    rows = [row for row in figure["rows"] if _is_row(row, expected.get("row"))]
    return [row.get(key) for row in rows]


def _is_row(row: dict[str, Any], expected: Any) -> bool:
    """A row by the value of any of its cells, by several of them by name, or by none at all."""
    if expected is None:
        return True
    if isinstance(expected, dict):
        return all(_is_value(row.get(key), value) for key, value in expected.items())
    return any(_is_value(cell, expected) for cell in row.values())


def _is_value(cell: Any, value: Any) -> bool:
    if isinstance(value, float) and isinstance(cell, (int, float)):
        decimals = len(repr(value).partition(".")[2])
        return abs(cell - value) <= 0.5000001 * 10**-decimals
    return bool(cell == value)
