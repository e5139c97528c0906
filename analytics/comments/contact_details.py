"""E-mail addresses and telephone numbers in running text: known by their form, never shown."""

from __future__ import annotations

import re

HIDDEN = "•••"
EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
SURE_PHONE = re.compile(r"(?<![\w.])(?:\+\d[\d\s()-]{7,17}\d|(?:\+?86[\s-]?)?1[3-9]\d{9})(?![\w.])")
FEWEST_DIGITS = 7


def without_contacts(text: str) -> str:
    """A text with every e-mail address and every plain telephone number hidden."""
    if "@" in text:
        text = EMAIL.sub(HIDDEN, text)
    digits = sum(character.isdigit() for character in text)
    return SURE_PHONE.sub(HIDDEN, text) if digits >= FEWEST_DIGITS else text
