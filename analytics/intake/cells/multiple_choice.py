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

Choices = list[tuple[list[str], int]]


def split_choices(text: str, separator: str) -> list[str]:
    """The answers of one cell, each once, in their order; without the words behind 'other'."""
    parts = re.split(re.escape(separator), text) if separator else [text]
    cleaned = (OWN_WORDS.sub("", part).strip() for part in parts)
    return list(dict.fromkeys(part for part in cleaned if name_key(part) not in NOT_SAID))


def find_separator(values: list[tuple[str, int]]) -> str:
    """What separates several answers in the cells of a column; '' where each holds one.

    A sign that separates leaves fewer different parts than there were different cells, and parts
    that come back.
    """
    for separator in SURE + UNSURE:
        choices = [(split_choices(value, separator), count) for value, count in values]
        if _are_often_several(choices) and _are_few(choices, is_sure=separator in SURE):
            return separator
    return ""


def _are_often_several(choices: Choices) -> bool:
    """Does one cell in twenty hold several."""
    several = sum(count for parts, count in choices if len(parts) > 1)
    return several > 0 and several * 20 >= sum(count for _, count in choices)


def _are_few(choices: Choices, *, is_sure: bool) -> bool:
    """Are the parts few and short, and do they come back."""
    times = Counter(
        part for parts, count in choices for part in parts for _ in range(min(count, 3))
    )
    if len(times) > MOST_CHOICES or max(map(len, times)) > LONGEST_CHOICE:
        return False
    repeated = sum(1 for count in times.values() if count > 1)
    return repeated * 2 >= len(times) and (len(times) < len(choices) or is_sure)
