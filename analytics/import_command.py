"""`import`: files into the database, or into the hands of the running app. `correct`: what the
columns of an import mean, said again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from analytics.intake.table.file_kinds import AUDIENCES, KIND_KEYS
from analytics.wording import Say


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Both commands and what they take."""
    _add_correct(commands)
    command = commands.add_parser(
        "import", help="read files into the database, or hand them to the running app"
    )
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--fair", help="the fair they belong to (made if it is not there)")
    command.add_argument(
        "--edition", type=_edition, help="the edition's number, where the file does not name it"
    )
    command.add_argument(
        "--mapping", type=Path, help="what each column means, as saved by an earlier import"
    )
    command.add_argument(
        "--mapping-out",
        type=Path,
        metavar="FILE",
        help="where a suggested mapping is written if one has to be completed: a new file, or a"
        " folder",
    )
    _add_what_is_said_beforehand(command)
    command.add_argument(
        "--findings",
        type=Path,
        metavar="CSV",
        help="where everything found in the lines is written",
    )
    command.add_argument(
        "--wait",
        type=float,
        default=120,
        help="seconds to wait for the app's receipt; 0 returns at once",
    )
    command.set_defaults(run=_import)


def _add_correct(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "correct",
        help="say what reading an import by another mapping would change; with --yes, do it",
    )
    command.add_argument(
        "number", type=int, metavar="IMPORT", help="the import's number, as its receipt says it"
    )
    command.add_argument(
        "--mapping",
        type=Path,
        required=True,
        help="what each column means: the settings of the import, corrected",
    )
    command.add_argument("--yes", action="store_true", help="replace the import")
    command.add_argument(
        "--accept-guesses",
        action="store_true",
        help="what the mapping is not sure of is right",
    )
    command.set_defaults(run=_correct)


def _add_what_is_said_beforehand(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--mend", action="store_true", help="take garbled text in as it reads when mended"
    )
    command.add_argument(
        "--further",
        action="store_true",
        help="answers like those of an earlier file are other people's",
    )
    command.add_argument(
        "--kind",
        choices=KIND_KEYS,
        default="",
        help="what the file is, where that is not to be seen from its columns",
    )
    command.add_argument(
        "--audience", choices=AUDIENCES, default="", help="whose answers a survey holds"
    )
    command.add_argument("--sheet", default="", help="the sheet of a workbook to read")
    command.add_argument(
        "--accept-guesses",
        action="store_true",
        help="what the suggested mapping is not sure of is right",
    )


def _edition(text: str) -> int:
    from analytics.edition_number import is_edition

    if not is_edition(number := int(text)):
        raise ValueError(text)
    return number


def _import(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.intake.load.command import import_files
    from analytics.intake.load.inbox import Agreed

    agreed = Agreed(
        chosen.mend,
        chosen.further,
        chosen.accept_guesses,
        chosen.kind,
        chosen.audience,
        chosen.sheet,
    )
    return import_files(
        chosen.files,
        chosen.fair,
        chosen.edition,
        chosen.mapping,
        chosen.wait,
        say,
        agreed=agreed,
        findings=chosen.findings,
        mapping_out=chosen.mapping_out,
    )


def _correct(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.intake.load.correct_command import correct

    return correct(
        chosen.number,
        chosen.mapping,
        say,
        is_sure=chosen.yes,
        accepts_guesses=chosen.accept_guesses,
    )
