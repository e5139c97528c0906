"""What a figure says to the room: one short claim, and one badge that says how sure it is.

A claim has at most `MOST_WORDS` English words or `MOST_CHARACTERS` Chinese characters (digits,
Latin letters and punctuation are not counted) and at most one number with its comparison. Names
that came with a file are shortened until it fits. The long sentence with its test, interval and
cautions stays in the figure's `finding`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.figure import Figure
    from analytics.stats.mean import MeanEstimate
    from analytics.stats.proportion import Proportion
    from analytics.wording import Language, Say

Certainty = Literal["confirmed", "a sign", "no evidence", "too few"]
Kind = Literal["difference", "change", "link", "level", "model"]
MOST_WORDS, MOST_CHARACTERS = 20, 30
LONGEST_NAME = {"en": 10, "zh": 16}
ELLIPSIS = "…"
SENTENCE_ENDS = " ?？.。!！:："
"""What a question asked as a name ends with, and no name inside a sentence may."""
MEAN_MARGIN, SHARE_MARGIN, USUAL_SPAN = 0.15, 0.05, 4.0

BADGES: dict[Certainty, str] = {
    "confirmed": phrase("confirmed"),
    "a sign": phrase("a sign"),
    "no evidence": phrase("no evidence"),
    "too few": phrase("too few"),
}
OF_KIND: dict[tuple[Kind, Certainty], str] = {
    ("change", "no evidence"): phrase("no evidence of a change"),
    ("link", "no evidence"): phrase("no evidence of a link"),
    ("difference", "no evidence"): phrase("no evidence of a difference"),
    ("model", "confirmed"): phrase("confirmed at the last edition"),
    ("model", "no evidence"): phrase("no evidence that it predicts"),
}
"""Words that follow the kind of claim; the badge stays one of the four."""


@dataclass(frozen=True, slots=True)
class Claim:
    """`text` ends where the claim ends; `certainty` is one of four, worded by its `kind`."""

    text: str
    certainty: Certainty
    kind: Kind = "difference"

    def badge(self, say: Say) -> str:
        """The badge as a reader sees it."""
        return say(OF_KIND.get((self.kind, self.certainty), BADGES[self.certainty]))


def claim(
    say: Say,
    kind: Kind,
    certainty: Certainty,
    sentence: str,
    names: Mapping[str, str] | None = None,
    /,
    **values: object,
) -> Claim:
    """A claim of a phrase filled in; `names` are the values that may be shortened to fit."""
    return Claim(fitted(say, sentence, names or {}, **values), certainty, kind)


def fitted(say: Say, sentence: str, names: Mapping[str, str], /, **values: object) -> str:
    """The phrase filled in, its names shortened as far as the limits ask."""
    text, names = "", {key: name.rstrip(SENTENCE_ENDS) for key, name in names.items()}
    for size in range(LONGEST_NAME[say.language], 0, -1):
        short = {key: shortened(name, size, say.language) for key, name in names.items()}
        text = say(sentence, **values, **short)
        if length(text, say.language) <= limit(say.language):
            break
    return text


def shortened(name: str, size: int, language: Language) -> str:
    """The first words, or Chinese characters, of a name. Runs without a space are cut as well."""
    cut = name if language == "zh" else " ".join(name.split()[:size])
    widest, width = (size, 0.0) if language == "zh" else (size * 9, 0.0)
    for at, letter in enumerate(cut):
        width += 1 if _is_wide(letter) or language == "en" else 0.4
        if width > widest:
            cut = cut[:at]
            break
    return cut if cut == name else f"{cut.rstrip(' ,.;:（(、，')}{ELLIPSIS}"


def limit(language: Language) -> int:
    """How long a claim may be, as `length` counts."""
    return MOST_WORDS if language == "en" else MOST_CHARACTERS


def length(text: str, language: Language) -> int:
    """Words between spaces in English; in Chinese the characters that are no digit, no Latin letter
    and no punctuation.
    """
    return len(text.split()) if language == "en" else sum(map(_is_wide, text))


def _is_wide(letter: str) -> bool:
    return unicodedata.category(letter) == "Lo"


def by_p(p: float | None, own: float | None = None, *, is_comparable: bool = True) -> Certainty:
    """A difference, a change or a link by its p after adjusting; `own` is the p before."""
    if p is None or p != p:
        return "no evidence"
    if p <= LEVEL_OF_P:
        return "confirmed" if is_comparable else "a sign"
    return "a sign" if own is not None and own <= LEVEL_OF_P else "no evidence"


def established(is_established: bool) -> Certainty:
    """The same where only the verdict is known."""
    return "confirmed" if is_established else "no evidence"


def share_level(low: float, high: float) -> Certainty:
    """A share by the width of its interval: ± 5 points are confirmed, twice that a sign."""
    return _by_margin((high - low) / 2, SHARE_MARGIN)


def mean_level(low: float, high: float, span: float = USUAL_SPAN) -> Certainty:
    """A mean by the width of its interval: ± 0.15 of a five-point scale are confirmed."""
    return _by_margin((high - low) / 2 / span * USUAL_SPAN, MEAN_MARGIN)


def level_of_share(share: Proportion) -> Certainty:
    """How sure a share is; where all who are spoken of answered nothing is left open."""
    return "confirmed" if share.is_census else share_level(share.low, share.high)


def level_of_mean(mean: MeanEstimate, span: float = USUAL_SPAN) -> Certainty:
    """How sure a mean is, alike; without an interval it is none that can be stood on."""
    return "confirmed" if mean.is_census else mean_level(mean.low, mean.high, span)


def _by_margin(half: float, margin: float) -> Certainty:
    """`half` is NaN where there is no interval."""
    if half <= margin:
        return "confirmed"
    return "a sign" if half <= 2 * margin else "too few"


def with_claims(
    figures: Sequence[Figure], makers: Mapping[str, Callable[[], Claim | None]]
) -> tuple[Figure, ...]:
    """The figures of a study with the claim that its key's maker makes."""
    return tuple(
        replace(figure, claim=makers[figure.key]()) if figure.key in makers else figure
        for figure in figures
    )
