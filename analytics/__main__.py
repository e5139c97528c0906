"""The command line: the same imports and the same answers, without a screen."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from analytics import (
    backup_command,
    call_sheets_command,
    deck_command,
    due_command,
    import_command,
    round_trip_command,
    terminal,
)
from analytics.errors import Fault, UnknownChoice
from analytics.remedies import remedy
from analytics.wording import LANGUAGES, Say, phrase, speaker

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Store


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 1 when a fault stood in the way, 2 for a call
    that cannot be read.
    """
    try:
        with terminal.printing():
            return _outcome(arguments)
    except OSError as error:
        if not terminal.is_closed_pipe(error):
            raise
        return terminal.stop_printing()


def _outcome(arguments: list[str] | None) -> int:
    chosen = _parser().parse_args(arguments)
    say = speaker(chosen.language)
    try:
        return int(chosen.run(chosen, say))
    except Fault as fault:
        print(remedy(fault, say), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analytics", description="ExpoLens without a screen"
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default="en", help="the language of what is printed"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _set_up_command(commands)
    import_command.add(commands)
    _answer_command(commands)
    _key_numbers_command(commands)
    deck_command.add(commands)
    due_command.add(commands)
    call_sheets_command.add(commands)
    backup_command.add(commands)
    round_trip_command.add(commands)
    return parser


def _set_up_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "set-up", help="create the database and load the demo fair, where that is still to do"
    )
    command.set_defaults(run=_set_up)


def _answer_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("answer", help="ask one study")
    command.add_argument("study", metavar="STUDY", help="its key, as in the page's address")
    _filter_arguments(command)
    command.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="one of the study's dials",
    )
    command.add_argument(
        "--json", action="store_true", help="figures with their tables, for another program"
    )
    command.set_defaults(run=_answer)


def _filter_arguments(command: argparse.ArgumentParser) -> None:
    """Which fair, and whose answers."""
    command.add_argument("--fair")
    command.add_argument(
        "--edition",
        action="append",
        type=int,
        default=[],
        help="an edition's number; may be repeated",
    )
    command.add_argument("--audience", choices=("exhibitor", "visitor"), default="exhibitor")
    command.add_argument("--industry", action="append", default=[])
    command.add_argument("--region", action="append", default=[])
    command.add_argument(
        "--weighted",
        action="store_true",
        help="weight answers to the register, where the study can",
    )
    command.add_argument(
        "--unweighted",
        action="store_true",
        help="leave the weights of the file itself aside: every answer counts once",
    )


def _key_numbers_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "key-numbers", help="the numbers a room looks at first, beside last time's"
    )
    _filter_arguments(command)
    command.add_argument("--json", action="store_true", help="for another program")
    command.set_defaults(run=_key_numbers)


def _set_up(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.headless_answer import open_to_write
    from analytics.intake.load.command import set_up_demo

    with open_to_write() as store:
        if not store.history():
            print(say("Loading the demo fair …"))
            set_up_demo(store)
            print(say("Done: {imports} files are in.", imports=len(store.history())))
    return 0


def _answer(chosen: argparse.Namespace, say: Say) -> int:
    from analytics import headless_answer

    options = tuple(_option(text) for text in chosen.option)
    with headless_answer.open_to_read(say) as (store, dated):
        print_answer = headless_answer.as_json if chosen.json else headless_answer.as_text
        filters = _filters(store, chosen)
        print(print_answer(store, chosen.study, filters, options, say, dated))
    return 0


def _filters(store: Store, chosen: argparse.Namespace) -> Filters:
    from analytics import headless_answer

    return headless_answer.filters(
        store,
        chosen.fair,
        chosen.edition,
        chosen.audience,
        tuple(chosen.industry),
        tuple(chosen.region),
        weighted=chosen.weighted,
        unweighted=chosen.unweighted,
    )


def _key_numbers(chosen: argparse.Namespace, say: Say) -> int:
    from analytics import headless_answer

    with headless_answer.open_to_read(say) as (store, dated):
        filters = _filters(store, chosen)
        write = headless_answer.numbers_as_json if chosen.json else headless_answer.numbers_as_text
        print(write(store, filters, say, dated))
    return 0


def _option(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator:
        raise UnknownChoice("option", text, (phrase("KEY=VALUE"),))
    return key, value


if __name__ == "__main__":
    sys.exit(main())
