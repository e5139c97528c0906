"""Is a question worded otherwise than before? Numbers of questions, hints in brackets, the words
that only say that something is rated and the language do not count.

Assumption: two questions that ask for the same words, in whichever order, ask the same; a question
in another language is a translation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
BRACKET = re.compile(r"[（(【\[〔][^（()）【】\[\]〔〕]*[)）】\]〕]")
NUMBER = re.compile(r"^\s*[q第]?\s*\d{1,3}(?:[._]\d{1,3})*\s*[、.．:：)）题_]?\s*", re.IGNORECASE)
WORD = re.compile(r"[a-zà-ÿ0-9]+")
SAYING_LITTLE = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "are",
            "at",
            "did",
            "do",
            "does",
            "for",
            "how",
            "i",
            "in",
            "is",
            "of",
            "on",
        ),
        *(
            "our",
            "please",
            "rate",
            "rating",
            "satisfaction",
            "satisfied",
            "score",
            "the",
            "this",
            "to",
        ),
        *("was", "were", "with", "you", "your", "following", "fair", "show", "exhibition", "trade"),
    )
)
RATED = re.compile(
    "您对|你对|对于|请对|请评价|本届|本次|展会|展览会|满意程度|满意度|是否满意|满意|评价|评分|打分|得分"
    "|进行|以下|各项|服务评价|的|与|和|吗|如何"
)


def is_reworded(then: str, now: str) -> bool:
    """Did a question's words change between two editions; never where one of them has none."""
    before, after = _words(then), _words(now)
    if not before or not after or bool(CHINESE.search(then)) != bool(CHINESE.search(now)):
        return False
    return before != after


@cache
def _words(text: str) -> frozenset[str]:
    """What a question asks for, without what only says that it is rated."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = NUMBER.sub("", BRACKET.sub(" ", folded)) or folded
    if CHINESE.search(bare):
        return frozenset(re.sub(r"[\W_a-z0-9]+", "", RATED.sub("", bare)))
    return frozenset(WORD.findall(bare.replace("_", " "))) - SAYING_LITTLE
