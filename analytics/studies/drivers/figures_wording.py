"""What the figures of this study say in the same words."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.figures import small_bases
from analytics.figures.base_line import base_line
from analytics.figures.families import Family
from analytics.figures.sentences import some_of
from analytics.ratings.editions import Edition
from analytics.stats.importance_performance import Need, Quadrant, Rule
from analytics.studies.drivers.compute import Driver, Drivers, Interval
from analytics.wording import Say, phrase

PARTS = {"dimension": phrase("dimensions"), "item": phrase("items")}
PART = {"dimension": phrase("Dimension"), "item": phrase("Item")}
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
NEEDS: dict[Need, str] = {
    "key": phrase("Key: said and shown"),
    "basic": phrase("Basic: said, not shown"),
    "hidden excitement": phrase("Hidden: shown, not said"),
    "minor": phrase("Minor: neither"),
}


def together(say: Say) -> tuple[Family, ...]:
    """The one test that all shares of importance rest on."""
    return (Family(say("All parts together against overall satisfaction"), 1),)


def base(answer: Drivers, say: Say, *parts: str) -> str:
    """n with the overall question · importance from which editions · performance at which ·
    method.
    """
    bases = sorted(driver.n for driver in answer.drivers)
    least, most = say.number(bases[0]), say.number(bases[-1])
    n = (
        say("n = {n} answers", n=least)
        if least == most
        else (say("n = {least} to {most} answers a row", least=least, most=most))
    )
    return base_line(
        n, say("importance from {editions}", editions=editions(answer.editions, say)), *parts
    )


def editions(pooled: Sequence[Edition], say: Say) -> str:
    names = [edition.name.worded(say) for edition in pooled]
    if len(names) < 3:
        return say.listed(names)
    return say(
        "{count} editions, {first} to {last}", count=len(names), first=names[0], last=names[-1]
    )


def notes(answer: Drivers, say: Say) -> tuple[str, ...]:
    """What must not be read into it, and what is missing."""
    notes_shown = [
        say(
            "Importance is what goes together with overall satisfaction; that fixing it raises"
            " satisfaction is not proved here."
        )
    ]
    if answer.constant:
        notes_shown.append(
            say(
                "Left out because all gave the same answer: {names}.",
                names=some_of(say, answer.constant),
            )
        )
    if answer.is_repaired:
        notes_shown.append(
            say(
                "Correlations of different respondents contradicted each other and were brought"
                " into line."
            )
        )
    return (
        *notes_shown,
        *small_bases.notes(
            say,
            answer.hidden,
            [driver.performance.n for driver in answer.drivers],
        ),
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
    return some_of(say, tuple(driver.name for driver in drivers))


def by_percent(say: Say, share: Interval) -> str:
    return say(
        "95 % interval {low} to {high}",
        low=say.percent(share.low, 0),
        high=say.percent(share.high, 0),
    )


def settled(is_borderline: bool, say: Say) -> str:
    return say("Borderline") if is_borderline else say("Place settled")
