"""What the figures of this study say in the same words."""

from __future__ import annotations

from math import nan

from analytics.figures.base_line import base_line, editions_pooled
from analytics.figures.families import Family
from analytics.figures.rows import Row
from analytics.figures.sentences import notes, some_of
from analytics.stats.penalty_reward import Effect, Reading
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.kano.compute import Kano, Part
from analytics.wording import Say, phrase

READINGS: dict[Reading, str] = {
    "must-be": phrase("Must be there"),
    "performance": phrase("Counts both ways"),
    "attractive": phrase("Delights"),
    "not established": phrase("Not established"),
    "too few low scores": phrase("Too few low scores"),
    "too few high scores": phrase("Too few high scores"),
}
HIGH_MARKS = {
    False: phrase("a high score is 4 or more of 5"),
    True: phrase("a high score is 4.5 or more of 5"),
}
TOO_FEW: tuple[Reading, ...] = ("too few low scores", "too few high scores")


def base(answer: Kano, say: Say, *parts: str) -> str:
    """Complete answers of how many · editions · where the high mark begins · method."""
    names = [edition.name.worded(say) for edition in answer.editions]
    high = say(HIGH_MARKS[answer.is_top])
    return base_line(_complete(answer, say), editions_pooled(say, names), high, *parts)


def _complete(answer: Kano, say: Say) -> str:
    """Complete answers, with what they are worth where they are weighted."""
    n, answered = say.number(answer.n), say.number(answer.answered)
    if answer.n_eff == answer.n:
        return say("n = {n} complete answers of {of}", n=n, of=answered)
    return say(
        "n = {n} complete answers (effective {worth}) of {of}",
        n=n,
        worth=say.number(answer.n_eff),
        of=answered,
    )


def study_notes(answer: Kano, say: Say) -> tuple[str, ...]:
    """What must not be read into it, and what is missing."""
    few = [part for part in answer.parts if part.reading in TOO_FEW]
    return notes(
        say(
            "Read from ratings, which shows what goes together; nobody was asked how they would"
            " feel without it."
        ),
        say("Fewer than half answered everything: those who did may differ from the others.")
        if answer.n < answer.answered / 2
        else "",
        _moved_note(answer, say),
        say(
            "Left out because fewer than half answered: {names}.", names=some_of(say, answer.hidden)
        )
        if answer.hidden
        else "",
        say(
            "Fewer than 30 low or 30 high scores, so nothing is made of: {names}.",
            names=names_of(say, few),
        )
        if few
        else "",
    )


def _moved_note(answer: Kano, say: Say) -> str:
    """Whether the names depend on where a high score begins."""
    if not answer.readings_elsewhere:
        return ""
    other = say(HIGH_MARKS[not answer.is_top])
    if answer.moved:
        return say(
            "If {cut} instead, {names} would be read otherwise.",
            cut=other,
            names=names_of(say, list(answer.moved)),
        )
    return say("If {cut} instead, every name here stays.", cut=other)


def names_of(say: Say, parts: list[Part]) -> str:
    return some_of(say, [part.name for part in parts])


def how_sure(part: Part, say: Say) -> str:
    """What stands behind a name: one side established and the other not does not yet make them
    differ.
    """
    if not part.is_named:
        return ""
    return (
        say("One side outweighs the other") if part.is_lopsided else say("Both sides may be alike")
    )


def family(answer: Kano, say: Say) -> tuple[Family, ...]:
    return (Family(say("Penalties and rewards of all parts"), answer.family, "benjamini-hochberg"),)


def effect_cells(effect: Effect) -> Row:
    """An effect with its base; nothing of either on fewer than five marks."""
    if effect.n < NEVER_BELOW:
        return dict.fromkeys(("value", "low", "high", "p", "n"), nan)
    return {
        "value": effect.value,
        "low": effect.low,
        "high": effect.high,
        "p": effect.p,
        "n": int(effect.n),
    }
