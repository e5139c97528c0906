"""One cell of an edited file as the register would hold it; '' is emptied."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analytics.intake.cells.date import parse_moment
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import label_key
from analytics.round_trip.check_cell import plain, written
from analytics.round_trip.tables import TripField
from analytics.wording import LANGUAGES, speaker

POWER_OF_TEN = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|#+)")


@dataclass(frozen=True)
class NoValue:
    """A cell that says nothing the register could hold, and why."""

    reason: str


def cell_value(field: TripField, text: str, now: str | None) -> str | NoValue:
    """The value of a cell; NoValue where a spreadsheet damaged it or it is no choice or day."""
    bare = plain(text)
    if bare and _is_damaged(bare, written(now)):
        return NoValue("cell_damaged")
    if bare and field.form == "choice":
        return _choice(field, bare)
    if bare and field.form == "day":
        moment = parse_moment(bare, "")
        return NoValue("not_a_day") if isinstance(moment, Refused) else moment.date().isoformat()
    return bare


def _is_damaged(text: str, now: str) -> bool:
    """Was a long number written short, were zeros in front of it lost, is it a formula's error."""
    is_number = now.replace(" ", "").lstrip("+").isdigit()
    lost_zeros = text != now and is_number and now.lstrip("+0") == text
    return (
        bool(ERROR.fullmatch(text))
        or lost_zeros
        or bool(is_number and POWER_OF_TEN.fullmatch(text))
    )


def _choice(field: TripField, text: str) -> str | NoValue:
    for value, name in field.names.items():
        names = {label_key(speaker(language)(name)) for language in LANGUAGES} | {label_key(value)}
        if label_key(text) in names:
            return value
    return NoValue("not_a_choice")
