"""What the figures of this study say in the same words."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.figures.base_line import base_line
from analytics.figures.sentences import some_of
from analytics.stats.penalty_reward import Reading
from analytics.studies.kano.method import Kano, Part
from analytics.wording import Say, phrase

PARTS = {"dimension": phrase("dimensions"), "item": phrase("items")}
PART = {"dimension": phrase("Dimension"), "item": phrase("Item")}
READINGS: dict[Reading, str] = {
    "must-be": phrase("Must be there"),
    "performance": phrase("Counts both ways"),
    "attractive": phrase("Delights"),
    "not established": phrase("Not established"),
    "too few low scores": phrase("Too few low scores"),
    "too few high scores": phrase("Too few high scores"),
}


def base(answer: Kano, say: Say, *parts: str) -> str:
    """Complete answers of how many · editions · method."""
    told = {
        "n": say.number(answer.n),
        "of": say.number(answer.answered),
        "worth": say.number(answer.n_eff),
    }
    n = (
        say("n = {n} complete answers of {of}", **told)
        if answer.n_eff == answer.n
        else (say("n = {n} complete answers (effective {worth}) of {of}", **told))
    )
    names = [edition.name.worded(say) for edition in answer.editions]
    period = (
        say.listed(names)
        if len(names) < 3
        else (
            say(
                "{count} editions, {first} to {last}",
                count=len(names),
                first=names[0],
                last=names[-1],
            )
        )
    )
    return base_line(n, period, *parts)


def notes(answer: Kano, say: Say) -> tuple[str, ...]:
    """What must not be read into it, and what is missing."""
    told = [
        say(
            "Read from ratings, which shows what goes together; nobody was asked how they would"
            " feel without it."
        )
    ]
    if answer.n < answer.answered / 2:
        told.append(
            say("Fewer than half answered everything: those who did may differ from the others.")
        )
    if answer.hidden:
        told.append(
            say(
                "Left out because fewer than half answered: {names}.",
                names=some_of(say, answer.hidden),
            )
        )
    few = [
        part
        for part in answer.parts
        if part.reading in ("too few low scores", "too few high scores")
    ]
    if few:
        told.append(
            say(
                "Fewer than 30 low or 30 high scores, so nothing is made of: {names}.",
                names=names_of(few, say),
            )
        )
    return tuple(told)


def names_of(parts: Iterable[Part], say: Say) -> str:
    return some_of(say, tuple(part.name for part in parts))


def how_sure(part: Part, say: Say) -> str:
    """What stands behind a name: one side established and the other not does not yet make them
    differ.
    """
    if not part.is_named:
        return ""
    return (
        say("One side outweighs the other") if part.is_lopsided else say("Both sides may be alike")
    )
