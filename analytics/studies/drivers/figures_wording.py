"""What the figures of this study say in the same words."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.figures import small_bases
from analytics.figures.base_line import answers_of_rows, base_line, editions_pooled
from analytics.figures.families import Family
from analytics.figures.sentences import notes, some_of
from analytics.ratings.levels import PARTS
from analytics.stats.importance_performance import Quadrant, Rule
from analytics.stats.reliability import ACCEPTABLE
from analytics.studies.drivers.compute import Driver, Drivers
from analytics.wording import Say, phrase

CUTS: dict[Rule, str] = {
    "mean": phrase("the average"),
    "median": phrase("the median"),
    "midpoint": phrase("the midpoint"),
}
QUADRANTS: dict[Quadrant, str] = {
    "concentrate here": phrase("Fix first"),
    "keep up the good work": phrase("Keep up the good work"),
    "low priority": phrase("Low priority"),
    "possible overkill": phrase("Possible overkill"),
}


def together(say: Say) -> tuple[Family, ...]:
    """The one test that all shares of importance rest on."""
    return (Family(say("All parts together against overall satisfaction"), 1),)


def base(answer: Drivers, say: Say, *parts: str) -> str:
    """n with the overall question · importance from which editions · performance at which ·
    method.
    """
    pooled = editions_pooled(say, [edition.name.worded(say) for edition in answer.editions])
    return base_line(
        answers_of_rows(say, (driver.n for driver in answer.drivers)),
        say("importance from {editions}", editions=pooled),
        *parts,
    )


def study_notes(answer: Drivers, say: Say) -> tuple[str, ...]:
    """What must not be read into it, and what is missing."""
    constant, implied = some_of(say, answer.constant), some_of(say, answer.implied)
    return notes(
        say(
            "Importance is what goes together with overall satisfaction; that fixing it raises"
            " satisfaction is not proved here."
        ),
        say("Left out because all gave the same answer: {names}.", names=constant)
        if constant
        else "",
        say("Left out because they follow from the others: {names}.", names=implied)
        if implied
        else "",
        say("There are fewer than three dimensions, so items are looked at.")
        if answer.is_by_item
        else "",
        unsteady_note(answer, say),
        say(
            "Correlations of different respondents contradicted each other and were brought"
            " into line."
        )
        if answer.is_repaired
        else "",
        *small_bases.notes(say, answer.hidden, [driver.performance.n for driver in answer.drivers]),
    )


def unsteady_note(answer: Drivers, say: Say) -> str:
    """What is measured unsteadily goes with everything less than it should."""
    unsteady = [driver for driver in answer.drivers if driver.is_unsteady]
    if not unsteady:
        return ""
    return say(
        "Measured unsteadily (Cronbach's alpha below {limit}), so their importance is rather"
        " understated: {names}.",
        limit=say.number(ACCEPTABLE, 2),
        names=names(unsteady, say),
    )


def nothing_found(answer: Drivers, say: Say) -> str:
    """The sentence where the model does no better than chance."""
    return say(
        "No evidence that any of the {count} {parts} goes with overall satisfaction (R²"
        " {r_squared}, p {p}): their order here may be chance.",
        count=len(answer.drivers),
        parts=say(PARTS[answer.level]),
        r_squared=say.number(answer.r_squared, 2),
        p=say.probability(answer.p),
    )


def names(drivers: Sequence[Driver], say: Say) -> str:
    return some_of(say, [driver.name for driver in drivers])
