"""Answers chosen from a list, one or several in a cell."""

from __future__ import annotations

import re
from collections import Counter

from analytics.intake.cells.rating import NOT_SAID
from analytics.intake.cells.text_keys import name_key

SURE = ("┋", "；", ";", "|", "\n")
UNSURE = ("、", ",", "，", "/")
OWN_WORDS = re.compile(r"\s*[〖【].*?[〗】]\s*$", re.S)
LONGEST_CHOICE = 60
MOST_CHOICES = 60


def split_choices(text: str, separator: str) -> list[str]:
    """The answers of one cell, each once, in the order given; what was written behind 'other' is
    left aside.
    """
    parts = re.split(re.escape(separator), text) if separator else [text]
    cleaned = (OWN_WORDS.sub("", part).strip() for part in parts)
    return list(dict.fromkeys(part for part in cleaned if name_key(part) not in NOT_SAID))


def find_separator(values: list[tuple[str, int]]) -> str:
    """What separates several answers in the cells of a column; '' where each holds one.

    A sign that separates leaves fewer different parts than there were different cells, and parts
    that come back.
    """
    for separator in SURE + UNSURE:
        cut = [(split_choices(value, separator), count) for value, count in values]
        several = sum(count for parts, count in cut if len(parts) > 1)
        if several * 20 < sum(count for _, count in values) or several == 0:
            continue
        parts = Counter(
            part for found, count in cut for part in found for _ in range(min(count, 3))
        )
        repeated = sum(1 for part in parts.values() if part > 1)
        is_few = len(parts) <= MOST_CHOICES and max(len(part) for part in parts) <= LONGEST_CHOICE
        is_smaller = len(parts) < len(values) or (separator in SURE and repeated * 2 >= len(parts))
        if is_few and is_smaller and repeated * 2 >= len(parts):
            return separator
    return ""
