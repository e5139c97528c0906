"""Words that set a group of texts apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure
from analytics.figures.base_line import base_line
from analytics.figures.claims import claim
from analytics.figures.families import family
from analytics.figures.small_bases import is_pale
from analytics.studies.voices import WORDS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Claim
    from analytics.figures.rows import Row
    from analytics.studies.voices.compute import Voices
    from analytics.studies.voices.compute_words import Word
    from analytics.wording import Say

SETS_APART = {
    "unthemed": phrase("“{word}” sets apart the texts that no theme covers."),
    "dissatisfied": phrase("“{word}” sets apart what the dissatisfied write."),
    "recent": phrase("“{word}” sets this edition apart from the others."),
}
NOTHING = {
    "unthemed": phrase("No word sets apart the texts that no theme covers."),
    "dissatisfied": phrase("No word sets apart what the dissatisfied write."),
    "recent": phrase("No word sets this edition apart from the others."),
}
SIZES = {
    "unthemed": phrase("{group} texts in no theme, {rest} others"),
    "dissatisfied": phrase("{group} texts of the dissatisfied, {rest} others"),
    "recent": phrase("{group} texts of this edition, {rest} of others"),
}


def words(answer: Voices, say: Say) -> Figure | None:
    """The clearest words; None where no word stands in five texts of the group."""
    of = answer.words
    if not of.words:
        return None
    keys = [word for word in of.words if word.is_key]
    names = {theme.key: theme.name for theme in answer.dictionary.themes}
    return Figure(
        "words",
        _finding(answer, keys, say),
        base_line(
            say(SIZES[of.of], group=say.number(of.group), rest=say.number(of.rest)),
            answer.focus.name.worded(say),
        ),
        Bars("number", say("How clearly it sets them apart (G²)"), digits=1),
        pd.DataFrame(
            [
                _row(word, rank, say)
                | {"theme": names[word.theme].worded(say) if word.theme in names else ""}
                for rank, word in enumerate(of.words)
            ]
        ),
        (
            Column("label", say("Word")),
            Column("n", say("Texts of the group"), "count"),
            Column("rest", say("Other texts"), "count"),
            Column("value", say("G²"), "number", 2),
            Column("log_ratio", say("Log ratio"), "number", 2),
            Column("p", say("p (Benjamini–Hochberg)"), "p"),
            Column("few", say("Remark")),
            Column("theme", say("Theme")),
        ),
        WORDS,
        is_established=bool(keys),
        families=family(say("All words in five texts or more"), of.ps, "benjamini-hochberg"),
        claim=_claim(answer, keys, say),
    )


def _row(word: Word, rank: int, say: Say) -> Row:
    return {
        "key": word.word,
        "label": word.word,
        "rank": rank,
        "value": word.g2,
        "n": word.in_group,
        "rest": word.in_rest,
        "log_ratio": word.log_ratio,
        "p": word.p,
        "few": say("few") if word.is_few else "",
        "is_faint": is_pale(word.in_group),
    }


def _finding(answer: Voices, keys: list[Word], say: Say) -> str:
    of = answer.words
    if not keys:
        return say(NOTHING[of.of])
    return say(
        "Words that set them apart after adjusting for {tests} words: {words}.",
        tests=say.number(of.tested),
        words=say.listed([word.word for word in keys]),
    )


def _claim(answer: Voices, keys: list[Word], say: Say) -> Claim:
    of = answer.words.of
    if not keys:
        return claim(say, "difference", "no evidence", NOTHING[of])
    return claim(say, "difference", "confirmed", SETS_APART[of], {"word": keys[0].word})
