"""A mapping as a file: read where it is named, written for a person to complete where asked for."""

from __future__ import annotations

from pathlib import Path

from analytics.errors import Unreadable
from analytics.intake.load.plain_file import note_text
from analytics.intake.mapping.column_use import BLOCKING, Mapping
from analytics.intake.mapping.open_points import NotSettled
from analytics.wording import Say, phrase

ENDING = ".mapping.json"
DIRECTION = phrase(
    'There, give each column of which that is asked a "direction": "up" where its highest number is'
    ' best, "down" where its lowest is.'
)
UNIT = phrase(
    'There, give each column of amounts a "unit": 1 where they are written in full, 10000 where'
    " they are in 万."
)
GROUPING = phrase(
    'There, give each such column a "grouping": "." where the dot parts thousands, "," where it'
    " comes before decimals."
)
DOUBT = phrase(
    'Where a "doubt" holds the file up, correct the column\'s "scale" and "missing" if need be, and'
    ' take the "doubt" out.'
)
ROWS = phrase(
    'There, list under "leaves_out" the values whose lines do not count, under "leaves_in" the'
    ' others, and take the "doubt" out.'
)
YES = phrase(
    'There, give each such column "words": {"1": 3, "2": 1} where 1 means yes, {"1": 1, "2": 3}'
    ' where 2 does, and take the "doubt" out.'
)
WORDS = phrase(
    'There, give each word its rating under "words" (and the "scale" they are on), and take the'
    ' "doubt" out.'
)
MEANING = phrase(
    'There, give each such column a "target": "item" for a rating, "profile" for an answer to'
    ' filter by, "ignore" to leave it out; and take the "doubt" out.'
)
CURRENCY = phrase(
    'There, give each column of which that is asked a "currency": "CNY", "USD", "EUR" …, that of'
    " the amounts without a mark."
)
DOUBTS = phrase(
    'Where one of "doubts" holds the file up, correct its columns if need be, and take it out of'
    ' "doubts".'
)
ACCEPT = phrase("If what is suggested is right, give it again with --accept-guesses.")
WAYS = {
    "which_rows": ROWS,
    "currency_unsaid": CURRENCY,
    "needs_direction": DIRECTION,
    "direction_unclear": DIRECTION,
    "needs_unit": UNIT,
    "needs_grouping": GROUPING,
    "which_yes": YES,
    "which_words": WORDS,
    "rating_or_not": MEANING,
}
WAYS = dict.fromkeys(BLOCKING, DOUBT) | WAYS


def mapping_text(path: Path | None) -> str:
    """A mapping file's text. Raises Unreadable where it is none."""
    if path is None:
        return ""
    try:
        text = note_text(path)
    except (Unreadable, UnicodeDecodeError) as error:
        raise Unreadable("mapping_file", {"problem": path.name}) from error
    Mapping.loads(text)
    return text


def way_on(fault: NotSettled, file_name: str, out: Path | None, say: Say) -> list[str]:
    """What to do about a mapping with open points, which is written to `out` (a new file, or a
    folder) if that is given. Nothing that lies there is ever written over.
    """
    accept = [say(ACCEPT)] if all(point.is_guess for point in fault.points) else []
    if out is None:
        return [
            say(
                "Give it again with --mapping-out FILE: the suggested mapping is written there, to"
                " be completed and given with --mapping."
            ),
            *accept,
        ]
    place = out / f"{file_name}{ENDING}" if out.is_dir() else out
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write(fault.mapping)
    except FileExistsError:
        return [
            say(
                "{file} is there already and was left as it is. Complete it and give it with"
                " --mapping, or name a new file with --mapping-out.",
                file=place.name,
            )
        ]
    except OSError:
        return [say("{file} cannot be written. Name another place for it.", file=place.name)]
    reasons = {point.reason for point in fault.points}
    ways = dict.fromkeys(way for reason, way in WAYS.items() if reason in reasons)
    if any(point.columns for point in fault.points):
        ways[DOUBTS] = None
    return [
        say(
            "A suggested mapping lies in {file}. Complete it and give it with --mapping.",
            file=place.name,
        ),
        *(say(way) for way in ways),
        *accept,
    ]
