"""Is 12.500 twelve thousand five hundred, or twelve and a half? A column's own values prove it,
else it is asked.

Method: a comma before one or two digits, or several dots, proves that dots part thousands; a dot
before any number of digits but three, or several commas, proves that dots come before decimals. The
proof of one value counts for the whole column.
"""

from __future__ import annotations

import re

from analytics.intake.cells.text_keys import name_keys

MIXED_IN = re.compile(r"\d[.,]\d")
NUMBER = re.compile(r"[^\d.,]*?([1-9]\d*|0)((?:[.,]\d+)*)[^\d.,]*\.?")
DOTS_PART = re.compile(r"(?:\.\d{3}){2,}(?:,\d+)?|(?:\.\d{3})+,\d+|,(?:\d{1,2}|\d{4,})")
DOTS_POINT = re.compile(r"(?:,\d{3}){2,}(?:\.\d+)?|(?:,\d{3})+\.\d+|\.(?:\d{1,2}|\d{4,})")
THREE = re.compile(r"\.\d{3}")
SWAPPED = str.maketrans(".,", ",.")
LONGEST = 40
ASK = "ask"


def grouping_of(texts: list[str]) -> str:
    """'.' where dots are proven to part thousands, 'ask' where a dot stands before three digits and
    nothing proves what it is.
    """
    whole = "\n".join(texts)
    if not MIXED_IN.search(whole) or max(map(len, texts)) > LONGEST:
        return ""
    proofs = {_proof(key) for key in name_keys(texts)}
    if "." in proofs and "," not in proofs:
        return "."
    return ASK if "?" in proofs and ("," not in proofs or "." in proofs) else ""


def _proof(text: str) -> str:
    """'.' or ',' for what parts thousands in a number, '?' where that cannot be told, '' where
    nothing needs telling.
    """
    number = NUMBER.fullmatch(text)
    if not number or not number[2]:
        return ""
    before, rest = number.groups()
    if THREE.fullmatch(rest):
        return "," if before == "0" or len(before) > 3 else "?"
    if DOTS_PART.fullmatch(rest):
        return "."
    return "," if DOTS_POINT.fullmatch(rest) else ""


def pointed(text: str, grouping: str) -> str:
    """A number in which dots part thousands, as one with commas between them."""
    return text.translate(SWAPPED) if grouping == "." else text
