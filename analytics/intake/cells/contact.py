"""Which columns hold e-mail addresses or telephone numbers, known by their form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analytics.comments.contact_details import EMAIL, HIDDEN, SURE_PHONE, without_contacts
from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import any_part, vocabulary

__all__ = ["HIDDEN", "kind_of_contact", "without_contacts"]
PHONE = re.compile(r"\+?[\d\s()./-]{6,22}\d(?:\s*(?:ext|x|转)\.?\s*\d+)?", re.IGNORECASE)
PHONE_HEADER = re.compile(any_part(vocabulary()["contact"]["phone"]), re.IGNORECASE)
MOSTLY = 0.6


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
