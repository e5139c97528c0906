"""Words that set a group of texts apart: those in no theme, those of the dissatisfied, those of
this edition.

Method: keyness on texts. Assumption and source: as in `analytics.stats.keyness`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from analytics.comments.units import plain, units
from analytics.comments.written import Written, read_masks
from analytics.stats.keyness import keyness
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.suppression import NEVER_BELOW

if TYPE_CHECKING:
    import pandas as pd

    from analytics.comments.masks import Masks
    from analytics.filters import Filters
    from analytics.store import Reader

MOST_WORDS = 20
MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Word:
    """`in_rest` is NaN where one to four texts of the rest hold it; `theme` is the key of a theme
    that has the word already, or ''.
    """

    word: str
    in_group: int
    in_rest: float
    g2: float
    log_ratio: float
    p: float
    is_key: bool
    is_few: bool
    theme: str


@dataclass(frozen=True, slots=True)
class Words:
    """`group` and `rest`: how many texts either side has; `tested`: how many words were."""

    of: str
    words: tuple[Word, ...]
    group: int
    rest: int
    tested: int
    ps: tuple[float, ...]


def key_words(
    written: Written, source: str, edition: str, of: str, reader: Reader, filters: Filters
) -> Words:
    """Words that the group uses more often than the rest, the clearest first, without names. Where
    every text names a theme, or nearly, those of the dissatisfied.
    """
    texts = written.texts[written.texts["source"] == source]
    group, rest = _sides(written, texts, edition, of)
    if of == "unthemed" and len(group) < NEVER_BELOW:
        of = "dissatisfied"
        group, rest = _sides(written, texts, edition, of)
    worded = written.worded
    counts = worded[worded["text"].isin(group)]["word"].value_counts()
    others = worded[worded["text"].isin(rest)]["word"].value_counts()
    names = sorted({*counts.index, *others.index})
    in_group = [int(counts.get(name, 0)) for name in names]
    in_rest = [int(others.get(name, 0)) for name in names]
    keys = keyness(in_group, in_rest, len(group), len(rest), NEVER_BELOW)
    places = [
        at for at, name in enumerate(names) if keys.sign[at] > 0 and in_group[at] >= NEVER_BELOW
    ]
    ranked = sorted(places, key=lambda at: (-keys.g2[at], names[at]))
    hides = read_masks(reader, filters.fair)
    words = [
        Word(
            names[at],
            in_group[at],
            nan if 0 < in_rest[at] < NEVER_BELOW else in_rest[at],
            float(keys.g2[at]),
            float(keys.log_ratio[at]),
            float(keys.p_adjusted[at]),
            bool(keys.p_adjusted[at] < LEVEL_OF_P),
            bool(keys.is_few[at]),
            _theme_of(names[at], written),
        )
        for at in ranked
        if keys.is_tested[at] and _names_nobody(names[at], hides)
    ]
    ps = tuple(float(p) for p in keys.p_adjusted[keys.is_tested])
    return Words(of, tuple(words[:MOST_WORDS]), len(group), len(rest), len(ps), ps)


def _sides(
    written: Written, texts: pd.DataFrame, edition: str, of: str
) -> tuple[pd.Index, pd.Index]:
    """The texts of the group, and those they are held against."""
    at_edition = texts[texts["edition_id"] == edition]
    if of == "recent":
        return at_edition.index, texts.index[texts["edition_id"] != edition]
    if of == "dissatisfied":
        rated = at_edition.dropna(subset=["overall"])
        return rated.index[rated["overall"] < MIDDLE], rated.index[rated["overall"] >= MIDDLE]
    has_theme = at_edition.index.isin(written.named["text"])
    return at_edition.index[~has_theme], at_edition.index[has_theme]


def _theme_of(word: str, written: Written) -> str:
    spots = written.dictionary.words.spots(units(plain(word)))
    return next((key for _, _, entries in spots for key, _ in entries), "")


def _names_nobody(word: str, hides: Masks) -> bool:
    return hides.hidden(word) == word
