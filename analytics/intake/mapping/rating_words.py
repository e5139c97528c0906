"""Which ordered set of rating words a column was answered in: every word a step of its own."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.intake.cells.rating import (
    MISSING,
    PLAIN_WORDS,
    RATING_WORDS,
    WordScale,
    plain_word,
    sets_for,
)
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import CHINESE
from analytics.intake.table.inspection import ColumnSeen

WHICH_WORDS = "which_words"


def is_one_to_one(used: Iterable[str], words: dict[str, float]) -> bool:
    """Does every one of these words that has a rating have one of its own."""
    ratings = [words[word] for word in set(used) if word in words]
    return len(set(ratings)) == len(ratings)


def rates_in_words(column: ColumnSeen, is_named: bool = False) -> bool:
    """Do nearly all answers of a column rate whatever is asked; one word alone does so only under
    a header that says it.
    """
    answers = [(text, count) for text, count in column.common if name_key(text) not in MISSING]
    words = [
        (text, count) for text, count in answers if plain_word(text, PLAIN_WORDS) in PLAIN_WORDS
    ]
    share = sum(count for _, count in words) / max(sum(count for _, count in answers), 1)
    is_several = len({plain_word(text, PLAIN_WORDS) for text, _ in words}) > 1
    return column.word_share >= 0.8 and share >= 0.8 and (is_several or is_named)


def used_words(column: ColumnSeen, usual: WordScale, measure: str = "") -> frozenset[str]:
    """The rating words a column holds; ways to say nothing and words nobody knows are none."""
    texts = {
        plain_word(text, RATING_WORDS) for text, _ in column.common if name_key(text) not in MISSING
    }
    return frozenset(
        text for text in texts if any(text in words for _, words in (usual, *sets_for(measure)))
    )


def meant(
    used: frozenset[str], beside: frozenset[str], usual: WordScale, measure: str = ""
) -> WordScale | None:
    """The set a column was answered in, by its own words and those of the columns that share some
    with it; None: ask.
    """
    fitting = candidates(beside, usual, measure) or candidates(used, usual, measure)
    return fitting[0] if len(fitting) == 1 else None


def candidates(used: frozenset[str], usual: WordScale, measure: str = "") -> list[WordScale]:
    """The sets that may be meant: one used to its ends before one that is not, and the usual one
    before others. Words of two languages are looked at apart: one of each may say the same.
    """
    chinese = frozenset(word for word in used if CHINESE.search(word))
    if chinese and chinese != used:
        of_others = candidates(used - chinese, usual)
        return [word_set for word_set in candidates(chinese, usual) if word_set in of_others]
    fits = _different(
        used,
        [
            word_set
            for word_set in sets_for(measure)
            if used <= word_set[1].keys() and is_one_to_one(used, word_set[1])
        ],
    )
    whole = [fit for fit in fits if len(used) == fit[0][1]][:1]
    is_usual = used <= usual[1].keys() and is_one_to_one(used, usual[1])
    steps = usual[0][1]
    if is_usual and (not whole or len(used) >= steps - 1):
        return [usual] if len(used) == steps or not whole else [usual, *whole]
    return whole or _nearly_used_up(used, fits)


def _nearly_used_up(used: frozenset[str], fits: list[WordScale]) -> list[WordScale]:
    """The sets of which one word is missing. Where that set has no middle, one with a middle that
    nobody chose may be meant as well.
    """
    near = [fit for fit in fits if len(used) == fit[0][1] - 1]
    is_without_middle = any(fit[0][1] % 2 == 0 for fit in near)
    return near + [fit for fit in fits if is_without_middle and len(used) == fit[0][1] - 2]


def _different(used: frozenset[str], fits: list[WordScale]) -> list[WordScale]:
    """The sets without those that give the same ratings to the words in use."""
    by_ratings: dict[tuple[float, ...], WordScale] = {}
    for fit in fits:
        ratings = (*fit[0], *(fit[1][word] for word in sorted(used)))
        by_ratings.setdefault(ratings, fit)
    return list(by_ratings.values())
