"""Whether what became of an entry is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.meaning.answers import Answer, answer_faults, answer_texts
from tests.meaning.manifest import Ending, Entry
from tests.meaning.stored_rows import MEASURES, StoredRows, column
from tests.meaning.take_in import TakenIn

RIGHT, ASKED, REFUSED = "right", "asked", "refused"
NAMED = "WRONG BUT NAMED"
NEEDLESS = "NOT TAKEN IN"
BROKEN = "BROKEN"
SILENT = "SILENTLY WRONG"
SOUND = (RIGHT, ASKED, REFUSED)


@dataclass(frozen=True)
class Verdict:
    """`word` is one of the above: `NAMED` where a stored value differs, but what had to be
    named is; `NEEDLESS` where a file was asked about or refused that has to be taken in.
    """

    entry: Entry
    word: str
    reasons: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        return self.word in SOUND


def judge(entry: Entry, result: TakenIn, rows: StoredRows | None, answers: list[Answer]) -> Verdict:
    """`rows` and `answers` are those of the store after the import."""
    if result.outcome == "broken":
        return Verdict(entry, BROKEN, tuple(result.bugs) or (result.said,))
    if result.outcome != "stored":
        return _not_stored(entry, result)
    assert rows is not None
    if "stored" not in entry.outcomes:
        return Verdict(entry, SILENT, ("stored, and nobody was asked",))
    return _stored(entry, result, rows, answers)


def _not_stored(entry: Entry, result: TakenIn) -> Verdict:
    reasons = tuple(result.reasons)
    unfit = tuple(f"says “{word}”" for word in entry.must_not if word in result.said)
    if result.outcome not in entry.outcomes or unfit:
        return Verdict(entry, NEEDLESS, (f"{result.outcome}", *reasons, *unfit))
    return Verdict(entry, ASKED if result.outcome == "asked" else REFUSED, reasons)


def _stored(entry: Entry, result: TakenIn, rows: StoredRows, answers: list[Answer]) -> Verdict:
    texts = [*rows.texts(), *answer_texts(answers)]
    wrong = [
        f"“{word}” is among what was stored or answered"
        for word in entry.must_not
        if any(word in text for text in texts)
    ]
    wrong += answer_faults(entry, answers)
    ways = [_ending_faults(ending, result, rows) for ending in entry.endings]
    faults, unnamed, is_naming = min(ways, key=lambda way: len(way[0]) + len(way[1]))
    if not (wrong or faults or unnamed):
        return Verdict(entry, RIGHT)
    if is_naming and not unnamed and not wrong:
        return Verdict(entry, NAMED, tuple(faults))
    return Verdict(entry, SILENT, (*wrong, *faults, *unnamed))


def _ending_faults(
    ending: Ending, result: TakenIn, rows: StoredRows
) -> tuple[list[str], list[str], bool]:
    """What differs of one right way, what it names and nothing names, whether it names anything."""
    faults = [fault for check in ending.stored if (fault := check_fault(check, rows))]
    unnamed = [f"{thing!r} is not named" for thing in ending.named if not is_named(thing, result)]
    return faults, unnamed, bool(ending.named)


def is_named(thing: int | str, result: TakenIn) -> bool:
    """Is a line, a column or a word named in what was said."""
    if isinstance(thing, int):
        lines = {row.get("Line", "").split(".")[0] for row in result.findings}
        return str(thing) in lines
    cells = (cell for row in result.findings for cell in row.values() if cell)
    return thing in result.said or any(thing in cell for cell in cells)


def check_fault(check: dict[str, Any], rows: StoredRows) -> str:
    """What differs from a check; '' where nothing does."""
    try:
        stored, expected = _seen(check, rows)
    except KeyError as missing:
        return f"{check}: there is no {missing}"
    differing = [
        f"{name} {stored[name]} instead of {value}"
        for name, value in expected.items()
        if not is_close(stored[name], value)
    ]
    return f"{_title(check)}: {', '.join(differing)}" if differing else ""


def _title(check: dict[str, Any]) -> str:
    return " ".join(str(value) for key, value in check.items() if key in KEYS)


KEYS = ("table", "where", "measure", "sum", "question", "edition")


def _seen(check: dict[str, Any], rows: StoredRows) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the store says and what it should say."""
    where = dict(check.get("where") or {})
    if "edition" in check:
        where["edition"] = check["edition"]
    if "sum" in check:
        table = check.get("table") or rows.table_of(check["sum"])
        values = [column(row, check["sum"]) for row in rows.rows(table, where)]
        return {"sum": sum(value or 0 for value in values)}, {"sum": check["value"]}
    if "question" in check:
        cells = [column(row, check["question"]) for row in rows.rows("responses", where)]
        counts = Counter(answer for cell in cells for answer in _parts(cell))
        return {"counts": dict(counts)}, {"counts": check["counts"]}
    if "measure" in check:
        return _of_measure(check, rows, where)
    expected = {key: check[key] for key in ("count",) if key in check}
    return {"count": len(rows.rows(check["table"], where))}, expected


def _of_measure(
    check: dict[str, Any], rows: StoredRows, where: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    name = check["measure"]
    cells = [column(row, name) for row in rows.rows("responses", where)]
    ratings = [cell for cell in cells if cell is not None]
    if any(isinstance(rating, (str, list)) for rating in ratings):
        raise KeyError(f"{name} as a rating: it is an answer")
    stored: dict[str, Any] = {"n": len(ratings)}
    stored["mean"] = sum(ratings) / len(ratings) if ratings else None
    if "scale" in check:
        stored["scale"] = _scale(name, rows)
    return stored, {key: check[key] for key in ("n", "mean", "scale") if key in check}


def _scale(name: str, rows: StoredRows) -> list[float] | None:
    """From where to where a measure or an item was asked."""
    ids = {name} if name in MEASURES else set()
    for item in rows.tables["items"]:
        if name in (item["item_id"], item["name_zh"], item["name_en"]):
            ids.add(item["item_id"])
    for question in rows.tables["questions"]:
        if question["item_id"] in ids or question["label_as_asked"] == name:
            return [question["scale_min"], question["scale_max"]]
    return None


def _parts(cell: Any) -> list[Any]:
    if cell is None:
        return []
    return list(cell) if isinstance(cell, (list, tuple)) else [cell]


def is_close(stored: Any, expected: Any) -> bool:
    """Are two values the same, a number to as many decimals as the manifest gives."""
    if isinstance(expected, float) and isinstance(stored, (int, float)):
        decimals = len(f"{expected!r}".partition(".")[2])
        return abs(stored - expected) <= 0.5000001 * 10**-decimals
    if isinstance(expected, dict) and isinstance(stored, dict):
        return expected.keys() == stored.keys() and all(
            is_close(stored[k], expected[k]) for k in expected
        )
    return bool(stored == expected)
