"""What a cell held when it was taken out, as a few letters beside it: who changed what can be told
months later, in any program, without keeping a copy.

Method: the check of a row is the day it was taken, five letters for the fair and the row's key, and
five for each field's text (25 bits of SHA-256 each). Equal letters: nobody touched the cell.
Assumption: chance makes a changed cell look untouched once in 33 million times. Source: FIPS 180-4.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics.sheets import STARTS_A_FORMULA, safe_text

LETTERS = 5
PATTERN = re.compile(r"(\d{4})(\d\d)(\d\d)-([a-z2-7]{5,})")
SPACE = re.compile(r"\s+")
GUARDED = re.compile(r"([;\t]\"*)'(?=[=+\-@＝＋－＠])")


@dataclass(frozen=True)
class Check:
    """`day` it was taken, letters of the row and of each field, in the table's order."""

    day: date
    row: str
    fields: tuple[str, ...]


def plain(text: str | None) -> str:
    """A cell's text as it is compared: what the writer put before a formula, and what a spreadsheet
    does to white space, do not count.
    """
    bare = GUARDED.sub(r"\1", (text or "").strip())
    if bare.startswith("'") and bare[1:].startswith(STARTS_A_FORMULA):
        bare = bare[1:]
    return SPACE.sub(" ", bare).strip()


def written(value: str | None) -> str:
    """A stored text as the file shows it."""
    return plain(safe_text(value or ""))


def write_check(day: date, fair: str, key: str, values: Sequence[str | None]) -> str:
    """The check of one row; `values` are those of the open fields, as stored."""
    texts = (_letters(fair, key, str(place), written(text)) for place, text in enumerate(values))
    return f"{day:%Y%m%d}-{_letters(fair, key)}{''.join(texts)}"


def read_check(text: str | None) -> Check | None:
    """What a check says; None where it is none."""
    match = PATTERN.fullmatch((text or "").strip())
    if match is None or len(match[4]) % LETTERS:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    parts = [match[4][at : at + LETTERS] for at in range(0, len(match[4]), LETTERS)]
    return Check(day, parts[0], tuple(parts[1:]))


def is_of_row(check: Check, fair: str, key: str) -> bool:
    """Does the check stand beside the key it was written for, in a file of this fair."""
    return check.row == _letters(fair, key)


def held(check: Check, fair: str, key: str, place: int, text: str) -> bool | None:
    """Did the field at a place hold this when it was taken; None where the check does not say."""
    if place >= len(check.fields):
        return None
    return check.fields[place] == _letters(fair, key, str(place), text)


def _letters(*parts: str) -> str:
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return base64.b32encode(digest)[:LETTERS].decode().lower()
