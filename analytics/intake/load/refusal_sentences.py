"""Why a file was refused, worded with the way out."""

from __future__ import annotations

from analytics.errors import Fault, Unreadable
from analytics.intake.load.finding_sentences import finding_text
from analytics.intake.load.point_sentences import POINTS, filled, point_text
from analytics.intake.mapping.open_points import NotSettled, OpenPoint
from analytics.intake.table.file_kinds import kind_of
from analytics.remedies import remedy
from analytics.wording import Say, phrase

NO_BACKUP = phrase(
    "The rows are stored, but no sound copy of the database could be made: the disk is full, or the"
    " database is damaged. “python -m analytics check” says which."
)

REFUSALS = {
    "demo_fair": phrase(
        "The demo fair is synthetic and takes in no files. Name a fair of your own."
    ),
    "same_answers": phrase(
        "{same} of the {given} lines compared answer exactly like {file}, loaded on {at} (import"
        " {number}): loaded as well, everybody would count twice. Undo that import and load this"
        " file in its place, or say that these are other people."
    ),
    "stopped_memory": phrase(
        "Reading this file takes more memory than a file may use. Copy the table into a new sheet,"
        " load that."
    ),
    "stopped_time": phrase(
        "Reading this file takes longer than one file may take. Split it, or save it as CSV."
    ),
    "stopped_crash": phrase(
        "The file ended its own reading; nothing else was touched. A stray cell far from the table"
        " can be the cause: copy the table alone into a new sheet and load that."
    ),
    "mendable": phrase(
        "The file's characters are garbled: it was once read in a wrong encoding. Mended, it would"
        " begin: “{reads}”. On the page for loading files you can say whether that is right; or"
        " export it anew as UTF-8."
    ),
    "header_differs": phrase(
        "The header on line {line} has {width} cells, nearly every line below it {cells}: a"
        " separator is missing in the header, or stands unquoted inside one of its cells. Correct"
        " the header and load the file again."
    ),
    "file_type": phrase("Files of this type cannot be read. Load one of: {known}."),
    "nothing_left": phrase(
        "Not one line of the file could be taken in. The first reason: {finding}"
    ),
    "item_twice": phrase(
        "The columns “{first}” and “{second}” would be the same question. Give one of them another"
        " name."
    ),
    "too_many_items": phrase("A fair can have no more than {limit} questions."),
    "file_not_kept": phrase(
        "The file of import {number} ({name}) is no longer kept here, or cannot be read any more."
        " Undo the import and load the file again to say what its columns mean."
    ),
    "held_by_hand": phrase(
        "{count} values that people wrote by hand are others in this file ({fields}). Say for each"
        " of these columns which holds; nothing is stored before."
    ),
    "already": phrase(
        "{file} was already loaded on {at}, read in another way (import {number}). Correct how its"
        " columns were taken in the import history, or undo that import and load it again."
    ),
}


def refusal_text(fault: Fault, say: Say) -> str:
    """Why a file was refused, and the way out."""
    from analytics.intake.load.held_by_hand import HeldByHand
    from analytics.intake.load.same_answers import SameAnswers
    from analytics.intake.load.take_in import ReadAnotherWay

    if isinstance(fault, NotSettled):
        return " ".join(_with_column(point, say) for point in fault.points)
    if isinstance(fault, ReadAnotherWay):
        return say(REFUSALS["already"], file=fault.file_name, at=fault.at, number=fault.import_id)
    if isinstance(fault, SameAnswers):
        earlier = {"file": fault.file_name, "at": fault.at, "number": fault.import_id}
        return say(REFUSALS["same_answers"], same=fault.same, given=fault.given, **earlier)
    if isinstance(fault, HeldByHand):
        fields = say.listed([say(_label(field)) for field in fault.counts])
        return say(REFUSALS["held_by_hand"], count=sum(fault.counts.values()), fields=fields)
    if not isinstance(fault, Unreadable):
        return remedy(fault, say)
    details = dict(fault.details)
    if fault.reason == "nothing_left":
        details["finding"] = finding_text(details["reason"], {}, say)
    if fault.reason in REFUSALS:
        return filled(say(REFUSALS[fault.reason]), details)
    if fault.reason in POINTS:
        column = details.pop("column", "")
        return _with_column(OpenPoint(fault.reason, column, details=details), say)
    return remedy(fault, say)


def _label(field: str) -> str:
    member = kind_of("exhibitors").field(field)
    return member.label if member else field


def _with_column(point: OpenPoint, say: Say) -> str:
    text = point_text(point, say)
    if len(point.columns) > 1:
        names = "”, “".join(point.columns)
        return say("Columns “{columns}”: {text}", columns=names, text=text)
    if not point.column:
        return text
    return say("Column “{column}”: {text}", column=point.column, text=text)
