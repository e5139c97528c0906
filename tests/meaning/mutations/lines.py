"""Law 8: one line of a text file has a cell too many or too few, or a quotation mark astray."""

from __future__ import annotations

import random

from tests.meaning.mutations.case import Case
from tests.meaning.mutations.tables import Sound, csv_bytes, csv_lines, register, survey, truth_of

LAW = 8


def clean(rng: random.Random) -> Case:
    """The twin: every line whole."""
    sound, _, lines = _file(rng)
    return _case("", sound, lines, rng)


def separator_too_many(rng: random.Random) -> Case:
    """A separator more, anywhere in a line."""
    sound, delimiter, lines = _file(rng)
    place = rng.randrange(1, len(lines))
    cut = rng.choice(_places_between(lines[place], delimiter))
    lines[place] = lines[place][:cut] + delimiter + lines[place][cut:]
    return _case("separator_too_many", sound, lines, rng)


def separator_lost(rng: random.Random) -> Case:
    """A separator less, anywhere in a line."""
    sound, delimiter, lines = _file(rng)
    place = rng.randrange(1, len(lines))
    parts = lines[place].split(delimiter)
    cut = rng.randrange(1, len(parts))
    lines[place] = delimiter.join(
        [*parts[: cut - 1], parts[cut - 1] + parts[cut], *parts[cut + 1 :]]
    )
    return _case("separator_lost", sound, lines, rng)


def comma_in_a_cell(rng: random.Random) -> Case:
    """Two ratings in one cell, or a region with its town, unquoted; the last cell empty."""
    sound, delimiter, lines = _file(rng, delimiter=",")
    place = rng.randrange(1, len(lines))
    parts = lines[place].split(delimiter)
    at = rng.randrange(1, len(parts) - 1)
    parts[at] += f"{delimiter}{rng.choice((parts[at], str(rng.randint(1, 5))))}"
    parts[-1] = "" if rng.random() < 0.6 else parts[-1]
    lines[place] = delimiter.join(parts)
    case = _case("comma_in_a_cell", sound, lines, rng)
    del case.truth[place + 1]
    return case


def mark_astray(rng: random.Random) -> Case:
    """A quotation mark too many, at the start, the end or inside of a cell."""
    sound, delimiter, lines = _file(rng, quoted=rng.random() < 0.5)
    place = rng.randrange(1, len(lines))
    at = rng.choice([0, *(_places_between(lines[place], delimiter)), len(lines[place])])
    at = rng.choice((at, min(at + 1, len(lines[place])), max(at - 1, 0)))
    lines[place] = lines[place][:at] + '"' + lines[place][at:]
    return _case("mark_astray", sound, lines, rng)


def line_broken(rng: random.Random) -> Case:
    """A line end inside a line."""
    sound, delimiter, lines = _file(rng)
    place = rng.randrange(1, len(lines))
    cut = rng.choice(_places_between(lines[place], delimiter))
    lines[place : place + 1] = [lines[place][:cut], lines[place][cut:]]
    shift = {row: row + 2 + (row + 1 > place) for row in range(len(sound.rows))}
    case = _case("line_broken", sound, lines, rng, shift)
    case.truth.pop(place + 1, None)
    return case


def header_too_long(rng: random.Random) -> Case:
    """A separator more in the header."""
    sound, delimiter, lines = _file(rng)
    cut = rng.choice(_places_between(lines[0], delimiter))
    lines[0] = lines[0][:cut] + delimiter + lines[0][cut:]
    return _case("header_too_long", sound, lines, rng, outcomes=("asked", "refused"))


def header_too_short(rng: random.Random) -> Case:
    """A separator less in the header."""
    sound, delimiter, lines = _file(rng)
    parts = lines[0].split(delimiter)
    cut = rng.randrange(1, len(parts))
    lines[0] = delimiter.join([*parts[: cut - 1], parts[cut - 1] + parts[cut], *parts[cut + 1 :]])
    return _case("header_too_short", sound, lines, rng, outcomes=("asked", "refused"))


FAULTS = (
    separator_too_many,
    separator_lost,
    comma_in_a_cell,
    mark_astray,
    line_broken,
    header_too_long,
    header_too_short,
)


def draw(rng: random.Random) -> Case:
    """A file with a fault of its lines, or its clean twin."""
    return rng.choice((clean, *FAULTS))(rng)


def _file(
    rng: random.Random, *, delimiter: str = "", quoted: bool = False
) -> tuple[Sound, str, list[str]]:
    sound = rng.choice((survey, register))(rng)
    delimiter = delimiter or rng.choice((",", ",", ";", "\t"))
    return sound, delimiter, csv_lines([sound.header, *sound.rows], delimiter, quoted=quoted)


def _places_between(line: str, delimiter: str) -> list[int]:
    return [place for place, character in enumerate(line) if character == delimiter]


def _case(
    fault: str,
    sound: Sound,
    lines: list[str],
    rng: random.Random,
    shift: dict[int, int] | None = None,
    outcomes: tuple[str, ...] = ("asked",),
) -> Case:
    lines_of = shift or {row: row + 2 for row in range(len(sound.rows))}
    truth = truth_of(sound, lines_of)
    data = csv_bytes(lines, rng)
    return Case(LAW, fault, "file.csv", data, sound.table, truth, outcomes=outcomes)
