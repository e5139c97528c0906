"""Words that a spreadsheet took for something else: 1-5 became the fifth of January, stand 3E12 a
number of thirteen digits.

One cell does not show it, its column does: a day among bands and names is none, a huge round number
among stand numbers with letters in them is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from analytics.intake.cells.number import plain_number
from analytics.intake.cells.text_keys import name_key

MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
SHORT_DAY = (
    rf"\d{{1,2}}[-\s]{MONTH}(?:[-\s]\d{{2,4}})?|{MONTH}[-\s]\d{{1,2}}|\d{{1,2}}月\d{{1,2}}日"
    r"|(?:19|20)\d\d-\d{2}-\d{2}\s+00:00:00"
)
DAY = re.compile(
    rf"(?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?(?:\s+00:00:00)?|{SHORT_DAY}", re.IGNORECASE
)
DAY_FOR_A_STAND = re.compile(SHORT_DAY, re.IGNORECASE)
BAND = re.compile(r"\d\s*(?:[-–—~～]|至|到|to)\s*\d|以上|以下|[<>≥≤+]|more than|less than", re.I)
HUGE = re.compile(r"[1-9]\d{0,3}0{5,}|\d(?:\.\d+)?[Ee]\+\d+")
FEW = 0.5


def turned_into_days(texts: Iterable[str], *, is_stand: bool = False) -> frozenset[str]:
    """The texts of a column that are days though the others are bands, or mostly no days. A stand
    may be called 2006/1/5: only what spreadsheets make of 1-5 is a day there.
    """
    form = DAY_FOR_A_STAND if is_stand else DAY
    filled = [text for text in texts if text.strip()]
    days = {text for text in filled if form.fullmatch(text.strip())}
    others = [text for text in filled if text not in days]
    is_told = any(BAND.search(text) for text in others) or len(days) <= FEW * len(filled)
    return frozenset(days) if others and is_told else frozenset()


def turned_into_numbers(texts: Iterable[str]) -> frozenset[str]:
    """The texts of a column that are huge round numbers though most are no numbers at all."""
    keys = {text: name_key(text).upper() for text in texts}
    words = sum(bool(key) and plain_number(key) is None for key in keys.values())
    if words <= FEW * len(keys):
        return frozenset()
    return frozenset(text for text, key in keys.items() if HUGE.fullmatch(key))
