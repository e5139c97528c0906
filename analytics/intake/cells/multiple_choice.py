"""Answers chosen from a list, one or several in a cell.

A separator inside 〖〗 （） () or quotation marks does not separate. Where the separator is a
comma or the like, answers that always come together in the same order are one that holds it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from analytics.intake.cells.rating import NOT_SAID
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import either, vocabulary, word_keys

SURE = ("┋", "；", ";", "|", "\n")
UNSURE = ("、", ",", "，", "/")
OPENING = {"（": "）", "(": ")", "〖": "〗", "【": "】", "[": "]", "“": "”", "「": "」", '"': '"'}
OWN_WORDS = re.compile(r"\s*[〖【].*?[〗】]\s*$", re.S)
OTHER = either(vocabulary()["ticks"]["other"])
OTHER_WORDS = re.compile(rf"({OTHER})\s*(?:[(（\[](.*)[)）\]]|[:：]\s*(.*))\s*$", re.I | re.S)
HINTS = word_keys("ticks", "specify")
LONGEST_CHOICE = 60
MOST_CHOICES = 60
OFTEN = 2

Choices = list[tuple[list[str], int]]


def split_choices(text: str, separator: str, wholes: tuple[str, ...] = ()) -> list[str]:
    """The answers of one cell, each once, in their order; without the words behind 'other'.
    `wholes` are answers that hold the separator themselves.
    """
    parts = _parts(text, separator, wholes)
    return list(dict.fromkeys(part for part in parts if name_key(part) not in NOT_SAID))


def _parts(text: str, separator: str, wholes: tuple[str, ...] = ()) -> list[str]:
    cut = _outside_brackets(text, separator) if separator else [text]
    parts = [_without_own_words(part) for part in cut]
    return _joined(parts, separator, wholes) if wholes else parts


def _outside_brackets(text: str, separator: str) -> list[str]:
    """Cut where the separator stands outside brackets; everywhere where these do not match."""
    if not any(sign in text for sign in OPENING):
        return text.split(separator)
    parts, closing, start = [], "", 0
    for place, sign in enumerate(text):
        if closing:
            closing = "" if sign == closing else closing
        elif sign in OPENING:
            closing = OPENING[sign]
        elif text.startswith(separator, place):
            parts.append(text[start:place])
            start = place + len(separator)
    return text.split(separator) if closing else [*parts, text[start:]]


def _without_own_words(part: str) -> str:
    bare = OWN_WORDS.sub("", part).strip()
    if (match := OTHER_WORDS.fullmatch(bare)) and name_key(match[2] or "") not in HINTS:
        return match[1]
    return bare


def _joined(parts: list[str], separator: str, wholes: tuple[str, ...]) -> list[str]:
    """Neighbouring parts that make up a whole answer put together again, the longest first."""
    pieces = sorted(
        ((_parts(whole, separator), whole) for whole in wholes), key=lambda pair: -len(pair[0])
    )
    joined: list[str] = []
    while parts:
        fitting = next((pair for pair in pieces if parts[: len(pair[0])] == pair[0]), None)
        joined.append(fitting[1] if fitting else parts[0])
        parts = parts[len(fitting[0]) if fitting else 1 :]
    return joined


def find_separator(values: list[tuple[str, int]]) -> str:
    """What separates several answers in the cells of a column; '' where each holds one.

    A sign that separates leaves fewer different parts than there were different cells, and parts
    that come back.
    """
    for separator in SURE + UNSURE:
        wholes = whole_choices(values, separator)
        choices = [(split_choices(value, separator, wholes), count) for value, count in values]
        if _are_often_several(choices) and _are_few(choices, is_sure=separator in SURE):
            return separator
    return ""


def whole_choices(values: list[tuple[str, int]], separator: str) -> tuple[str, ...]:
    """Answers that hold the separator: parts that always stand side by side in the same order."""
    if separator not in UNSURE:
        return ()
    singles, pairs = Counter[str](), Counter[tuple[str, str]]()
    for value, count in values:
        parts = _parts(value, separator)
        singles.update(dict.fromkeys(parts, count))
        pairs.update(dict.fromkeys(pairwise(parts), count))
    behind = {
        first: second
        for (first, second), count in pairs.items()
        if first and second and OFTEN <= count == singles[first] == singles[second]
    }
    chains = [_chain(first, behind) for first in behind if first not in behind.values()]
    gap = " " if any(f"{separator} " in value for value, _ in values) else ""
    return tuple(f"{separator}{gap}".join(chain) for chain in chains)


def _chain(first: str, behind: dict[str, str]) -> list[str]:
    chain = [first]
    while chain[-1] in behind:
        chain.append(behind[chain[-1]])
    return chain


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
