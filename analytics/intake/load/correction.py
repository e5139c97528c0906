"""An import whose columns are to mean something else: its file as a draft that replaces it."""

from __future__ import annotations

import shutil
from dataclasses import replace

from analytics.errors import UnknownChoice, Unreadable
from analytics.intake.load.draft import INSPECTION, UPLOAD, Draft
from analytics.intake.load.take_in import SHEET
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import know
from analytics.intake.mapping.open_points import refuse_unsettled
from analytics.intake.table.text_table import Sheet
from analytics.store import ImportRecord, Store, loaded_files

NOT_KEPT = "file_not_kept"
BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError)


def live_import(store: Store, import_id: int) -> ImportRecord:
    """The record of an import that is not undone. Raises UnknownChoice."""
    for record in store.history():
        if record.import_id == import_id and record.undone_at is None:
            return record
    raise UnknownChoice("import", str(import_id))


def is_kept(store: Store, record: ImportRecord) -> bool:
    """Whether an import can be corrected without its file."""
    files = loaded_files.place(store.folder, record.import_id)
    return record.undone_at is None and (files / UPLOAD).is_file()


def reopened(store: Store, import_id: int) -> Draft:
    """The file of an import as a draft that corrects it, with the mapping it was read by.

    Raises UnknownChoice where the import is undone, Unreadable 'file_not_kept' where its file is
    gone or no longer what was loaded.
    """
    record = live_import(store, import_id)
    files = loaded_files.place(store.folder, import_id)
    not_kept = Unreadable(NOT_KEPT, {"number": str(import_id), "name": record.file_name})
    try:
        drafts = store.folder / "drafts"
        draft = Draft.create(record.file_name, files / UPLOAD, drafts, corrects=import_id)
    except (OSError, Unreadable) as fault:
        raise not_kept from fault
    try:
        for name in (INSPECTION, SHEET):
            shutil.copyfile(files / name, draft.folder / name)
        is_sound = draft.sha256 == record.sha256 and draft.inspection is not None
        Sheet.load(draft.folder / SHEET)
        draft.keep_mapping(Mapping.loads(record.mapping))
    except (*BROKEN, Unreadable) as fault:
        draft.drop()
        raise not_kept from fault
    if not is_sound:
        draft.drop()
        raise not_kept
    return draft


def corrected_mapping(store: Store, draft: Draft, mapping: Mapping) -> Mapping:
    """A mapping for the draft of a correction: it stays in its fair, and is read from the sheet
    that the mapping names. Raises NotSettled where it leaves something open.
    """
    fair_id = live_import(store, draft.corrects).fair_id
    inspection = draft.inspection
    if inspection is None or mapping.sheet not in ("", inspection.sheet):
        inspection = draft.inspect(sheet=mapping.sheet)
    with store.reader() as reader:
        known = know(reader, fair_id)
    mapping = replace(mapping, fair_id=fair_id, fair_zh=known.fair_zh, fair_en=known.fair_en)
    refuse_unsettled(mapping, inspection, known)
    return mapping
