"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, claim, established
from analytics.ratings.levels import PARTS
from analytics.studies.kano.figures_effects import strongest
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.kano.compute import Kano
    from analytics.wording import Say


def claims(answer: Kano, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: _overview(answer, say),
        "asymmetry": lambda: _asymmetry(answer, say),
        "classes": lambda: _classes(answer, say),
    }


def _nothing(answer: Kano, say: Say) -> Claim:
    """Only where no effect is beyond chance; an effect without a name is no nothing."""
    if answer.unnamed:
        return claim(
            say,
            "link",
            "a sign",
            phrase("Scores of {name} go with satisfaction; must or delight stays open."),
            {"name": answer.unnamed[0].name.worded(say)},
        )
    return claim(
        say,
        "link",
        "no evidence",
        phrase("Low or high scores of single {parts} do not go with overall satisfaction."),
        parts=say(PARTS[answer.level]),
    )


def _overview(answer: Kano, say: Say) -> Claim:
    cost = strongest([(part, part.contrast.penalty) for part in answer.parts])
    lopsided = [part for part in answer.parts if part.is_named and part.is_lopsided]
    musts = [part for part in lopsided if part.reading == "must-be"]
    if cost is None:
        return _won(answer, say)
    names = {"name": cost[0].name.worded(say)}
    sentence = phrase("Low scores for {name} cost most: {points} points of satisfaction.")
    if cost[0] in musts:
        sentence = phrase("{name} must be right: low scores cost {points} points of satisfaction.")
    return claim(say, "link", "confirmed", sentence, names, points=say.signed(cost[1].value))


def _won(answer: Kano, say: Say) -> Claim:
    won = strongest([(part, part.contrast.reward) for part in answer.parts])
    if won is None:
        return _nothing(answer, say)
    return claim(
        say,
        "link",
        "confirmed",
        phrase("High scores for {name} win most: {points} points of satisfaction."),
        {"name": won[0].name.worded(say)},
        points=say.signed(won[1].value),
    )


def _asymmetry(answer: Kano, say: Say) -> Claim:
    """The first that only punishes, or only delights."""
    lopsided = [part for part in answer.parts if part.is_named and part.is_lopsided]
    if not lopsided:
        sentence = phrase("Nothing only punishes or only delights for certain.")
        return claim(say, "difference", "no evidence", sentence)
    musts = [part for part in lopsided if part.reading == "must-be"]
    first = (musts or lopsided)[0]
    sentence = (
        phrase("{name} is taken for granted: poor scores cost, good ones win nothing.")
        if musts
        else phrase("{name} delights: good scores win, poor ones cost nothing.")
    )
    names = {"name": first.name.worded(say)}
    return claim(say, "difference", "confirmed", sentence, names)


def _classes(answer: Kano, say: Say) -> Claim:
    lopsided = [part for part in answer.parts if part.is_named and part.is_lopsided]
    sentence = phrase("None of {total} {parts} only punishes or only delights for certain.")
    if lopsided:
        sentence = phrase("{count} of {total} {parts} only punish or only delight for certain.")
    values = {"count": len(lopsided), "total": len(answer.parts), "parts": say(PARTS[answer.level])}
    return claim(
        say,
        "difference",
        established(bool(lopsided)),
        sentence,
        **values,
    )
