"""E-mail addresses and telephone numbers: known by their form, never shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import any_part, vocabulary

EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
SURE_PHONE = re.compile(r"(?<![\w.])(?:\+\d[\d\s()-]{7,17}\d|(?:\+?86[\s-]?)?1[3-9]\d{9})(?![\w.])")
PHONE = re.compile(r"\+?[\d\s()./-]{6,22}\d(?:\s*(?:ext|x|转)\.?\s*\d+)?", re.IGNORECASE)
PHONE_HEADER = re.compile(any_part(vocabulary()["contact"]["phone"]), re.IGNORECASE)
MOSTLY = 0.6
HIDDEN = "•••"
FEWEST_DIGITS = 7


def kind_of_contact(header: str, values: Sequence[str]) -> str:
    """'email' or 'phone' where most values of a column are such; '' for any other column."""
    if not values:
        return ""
    if _share(EMAIL, values) >= MOSTLY:
        return "email"
    is_named = bool(PHONE_HEADER.search(label_key(header)))
    pattern = PHONE if is_named else SURE_PHONE
    return "phone" if _share(pattern, values) >= MOSTLY else ""


def _share(pattern: re.Pattern[str], values: Sequence[str]) -> float:
    return sum(bool(pattern.fullmatch(value.strip())) for value in values) / len(values)


def without_contacts(text: str) -> str:
    """A text with every e-mail address and every plain telephone number hidden."""
    if "@" in text:
        text = EMAIL.sub(HIDDEN, text)
    digits = sum(character.isdigit() for character in text)
    return SURE_PHONE.sub(HIDDEN, text) if digits >= FEWEST_DIGITS else text
