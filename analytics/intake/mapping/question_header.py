"""What a survey's header asks: about which item of which dimension, on which scale, and whether of
satisfaction or importance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from analytics.intake.cells.best_end import direction_of_header, named_ends
from analytics.intake.cells.rating import Scale
from analytics.intake.cells.text_keys import BRACKET, NUMBERING, label_key, one_line
from analytics.intake.cells.two_languages import two_languages
from analytics.intake.cells.vocabulary import any_part, either, vocabulary
from analytics.intake.mapping.standard_questionnaire import dimension_of, measure_of
from analytics.matching.spelling import simplified

ABOUT = vocabulary()["about"]
IMPORTANCE = re.compile(either(ABOUT["importance"]), re.IGNORECASE)
EXPECTATION = re.compile(either(ABOUT["expectation"]), re.IGNORECASE)
WORDS_ABOUT = either((*ABOUT["importance"], *ABOUT["expectation"]))
AT_AN_END = re.compile(rf"^\s*{WORDS_ABOUT}(?:\s+of\b)?|{WORDS_ABOUT}\s*$", re.IGNORECASE)
RANGE = re.compile(
    r"(?<![\d.])(\d{1,2})\s*(?:分)?\s*(?:[-~〜～–—－至到]|to|bis|à|đến|から)\s*(\d{1,3})"
    r"\s*(?:分|points?)?(?!\d)",
    re.I,
)
MEANING = re.compile(
    r"(\d{1,3})\s*(?:分)?\s*(?:=|＝|:|：|为|表示|代表)\s*([^\s\d,，;；、()（）]+(?:\s+[a-z]+)?)",
    re.I,
)
PARTS = re.compile(r"\s*(?:[-－—–_/·|>]|\s-\s)\s*")
ENDING = re.compile(rf"\s*(?<!不)的?(?:总体)?{either(ABOUT['endings'])}\s*$", re.IGNORECASE)
ASKS_MORE = re.compile(any_part(ABOUT["not_rated"]), re.IGNORECASE)
TRAILING = " :：-－–—_"
OF_THE_TOOL = re.compile(r"\s*[-–—:]\s*(?:open[- ]ended )?response$", re.IGNORECASE)
GENERIC = frozenset(label_key(word) for word in ABOUT["generic"])
PATH = re.compile(r"(?:[a-z0-9_]+/)+([a-z0-9_]+)", re.IGNORECASE | re.ASCII)
TWO_SIDED = re.compile(r".*?\[([^\[\]]+)\]\s*\[([^\[\]]+)\]")
STEM = re.compile(r"\s*(?:您|你|请|对|以下|how\b|please\b|rate\b)", re.IGNORECASE)
SCALES: tuple[Scale, ...] = (
    (1, 3),
    (1, 4),
    (1, 5),
    (0, 5),
    (1, 6),
    (1, 7),
    (1, 9),
    (1, 10),
    (0, 10),
    (1, 100),
    (0, 100),
)


@dataclass(frozen=True)
class Question:
    """`label` is what is rated, without number, stem, dimension and hints; empty where a dimension
    as a whole is rated.
    """

    label: str
    dimension: str = ""
    about: str = "satisfaction"
    scale: Scale | None = None
    direction: str = ""

    @property
    def is_reversed(self) -> bool:
        """Does the lowest number stand for the best answer."""
        return self.direction == "down"


@cache
def read_question(header: str) -> Question:
    """What a header asks, as far as its own words say; `direction` as in `cells.best_end`."""
    written = without_tool_ending(NUMBERING.sub("", one_line(header))).strip(TRAILING)
    if parts := two_languages(written):
        return _in_both(*map(read_question, parts))
    text = simplified(written)
    hints = " ".join(BRACKET.findall(text)) or text
    dimension, label = _dimension_and_item(_label(text))
    return Question(
        _as_written(label, text, written),
        dimension,
        _about(text),
        _scale(hints),
        direction_of_header(text),
    )


def without_tool_ending(text: str) -> str:
    """A header without the "Response" of its second line that a survey tool writes under it."""
    return OF_THE_TOOL.sub("", text)


def _in_both(chinese: Question, english: Question) -> Question:
    """One question, asked in two languages."""
    about = english.about if chinese.about == "satisfaction" else chinese.about
    return Question(
        f"{chinese.label} / {english.label}",
        chinese.dimension or english.dimension,
        about,
        chinese.scale or english.scale,
        chinese.direction or english.direction,
    )


def _as_written(label: str, text: str, written: str) -> str:
    """A part of the simplified text in the script of the header."""
    place = text.find(label)
    is_alike = len(text) == len(written) and place >= 0
    return written[place : place + len(label)] if is_alike else label


def _about(text: str) -> str:
    if two_sided := TWO_SIDED.fullmatch(text):
        text = two_sided[2]
    if IMPORTANCE.search(text):
        return "importance"
    return "expectation" if EXPECTATION.search(text) else "satisfaction"


def names_a_rating(header: str) -> bool:
    """Does a header say that it asks how satisfied one is, and not with what, or why."""
    text = simplified(BRACKET.sub("", header))
    is_named = measure_of(read_question(header).label) == "overall" or re.search(
        either(ABOUT["endings"]), text, re.IGNORECASE
    )
    return bool(is_named) and not ASKS_MORE.search(text)


def _scale(text: str) -> Scale | None:
    for low, high in RANGE.findall(text):
        if (int(low), int(high)) in SCALES:
            return float(low), float(high)
    named = named_ends(text)
    if not named:
        return None
    numbers, leanings = [number for number, _ in named], [lean for _, lean in named]
    ends = (min(numbers), max(numbers))
    return ends if ends in SCALES and min(leanings) < 0 < max(leanings) else None


def _label(text: str) -> str:
    """The rated thing: behind the stem's colon, or in a tool's square brackets; without hints."""
    if two_sided := TWO_SIDED.fullmatch(text):
        return two_sided[1].strip()
    grid = re.fullmatch(r"(.{6,}?)\s*\[([^\[\]]+)\]", text)
    if grid:
        return grid[2].strip()
    if path := PATH.fullmatch(text):
        return path[1].replace("_", " ").strip()
    bare = text
    for inside in BRACKET.findall(text):
        if _is_hint(inside):
            bare = re.sub(r"\s*[（(【\[〔]" + re.escape(inside) + r"[)）】\]〕]", "", bare)
    parts = re.split(r"[：:]", bare)
    tail = parts[-1].strip()
    return tail if len(parts) > 1 and tail else bare.strip()


def _is_hint(inside: str) -> bool:
    """Does a bracket say how to answer, and not what is rated."""
    patterns = (RANGE, MEANING, IMPORTANCE, EXPECTATION)
    is_pattern = any(pattern.search(inside) for pattern in patterns)
    return is_pattern or bool(direction_of_header(inside)) or "选" in inside


def _dimension_and_item(label: str) -> tuple[str, str]:
    """(dimension, item) of '场馆硬件-空调通风'; no item where the label is the dimension itself."""
    for separator in PARTS.finditer(label):
        left, right = label[: separator.start()].strip(), label[separator.end() :].strip()
        if not right:
            continue
        if dimension := dimension_of(ENDING.sub("", left)):
            return dimension, right
        if label_key(left) in GENERIC or IMPORTANCE.fullmatch(left) or STEM.match(left):
            return _dimension_and_item(right)
    bare = AT_AN_END.sub("", label)
    bare = (bare.strip(" 的-") if bare != label else bare) or label
    if dimension := dimension_of(bare) or dimension_of(ENDING.sub("", bare)):
        return dimension, ""
    return "", ENDING.sub("", bare).strip() or label
