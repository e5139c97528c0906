"""`python -m analytics call-sheets`: an A4 page for each exhibitor to call, as a file. While the
app runs, from its last backup.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.errors import UnknownChoice
from analytics.wording import LANGUAGES, Say, phrase, speaker

if TYPE_CHECKING:
    from analytics.deck.call_sheet_file import SheetKind
    from analytics.filters import Filters, Options
    from analytics.store import Store


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and what it takes."""
    command = commands.add_parser(
        "call-sheets", help="write the call sheets of a selection to a file: .pdf or .pptx"
    )
    command.add_argument("--fair")
    command.add_argument(
        "--edition",
        action="append",
        type=int,
        default=[],
        help="an edition's number; may be repeated",
    )
    command.add_argument("--industry", action="append", default=[])
    command.add_argument("--region", action="append", default=[])
    command.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="one of the dials of the call list, as in `answer selection`",
    )
    command.add_argument(
        "--exhibitor", action="append", default=[], help="these instead, by their ids"
    )
    command.add_argument(
        "--language", choices=LANGUAGES, default=argparse.SUPPRESS, help="of the sheets"
    )
    command.add_argument("--out", type=Path, required=True, help="its ending says which kind")
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace, say: Say) -> int:
    from analytics import headless_answer
    from analytics.deck.call_sheet import read_sheets
    from analytics.deck.call_sheet_file import file_bytes

    kind, speech = _kind_of(chosen.out), speaker(chosen.language)
    options = tuple(_option(text) for text in chosen.option)
    with headless_answer.open_to_read(speech) as (store, _):
        filters = headless_answer.filters(
            store,
            chosen.fair,
            chosen.edition,
            "exhibitor",
            tuple(chosen.industry),
            tuple(chosen.region),
        )
        ids = list(chosen.exhibitor) or _selected(store, filters, options)
        called = _name_of(store, filters.fair, speech)
        sheets = read_sheets(store, filters, dict(options), ids, called, speech)
    chosen.out.write_bytes(file_bytes(sheets, kind, speech.language))
    print(
        say(
            "{file}: {sheets} call sheets, of {all} exhibitors chosen",
            file=chosen.out.name,
            sheets=len(sheets),
            all=len(ids),
        )
    )
    return 0


def _selected(store: Store, filters: Filters, options: Options) -> list[str]:
    from analytics.ask import ask
    from analytics.catalogue import study
    from analytics.headless_answer import check_options
    from analytics.weighting import plain

    selection = study("selection")
    check_options(selection, options)
    return list(plain(ask(store, selection, filters, options)).ids)


def _name_of(store: Store, fair: str, say: Say) -> str:
    from analytics.fairs import fairs

    names = {each.id: say.name(each.zh, each.en) for each in fairs(store)}
    return names.get(fair, fair)


def _kind_of(out: Path) -> SheetKind:
    from analytics.deck.call_sheet_file import SHEET_KINDS

    ending = out.suffix.lower().lstrip(".")
    for kind in SHEET_KINDS:
        if kind == ending:
            return kind
    raise UnknownChoice("file", out.name, tuple(f".{kind}" for kind in SHEET_KINDS))


def _option(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator:
        raise UnknownChoice("option", text, (phrase("KEY=VALUE"),))
    return key, value
