"""A converted draft -> the store. One at a time, whole or not at all."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from analytics import worker
from analytics.errors import AlreadyImported, Unreadable
from analytics.intake.convert.arrow_files import REMARKS, RESPONDENTS
from analytics.intake.load.draft import INSPECTION, UPLOAD, Draft
from analytics.intake.load.held_by_hand import fields_held, refuse_unsaid, with_verdicts
from analytics.intake.load.import_changes import Changes, changes_of
from analytics.intake.load.point_findings import point_findings
from analytics.intake.load.same_answers import refuse_same_answers
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.direction_points import accepted
from analytics.intake.mapping.known_fair import Known, know
from analytics.intake.mapping.open_points import open_points
from analytics.intake.table.file_kinds import kind_of
from analytics.store import Batch, Finding, ImportRecord, Receipt, Store, loaded_files

log = logging.getLogger("expolens")
CONVERT = "analytics.intake.load.reading_child:convert"
CONVERT_LIMITS = worker.Limits(memory=3 * 2**30, wall=120, cpu=100)
SHEET = "sheet.arrow"
MOMENT = "%Y-%m-%d %H:%M"
one_at_a_time = threading.RLock()
RESPONDENTS_SCHEMA = pa.schema({"edition_id": pa.string(), "respondent": pa.string()})

STORED_RESPONDENTS = """
    select r.edition_id, r.respondent
    from response_rows as r
    join live_imports as i on i.import_id = r.import_id
    where
        i.fair_id = $fair and r.audience = $audience and r.respondent is not null
        and i.import_id <> $replaced
"""


@dataclass(eq=False)
class ReadAnotherWay(AlreadyImported):
    """The file stands in the store, read under other settings."""


def take_in(
    store: Store, draft: Draft, mapping: Mapping, actor: str, report: worker.Report | None = None
) -> Receipt:
    """Convert a draft as its mapping says and load it, in the place of the import it corrects.

    The same file with the same mapping is recognised (a receipt with `is_repeat`). Raises
    ReadAnotherWay where it stands in the store under another mapping, SameAnswers where its answers
    stand there under another file, Unreadable where the mapping leaves something open.
    """
    inspection = draft.inspection or draft.inspect()
    whole = accepted(mapping, inspection).settled().completed(inspection.names)
    with one_at_a_time:
        if receipt := find_import(store, draft, whole):
            return receipt
        known = _known(store, mapping.fair_id)
        of_columns = point_findings(open_points(mapping, inspection, known))
        answer = _convert(store, draft, whole, known, report)
        _refuse_same_answers(store, draft, whole, answer)
        if report:
            report(0.9, "storing")
        batch = _assemble_held(store, draft, mapping, whole, known, answer, actor)
        batch = replace(batch, findings=(*of_columns, *batch.findings))
        receipt = store.load(batch, replaces=draft.corrects)
        _keep_files(store, draft, receipt)
        return receipt


def _keep_files(store: Store, draft: Draft, receipt: Receipt) -> None:
    """So that the import can be corrected. Without room for them it is in all the same."""
    try:
        files = [draft.folder / name for name in (UPLOAD, INSPECTION, SHEET)]
        loaded_files.add(store.folder, receipt.import_id, files)
    except OSError as error:
        log.warning("import %s: its file is not kept (%s)", receipt.import_id, error.errno)


@dataclass(frozen=True)
class TrialImport:
    """What an import would say: lines_read == rows_stored + rows_left_out, and every finding; for
    a correction, what it would change.
    """

    lines_read: int
    rows_stored: int
    rows_left_out: int
    findings: tuple[Finding, ...]
    changes: Changes | None = None


def check(store: Store, draft: Draft, mapping: Mapping) -> TrialImport:
    """Convert a draft as its mapping says, and store nothing. Raises what `take_in` would raise,
    and AlreadyImported.
    """
    inspection = draft.inspection or draft.inspect()
    whole = accepted(mapping, inspection).settled().completed(inspection.names)
    if receipt := find_import(store, draft, whole):
        return _trial_of(store, draft, receipt)
    known = _known(store, mapping.fair_id)
    of_columns = point_findings(open_points(mapping, inspection, known))
    answer = _convert(store, draft, whole, known)
    _refuse_same_answers(store, draft, whole, answer)
    batch = _assemble_held(store, draft, mapping, whole, known, answer, "")
    return TrialImport(
        answer["lines_read"],
        answer["lines_stored"],
        answer["lines_left_out"],
        (*of_columns, *batch.findings),
        changes_of(store, draft.corrects, batch) if draft.corrects else None,
    )


def _assemble_held(
    store: Store,
    draft: Draft,
    mapping: Mapping,
    whole: Mapping,
    known: Known,
    answer: dict[str, Any],
    actor: str,
) -> Batch:
    """The batch, with what holds over what was written by hand. Raises HeldByHand where a person
    has to say so first.
    """
    batch = assemble(draft, whole, known, answer, actor)
    held = fields_held(store, batch)
    refuse_unsaid(held, mapping, draft.corrects)
    return with_verdicts(batch, held, mapping)


def _trial_of(store: Store, draft: Draft, receipt: Receipt) -> TrialImport:
    """A file that is in already, read in the same way: a correction that changes nothing."""
    if receipt.import_id == draft.corrects:
        findings = tuple(store.findings(receipt.import_id))
        counts = (receipt.lines_read, receipt.rows_stored, receipt.rows_left_out)
        return TrialImport(*counts, findings, Changes(receipt.rows_stored, receipt.rows_stored))
    at = next(
        record.imported_at
        for record in store.history(receipt.fair_id)
        if record.import_id == receipt.import_id
    )
    raise AlreadyImported(receipt.import_id, receipt.file_name, at.strftime(MOMENT))


def _refuse_same_answers(
    store: Store, draft: Draft, mapping: Mapping, answer: dict[str, Any]
) -> None:
    """What is corrected answers like itself."""
    if not draft.corrects:
        refuse_same_answers(store, mapping, _responses(draft, answer), MOMENT)


def _known(store: Store, fair_id: str) -> Known:
    with store.reader() as reader:
        return know(reader, fair_id)


def _convert(
    store: Store,
    draft: Draft,
    mapping: Mapping,
    known: Known,
    report: worker.Report | None = None,
) -> dict[str, Any]:
    write_stored_respondents(store, mapping, draft)
    answer: dict[str, Any] = worker.run(
        CONVERT,
        {"mapping": mapping.dumps(), "known": known.to_json()},
        draft.folder,
        limits=CONVERT_LIMITS,
        report=report,
    )
    return answer


def _responses(draft: Draft, answer: dict[str, Any]) -> Path | None:
    """The file of converted answers, where there are any."""
    name = answer["tables"].get("response_rows")
    return draft.folder / name if name else None


def find_import(store: Store, draft: Draft, mapping: Mapping) -> Receipt | None:
    """The receipt of the import that brought this file, read in this way.

    Raises ReadAnotherWay where the file stands there under other settings: that import has to be
    undone first.
    """
    for record in store.history(mapping.fair_id):
        is_same = (
            record.sha256 == draft.sha256
            and record.kind == mapping.kind
            and record.undone_at is None
        )
        if not is_same or _sheet(record.mapping) != mapping.sheet:
            continue
        if _as_read(record.mapping) != mapping.as_read().dumps():
            if record.import_id == draft.corrects:
                continue
            raise ReadAnotherWay(
                record.import_id, record.file_name, record.imported_at.strftime(MOMENT)
            )
        return repeat_of(record)
    return None


def repeat_of(record: ImportRecord) -> Receipt:
    """The receipt of an import once more."""
    return Receipt(
        record.import_id,
        record.fair_id,
        record.kind,
        record.file_name,
        record.lines_read,
        record.rows_stored,
        record.rows_left_out,
        0,
        is_repeat=True,
    )


def _as_read(text: str) -> str:
    try:
        return Mapping.loads(text).as_read().dumps()
    except Unreadable:
        return text


def _sheet(text: str) -> str:
    try:
        return Mapping.loads(text).sheet
    except Unreadable:
        return ""


def write_stored_respondents(store: Store, mapping: Mapping, draft: Draft) -> None:
    """The (edition, respondent) pairs the store holds already, for the child to compare with."""
    audience = kind_of(mapping.kind).audience
    if audience is None or mapping.field_column("respondent") is None:
        return
    with store.reader() as reader:
        respondents = reader.table(
            STORED_RESPONDENTS,
            fair=mapping.fair_id,
            audience=audience,
            replaced=draft.corrects,
        )
    with (
        pa.OSFile(str(draft.folder / RESPONDENTS), "wb") as file,
        pa.ipc.new_file(file, RESPONDENTS_SCHEMA) as writer,
    ):
        writer.write_table(respondents.cast(RESPONDENTS_SCHEMA))


def assemble(
    draft: Draft,
    mapping: Mapping,
    known: Known,
    answer: dict[str, Any],
    actor: str,
    *,
    is_demo: bool = False,
) -> Batch:
    """The child's files as one batch."""
    return Batch(
        fair_id=mapping.fair_id,
        kind=mapping.kind,
        file_name=draft.file_name,
        sha256=draft.sha256,
        mapping=mapping.nameless().dumps(),
        actor=actor,
        lines_read=answer["lines_read"],
        lines_stored=answer["lines_stored"],
        lines_left_out=answer["lines_left_out"],
        tables={name: _table(draft.folder / file) for name, file in answer["tables"].items()},
        questionnaire={
            name: _table(draft.folder / file) for name, file in answer["questionnaire"].items()
        },
        findings=_findings(draft.folder),
        fair_names=(mapping.fair_zh or known.fair_zh, mapping.fair_en or known.fair_en),
        is_demo=is_demo,
    )


def _table(path: Path) -> pa.Table:
    with pa.OSFile(str(path), "rb") as file:
        return pa.ipc.open_file(file).read_all()


def _findings(folder: Path) -> tuple[Finding, ...]:
    return tuple(Finding(**remark) for remark in json.loads((folder / REMARKS).read_text("utf-8")))
