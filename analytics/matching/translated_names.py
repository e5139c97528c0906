"""Is this English name the Chinese one, its own name in pinyin and its trades translated?"""

from __future__ import annotations

from collections.abc import Sequence

from analytics.matching.company_words import vocabulary
from analytics.matching.name_parts import Name

MOST_WORDS_OF_AN_OWN_NAME = 4
SAYS_LITTLE = frozenset(("and", "of", "the"))


def translated(own: str, trades: Sequence[str], words: Sequence[str]) -> list[str] | None:
    """None where the own name is another; else what speaks against it, of 'trade_missing',
    'trade_differs' and the like.
    """
    rest = _after(own, words)
    if rest is None:
        return None
    known = [_explained(trade, rest) for trade in trades]
    if not rest or not trades:
        return ["trade_missing"] if rest or trades else []
    if not any(known):
        return ["trade_differs"]
    left = set(rest) - set().union(*known) - SAYS_LITTLE
    return ["trade_not_translated"] if left else []


def readings(latin: Name) -> list[tuple[tuple[str, ...], frozenset[str]]]:
    """(words of own name and trades, places): a place in front may be the own name instead."""
    place = tuple(part for part in (latin.place.city, latin.place.district) if part)
    plain = [(latin.own, latin.place.sounds)]
    return [*plain, ((*place, *latin.own), frozenset[str]())] if place else plain


def leading(words: Sequence[str]) -> list[str]:
    """The first word, the first two together … : what may be an own name in pinyin."""
    return [
        "".join(words[:count]) for count in range(1, min(len(words), MOST_WORDS_OF_AN_OWN_NAME) + 1)
    ]


def _after(own: str, words: Sequence[str]) -> list[str] | None:
    return next(
        (list(words[n:]) for n, start in enumerate(leading(words), start=1) if start == own), None
    )


def _explained(trade: str, words: Sequence[str]) -> set[str]:
    """The words that one of the trade's English phrases accounts for."""
    shorter = vocabulary().shorter
    phrases = (
        [shorter.get(word, word) for word in phrase]
        for phrase in vocabulary().trades.get(trade, ())
    )
    return {word for phrase in phrases if set(phrase) <= set(words) for word in phrase}
