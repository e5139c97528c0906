"""What an edited file would change, and what of it changes nothing, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analytics import clock
from analytics.round_trip.changes import Changes, FieldEdit
from analytics.round_trip.new_rows import NewRow, Told
from analytics.round_trip.tables import TripTable
from analytics.wording import Say, phrase

REMARKS = {
    "column_unknown": phrase(
        "The column “{column}” is none of this register: its {count} cells are not taken."
    ),
    "column_absent": phrase("The column “{column}” is not in the file: nothing of it changes."),
    "column_twice": phrase("The column “{column}” stands twice: nothing of it changes. Keep one."),
    "no_check": phrase(
        "The check column is gone, so the file does not say what its cells held when it was taken:"
        " every difference is asked about."
    ),
    "line_left_out": phrase("Line {line} is no row of the register: “{value}”"),
    "key_unknown": phrase(
        "Line {line}: no row of this fair has the key “{value}”. Nothing of the line is taken."
    ),
    "key_twice": phrase(
        "Line {line}: the key “{value}” stands on several lines. None of them is taken; keep one."
    ),
    "check_of_another_row": phrase(
        "Line {line}: the check does not belong to the key “{value}”: columns were sorted apart,"
        " or the file is of another fair. Nothing of the line is taken."
    ),
    "cell_closed": phrase("Line {line}: {column} cannot be changed here: “{value}” is not taken."),
    "cell_damaged": phrase(
        "Line {line}, {column}: a spreadsheet has damaged “{value}”. It is not taken."
    ),
    "not_a_choice": phrase("Line {line}, {column}: “{value}” is no choice there is. Not taken."),
    "not_a_day": phrase("Line {line}, {column}: “{value}” is no day. Not taken."),
    "needed_emptied": phrase(
        "Line {line}: {column} cannot be empty; “{value}” stays. To remove a firm, undo its import."
    ),
    "new_without_name": phrase("Line {line}: a new row without a name is not taken: “{value}”"),
    "already_there": phrase(
        "Line {line}: “{value}” is in the register already, or stands twice among the new rows. Not"
        " taken: edit its own row."
    ),
    "rows_absent": phrase(
        "{count} rows of the register are not in the file. They stay as they are: nobody is"
        " deleted."
    ),
}
STATES = {
    "changed": phrase("Changed"),
    "emptied": phrase("Emptied"),
    "newer": phrase("Newer in the register"),
    "unsure": phrase("Not sure"),
}
OLD_DAYS = 60


def remark_text(remark: Told, table: TripTable, say: Say) -> str:
    """One thing that changes nothing, and why."""
    labels = {field.key: say(field.label) for field in table.fields}
    return say(
        REMARKS[remark.reason],
        line=remark.line,
        column=labels.get(remark.column, remark.column),
        value=remark.value,
        count=say.number(remark.count),
    )


def value_text(table: TripTable, field: str, value: str | None, say: Say) -> str:
    """A field's value as a reader sees it; a dash for nothing."""
    names = table.field(field).names
    return say(names[value]) if value in names else value or "–"


def edit_text(edit: FieldEdit, table: TripTable, say: Say) -> str:
    """One cell: what it is and what it would be; who wrote the newer value."""
    text = say(
        "{name}: {field} “{before}” → “{after}”",
        name=edit.name,
        field=say(table.field(edit.field).label),
        before=value_text(table, edit.field, edit.before, say),
        after=value_text(table, edit.field, edit.after, say),
    )
    return f"{text} · {newer_text(edit, say)}" if edit.state in ("newer", "unsure") else text


def newer_text(edit: FieldEdit, say: Say) -> str:
    """Why an edit is asked about."""
    if edit.state == "unsure":
        return say("what it held when it was taken is not known")
    if edit.changed_at is None:
        return say("the register's value came with a newer file")
    day = say.day(edit.changed_at.date())
    return say("{who} wrote the register's value on {day}", who=edit.actor, day=day)


def entry_text(entry: NewRow, say: Say) -> str:
    """A new firm, and whom it is like."""
    name = entry.values["name"]
    if not entry.like:
        return say("New: “{name}”", name=name)
    return say("New: “{name}”, which may be “{like}”", name=name, like=" · ".join(entry.like))


def summary(changes: Changes, say: Say) -> list[str]:
    """How much would change, in a few sentences."""
    states = Counter(edit.state for edit in changes.edits)
    lines = [_age(changes, say)] if changes.taken_on else []
    lines.append(
        say(
            "{rows} rows read: {changed} cells changed, {emptied} emptied, {new} new rows;"
            " {asked} to be decided.",
            rows=say.number(changes.rows),
            changed=say.number(states["changed"]),
            emptied=say.number(states["emptied"]),
            new=say.number(len(changes.entries)),
            asked=say.number(states["newer"] + states["unsure"]),
        )
    )
    if changes.stale:
        lines.append(
            say(
                "{count} cells nobody touched hold older values than the register: the newer ones"
                " stay.",
                count=say.number(changes.stale),
            )
        )
    return lines


def _age(changes: Changes, say: Say) -> str:
    taken_on = changes.taken_on or clock.today()
    days = (clock.today() - taken_on).days
    if days < OLD_DAYS:
        return say("The file was taken on {day}.", day=say.day(taken_on))
    return say(
        "The file was taken on {day}, {count} days ago. What changed in the register since then"
        " is only replaced where you say so.",
        day=say.day(taken_on),
        count=say.number(days),
    )


def remark_lines(remarks: Sequence[Told], table: TripTable, say: Say, most: int) -> list[str]:
    """What changes nothing; of one reason the first `most`, then how many more."""
    shown: Counter[str] = Counter()
    lines = []
    for remark in remarks:
        shown[remark.reason] += 1
        if shown[remark.reason] <= most:
            lines.append(remark_text(remark, table, say))
    more = sum(max(count - most, 0) for count in shown.values())
    return [*lines, say("And {count} more of the same.", count=say.number(more))] if more else lines
