"""A header in two: the question that several columns share, and what this one stands for.

Q: a · Q：a · Q - a · Q – a · Q—a · Q/a · Q [a] · Q(a) · Q（a） · Q - Selected Choice - a · Q_1
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from analytics.intake.cells.text_keys import NUMBERING, name_key, one_line
from analytics.intake.cells.vocabulary import any_part, vocabulary

SIGN = re.compile(r"\s*(?:[:：|｜>＞/／_·]|[-–—－]+|(?<=[?？])|[\[(（【])\s*")
CLOSING = {"[": "]", "(": ")", "（": "）", "【": "】"}
NUMBER = re.compile(r"\s*[Qq第]?\s*(\d{1,3})\s*[、.．:：)）题]?\s*")
SELECTED = re.compile(
    rf"\s*[-–—:：]?\s*(?:{any_part(vocabulary()['ticks']['selected'])})\s*$", re.IGNORECASE
)
FEWEST = 2


@dataclass(frozen=True)
class Group:
    """Columns under one question: the place of each, and what it stands for."""

    stem: str
    members: tuple[tuple[int, str], ...]

    @property
    def places(self) -> tuple[int, ...]:
        return tuple(place for place, _ in self.members)


def splits(header: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a header in two, the shortest question first."""
    text = one_line(header)
    for sign in SIGN.finditer(text):
        stem, rest = text[: sign.start()].strip(), text[sign.end() :].strip()
        closing = CLOSING.get(sign[0].strip(), "")
        if closing:
            if not rest.endswith(closing):
                continue
            rest = rest[: -len(closing)].strip()
        if stem and rest and not _is_inside_word(text, sign):
            yield SELECTED.sub("", stem) or stem, rest


def _is_inside_word(text: str, sign: re.Match[str]) -> bool:
    """Is this the dash of 1-5, between two digits."""
    around = text[sign.start() - 1 : sign.start()] + text[sign.end() : sign.end() + 1]
    return bool(sign[0].strip("-–—－/_") == "" and around.isdigit() and len(around) == 2)


def shared_questions(
    names: Sequence[str], is_whole: Callable[[Group], bool], fewest: int = FEWEST
) -> list[Group]:
    """The questions that several columns stand under and for which `is_whole` holds; a column
    belongs to one of them, the one with the most columns, then the longest.
    """
    by_stem: dict[str, list[tuple[int, str]]] = {}
    stems: dict[str, str] = {}
    for place, cuts in enumerate(_cuts(names)):
        for stem, rest in cuts:
            key = name_key(NUMBERING.sub("", stem)) or name_key(stem)
            stems.setdefault(key, stem)
            by_stem.setdefault(key, []).append((place, rest))
    candidates = sorted(by_stem, key=lambda key: (-len(by_stem[key]), -len(key)))
    settled: set[int] = set()
    groups = []
    for key in candidates:
        members = tuple(member for member in by_stem[key] if member[0] not in settled)
        group = Group(stems[key], members)
        is_told_apart = len({name_key(rest) for _, rest in members}) == len(members)
        if len(members) >= fewest and is_told_apart and is_whole(group):
            groups.append(group)
            settled.update(group.places)
    return sorted(groups, key=lambda group: group.places)


def _cuts(names: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    """The cuts of every header; one that has only the number of its question has the words of the
    header before it that begins with this number.
    """
    worded: dict[str, str] = {}
    for name in names:
        cuts = []
        for stem, rest in splits(name):
            number = NUMBER.match(stem)
            if number and number.end() < len(stem):
                worded[number[1]] = stem
            is_bare = number is not None and number.end() == len(stem)
            cuts.append((worded.get(number[1], stem) if number and is_bare else stem, rest))
        yield cuts
