"""`take-out` and `bring-back`: a register as a file to edit, and what was edited in it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.errors import Fault, UnknownChoice
from analytics.wording import Say, phrase

if TYPE_CHECKING:
    from analytics.round_trip.changes import Changes, FieldEdit

ENDINGS = ("xlsx", "csv")
MOST_LINES = 200
ACTOR = "command line"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands and what they take."""
    out = commands.add_parser("take-out", help="write a register to a file that can be edited")
    out.add_argument("register", metavar="REGISTER", help="exhibitors")
    out.add_argument("--out", type=Path, required=True, metavar="FILE", help=".xlsx or .csv")
    out.add_argument("--fair")
    out.set_defaults(run=_take_out)
    back = commands.add_parser(
        "bring-back", help="say what an edited file would change; with --yes, change it"
    )
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--fair")
    back.add_argument("--yes", action="store_true", help="change what needs no decision")
    back.add_argument(
        "--take-all",
        action="store_true",
        help="with --yes: also where the register is newer, or nobody can say",
    )
    back.set_defaults(run=_bring_back)
    undo = commands.add_parser("take-back", help="undo what an edited file changed")
    undo.add_argument("act", type=int, metavar="NUMBER", help="as bring-back said it")
    undo.set_defaults(run=_take_back)


def _take_out(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.headless_answer import open_to_read
    from analytics.round_trip.tables import table_of
    from analytics.round_trip.taken_table import file_bytes

    table = table_of(chosen.register)
    ending = chosen.out.suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        raise UnknownChoice("ending", chosen.out.name, ENDINGS)
    with open_to_read(say) as (store, dated):
        fair = chosen.fair or store.default_fair()
        with store.reader() as reader:
            data = file_bytes(reader, fair, table, ending, say)
    chosen.out.write_bytes(data)
    print(say("Written: {file}", file=chosen.out), *([f"({dated})"] if dated else []))
    return 0


def _bring_back(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.intake.load.refusal_sentences import refusal_text

    try:
        return _changed(chosen, say)
    except Fault as fault:
        print(refusal_text(fault, say), file=sys.stderr)
        return 1


def _changed(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.headless_answer import open_to_write
    from analytics.round_trip.carry_out import carry_out
    from analytics.round_trip.changes import changes
    from analytics.round_trip.read_back import read_back

    with open_to_write() as store:
        fair = chosen.fair or store.default_fair()
        back = read_back(chosen.file.name, chosen.file)
        with store.reader() as reader:
            edited = changes(reader, fair, back)
        _print(edited, say)
        if not chosen.yes:
            print(say("Nothing was changed. With --yes it is."))
            return 0
        edits = edited.edits if chosen.take_all else edited.safe_edits
        entries = edited.entries if chosen.take_all else edited.safe_entries
        act = carry_out(store, fair, edits, entries, ACTOR)
    if not act:
        print(say("There was nothing to change."))
        return 0
    text = phrase("Changed: {cells} cells, {new} new rows. Undo with: take-back {act}")
    print(say(text, cells=len(edits), new=len(entries), act=act))
    return 0


def _print(edited: Changes, say: Say) -> None:
    from analytics.round_trip import sentences

    for line in sentences.summary(edited, say):
        print(line)
    lines = [_edit_line(edit, edited, say) for edit in edited.edits]
    lines += [f"+ {sentences.entry_text(entry, say)}" for entry in edited.entries]
    for line in lines[:MOST_LINES]:
        print(line)
    if len(lines) > MOST_LINES:
        print(say("And {count} more.", count=say.number(len(lines) - MOST_LINES)))
    for line in sentences.remark_lines(edited.remarks, edited.table, say, MOST_LINES):
        print(f"! {line}")


def _edit_line(edit: FieldEdit, edited: Changes, say: Say) -> str:
    from analytics.round_trip import sentences
    from analytics.round_trip.changes import SAFE

    mark = "*" if edit.state in SAFE else "?"
    return f"{mark} {sentences.edit_text(edit, edited.table, say)}"


def _take_back(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.headless_answer import open_to_write
    from analytics.round_trip.carry_out import take_back

    with open_to_write() as store:
        take_back(store, chosen.act, ACTOR)
    print(say("Taken back."))
    return 0
