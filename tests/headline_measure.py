"""How headlines are measured: length, numbers, and words that belong to the statistician."""

from __future__ import annotations

import re
import unicodedata

from analytics.wording import Language

MOST_WORDS, MOST_CHARACTERS = 20, 30
NUMBER = re.compile(r"[+−]?\d[\d,]*(?:\.\d+)?(?:[–-]\d+)?")
BANNED = {
    "en": (
        r"interval",
        r"\bodds\b",
        r"\bp [=<>]",
        r"\br =",
        r"R²",
        r"\bAUC\b",
        r"Brier",
        r"Holm|Welch|Wilson|Newcombe|Mann|Fisher|Pearson|Cronbach|Jaccard|Bonferroni|Benjamini",
        r"silhouette|bootstrap|regression|correlation|coefficient|significan",
        r"\bdrives?\b",
        r"would not recommend",
        r"actual importance",
        r"[Ee]stablished",
    ),
    "zh": (
        r"区间|显著|相关系数|系数|回归|轮廓|显著性|检验",
        r"胜算|优势比|实际重要性|已确认",
        r"AUC|Brier|Holm|Welch|Jaccard",
    ),
}
GREEK = re.compile("[α-ωΑ-Ω]")


MEASURED = re.compile(
    r"(?<![\w.])[+−]?\d[\d,]*(?:\.\d+)?\s?[%万亿KMB]|(?<![\w.])[+−]?\d[\d,]*\.\d+(?![\d.]|\s?[%万亿KMB])"
)
"""What a headline claims: shares, amounts and numbers with decimals, not counts or grades."""
MOST_MEASURED = 2


def length(text: str, language: Language) -> int:
    """Words between spaces; in Chinese characters without digits, Latin letters, punctuation."""
    if language == "en":
        return len(text.split())
    return sum(
        unicodedata.category(letter)[0] not in "NPZS" and not letter.isascii() for letter in text
    )


def faults(text: str, language: Language) -> list[str]:
    """What is wrong with a headline; nothing where it keeps the rules."""
    most = MOST_WORDS if language == "en" else MOST_CHARACTERS
    too_long = [f"{length(text, language)} long"] if length(text, language) > most else []
    banned = [word for word in BANNED[language] if re.search(word, text)]
    greek = ["Greek"] if GREEK.search(text) else []
    many = [f"{measured(text)} numbers"] if measured(text) > MOST_MEASURED else []
    return [*too_long, *banned, *greek, *many]


def measured(text: str) -> int:
    """How many numbers it claims: one and its comparison are two."""
    return len(MEASURED.findall(text))


def numbers(text: str, names: tuple[str, ...] = ()) -> list[str]:
    """The numbers of a headline, those inside names left out."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return NUMBER.findall(text)
