"""`python -m analytics deck`: a deck as a file, for a scheduler to send. While the app runs, from
its last backup.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from analytics import clock
from analytics.deck.deck_file import FILE_KINDS, FileKind, file_bytes
from analytics.deck.ready_made import KINDS
from analytics.deck.slides import Deck
from analytics.errors import UnknownChoice
from analytics.store import Store
from analytics.wording import LANGUAGES, Say, speaker

LARGEST_TEMPLATE = 50 * 2**20


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and what it takes."""
    command = commands.add_parser(
        "deck", help="write a deck to a file: .pptx, .html, .pdf or .xlsx"
    )
    command.add_argument("--kind", choices=KINDS, default="review", help="a ready-made deck")
    command.add_argument("--deck", help="a saved deck instead, by the id in its link")
    command.add_argument("--fair")
    command.add_argument(
        "--edition",
        action="append",
        type=int,
        default=[],
        help="an edition's number; may be repeated",
    )
    command.add_argument("--audience", choices=("exhibitor", "visitor"), default="exhibitor")
    command.add_argument(
        "--weighted", action="store_true", help="weight answers to the register, where a study can"
    )
    command.add_argument("--segment", help="a saved segment's id, for --kind segment")
    command.add_argument(
        "--language", choices=LANGUAGES, default=argparse.SUPPRESS, help="the language of the deck"
    )
    command.add_argument("--template", type=Path, help="a company's own .pptx to set the slides on")
    command.add_argument(
        "--out",
        type=Path,
        required=True,
        help="where to write it; its ending says which kind of file",
    )
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.headless_answer import open_to_read

    kind = _kind_of(chosen.out)
    speech = speaker(chosen.language)
    with open_to_read(speech) as (store, dated):
        deck = _deck(store, chosen, speech, dated)
    template = _template(chosen.template) if chosen.template else None
    chosen.out.write_bytes(file_bytes(deck, kind, template))
    print(say("{file}: {slides} slides", file=chosen.out.name, slides=len(deck.slides)))
    return 0


def _template(path: Path) -> bytes:
    from analytics.intake.load.plain_file import open_plain

    with open_plain(path, LARGEST_TEMPLATE) as file:
        return file.read()


def _kind_of(out: Path) -> FileKind:
    ending = out.suffix.lower().lstrip(".")
    for kind in FILE_KINDS:
        if kind == ending:
            return kind
    raise UnknownChoice("file", out.name, tuple(f".{kind}" for kind in FILE_KINDS))


def _deck(store: Store, chosen: argparse.Namespace, say: Say, dated: str | None) -> Deck:
    from dataclasses import replace

    from analytics import headless_answer
    from analytics.deck import headless

    if chosen.deck:
        return headless.pinned(store, chosen.deck, clock.today(), say, dated)
    filters = headless_answer.filters(
        store, chosen.fair, chosen.edition, chosen.audience, (), (), weighted=chosen.weighted
    )
    return headless.ready(store, chosen.kind, replace(filters, segment=chosen.segment), say, dated)
