"""Answers that are in the store already under another file: a survey exported anew, with more rows
or in another format.

Nothing in most exports says which questionnaire a line is, so the answers themselves are compared.
Only lines that answer like no other line of their file count, and only where four fifths of them
are found again: among strangers not two fifths would be, however short the questionnaire (the
chance that a pattern is given exactly once is at most 1/e).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from analytics.errors import AlreadyImported
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.table.file_kinds import kind_of
from analytics.store import Store
from analytics.study import statement

FEWEST, SHARE = 10, 0.8
PARTS = ("sat", "imp", "expected")
MEASURES = ("overall", "goal_attainment", "intention", "recommend")
HAS_EARLIER = "select count(*) > 0 from responses where fair_id = $fair and audience = $audience"


@dataclass(eq=False)
class SameAnswers(AlreadyImported):
    """Of `given` lines with answers of their own, `same` answer like one of an earlier import."""

    same: int
    given: int


def refuse_same_answers(store: Store, mapping: Mapping, rows: Path | None, moment: str) -> None:
    """Raises SameAnswers where a survey is in already, unless its mapping says otherwise."""
    audience = kind_of(mapping.kind).audience
    if audience is None or mapping.is_further or rows is None:
        return
    with store.reader() as reader:
        if not reader.value(HAS_EARLIER, fair=mapping.fair_id, audience=audience):
            return
        with pa.OSFile(str(rows), "rb") as file:
            incoming = pa.ipc.open_file(file).read_all()
        imports = reader.compared(
            _answers_of(incoming),
            statement(__package__ or "", "lines_found_again"),
            fair=mapping.fair_id,
            audience=audience,
        )
    if imports and _is_same_survey(imports[0]):
        raise _same_answers(store, mapping.fair_id, imports[0], moment)


def _is_same_survey(earlier: dict[str, Any]) -> bool:
    compared_lines = min(earlier["earlier_lines"], earlier["incoming_lines"])
    return bool(earlier["same_lines"] >= max(FEWEST, SHARE * compared_lines))


def _same_answers(store: Store, fair: str, earlier: dict[str, Any], moment: str) -> SameAnswers:
    history = store.history(fair)
    record = next(record for record in history if record.import_id == earlier["import_id"])
    at = record.imported_at.strftime(moment)
    same, compared = earlier["same_lines"], earlier["incoming_lines"]
    return SameAnswers(record.import_id, record.file_name, at, same, compared)


def _answers_of(incoming: pa.Table) -> pa.Table:
    """What is compared; a part that the file does not have is empty."""
    empty = {name: pa.nulls(len(incoming), pa.int16()) for name in MEASURES}
    empty |= {name: pa.nulls(len(incoming), pa.list_(pa.int16())) for name in PARTS}
    names = [name for name in ("edition_id", *empty) if name in incoming.column_names]
    return pa.table(empty | {name: incoming[name] for name in names})
