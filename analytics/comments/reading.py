"""One text -> the themes it names, and whether it complains, praises or only mentions.

Method: clause by clause (commas, full stops, "but", 但). A word of a theme may praise or complain
by itself (难吃, filthy); else the clause says it. A negation shortly before turns a sign around
(不好吃, not helpful, 没有噪音); left alone beside a theme it says that the thing is missing (no
wifi, 没有指示牌). A clause without a sign takes it from the next one that names no theme. A single
Chinese character counts only where the segmenter takes it for a word. Assumption: a theme is named
by words; irony is not seen. Source: dictionary method with negation, as in Taboada et al. 2011.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from analytics.comments.dictionary import Dictionary, Spot
from analytics.comments.units import (
    FIRST_CHINESE,
    Units,
    plain,
    segmented,
    sentences,
    units,
)

Tone = Literal["complaint", "praise", "mention"]
TONES: tuple[Tone, ...] = ("complaint", "praise", "mention")
OPPOSITE: dict[str, Tone] = {"complaint": "praise", "praise": "complaint"}
TONE_OF: dict[str, Tone] = {"complaints": "complaint", "praise": "praise"}
INTENSIFIERS = "太很真最更挺超好不没有点"
"""What a segmenter may leave before an adjective of one character."""
REACH = 3
"""A negation turns around what begins at most so many units after it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A theme that a text names."""

    theme: str
    tone: Tone


@dataclass(slots=True)
class _Clause:
    """`themes`: key -> its own tone, or "" where the clause says it; `weak` are those that count
    only where nothing else is named.
    """

    themes: dict[str, str] = field(default_factory=dict)
    weak: dict[str, str] = field(default_factory=dict)
    tone: str = ""


def mentions(text: str, dictionary: Dictionary) -> tuple[Mention, ...]:
    """The themes of a text, in the dictionary's order; a complaint outweighs praise."""
    plain_text = plain(text)
    return mentions_of(plain_text, segmented(plain_text), dictionary)


def mentions_of(
    plain_text: str, words: Sequence[str], dictionary: Dictionary
) -> tuple[Mention, ...]:
    """The same of a plain text that was cut into `words` already."""
    tones: dict[str, list[str]] = {}
    whole = _Whole(words)
    for clauses in sentences(plain_text):
        read = [part for clause in clauses for part in _read(clause, whole, dictionary)]
        has_strong = any(clause.themes for clause in read)
        for clause in read:
            if not has_strong:
                clause.themes = clause.weak
        _lend_tones(read)
        for clause in read:
            for key, own in clause.themes.items():
                tones.setdefault(key, []).append(own or clause.tone)
    return tuple(
        Mention(theme.key, _strongest(tones[theme.key]))
        for theme in dictionary.themes
        if theme.key in tones
    )


def _strongest(tones: Iterable[str]) -> Tone:
    heard = set(tones)
    return next((tone for tone in TONES if tone in heard), "mention")


def _lend_tones(clauses: Sequence[_Clause]) -> None:
    """A clause that names a theme and says nothing of it: what is said next is about it."""
    for clause, following in zip(clauses, clauses[1:], strict=False):
        if clause.themes and not clause.tone and not following.themes:
            clause.tone = following.tone


class _Whole:
    """The words of a text as the segmenter sees them; looked at only where a single character is
    in question.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    @cached_property
    def parts(self) -> set[str]:
        """Words, and what is left of them without an intensifier: 太脏 is 脏."""
        return {part for word in self._words for part in (word, word.lstrip(INTENSIFIERS))}


def _read(clause: str, whole: _Whole, dictionary: Dictionary) -> list[_Clause]:
    """The clause, in parts where it turns (but, 不过)."""
    sequence = units(clause)
    if not sequence:
        return []
    named = _whole_words(dictionary.words.spots(sequence), sequence, whole)
    signs = _whole_words(dictionary.signs.spots(sequence), sequence, whole)
    if named:
        signs = [sign for sign in signs if not _lies_inside(sign, named)]
    elif not signs:
        return []
    denials = _denials(signs, named, sequence, dictionary)
    cuts = [start for start, _, entries in signs if _holds(entries, "turns")]
    bounds = zip([0, *cuts], [*cuts, len(sequence)], strict=True)
    return [
        _part(
            [hit for hit in named if start <= hit[0] < end],
            [sign for sign in signs if start <= sign[0] < end],
            [denial for denial in denials if start <= denial[0] < end],
        )
        for start, end in bounds
        if start < end
    ]


def _denials(
    signs: Sequence[Spot], named: Sequence[Spot], sequence: Units, dictionary: Dictionary
) -> list[tuple[int, int]]:
    """Where something is denied; also by the first character of a sign that runs into a theme's
    word: 不好 in 不好吃.
    """
    plain_ones = [(at, end) for at, end, entries in signs if _holds(entries, "negations")]
    run_in = [
        (at, at + 1)
        for at, end, _ in signs
        if end - at > 1
        and _holds(dictionary.signs.single.get(sequence[at], ()), "negations")
        and any(at < start < end for start, _, _ in named)
    ]
    return plain_ones + run_in


def _lies_inside(sign: Spot, named: Sequence[Spot]) -> bool:
    """Whether a sign is no more than a piece of a theme's word, which says itself what it says."""
    return any(
        at <= sign[0] and sign[1] <= end and sign[1] - sign[0] < end - at for at, end, _ in named
    )


def _part(
    named: Sequence[Spot], signs: Sequence[Spot], negations: Sequence[tuple[int, int]]
) -> _Clause:
    used: set[int] = set()
    part, heard = _Clause(), _heard(signs, negations, used)
    for at, _, entries in named:
        for key, kind in entries:
            own = _turned(TONE_OF[kind], at, negations, used) if kind in TONE_OF else ""
            to = part.weak if kind == "weak" else part.themes
            to[key] = own or to.get(key, "")
            heard += [own] if own else []
    part.tone = _strongest(heard) if heard else _missing(negations, used)
    return part


def _heard(
    signs: Sequence[Spot], negations: Sequence[tuple[int, int]], used: set[int]
) -> list[str]:
    """What the signs of a part say, each turned around where it is denied."""
    heard: list[str] = []
    for at, end, entries in signs:
        for _, sign in entries:
            if sign == "wishes":
                heard.append("complaint")
            elif sign in TONE_OF and (at, end) not in negations:
                heard.append(_turned(TONE_OF[sign], at, negations, used))
    return heard


def _missing(negations: Sequence[tuple[int, int]], used: set[int]) -> str:
    """What is only denied is missing."""
    return "complaint" if any(at not in used for at, _ in negations) else ""


def _turned(tone: Tone, at: int, negations: Sequence[tuple[int, int]], used: set[int]) -> Tone:
    """The opposite where a negation stands shortly before."""
    for start, end in negations:
        if 0 <= at - end < REACH and start != at:
            used.add(start)
            return OPPOSITE[tone]
    return tone


def _holds(entries: Sequence[tuple[str, str]], sign: str) -> bool:
    return ("", sign) in entries


def _whole_words(hits: list[Spot], sequence: Units, whole: _Whole) -> list[Spot]:
    """Without single characters that are only part of a word; a denial is one anywhere."""
    return [
        hit
        for hit in hits
        if hit[1] - hit[0] > 1
        or sequence[hit[0]] < FIRST_CHINESE
        or _holds(hit[2], "negations")
        or sequence[hit[0]] in whole.parts
    ]
