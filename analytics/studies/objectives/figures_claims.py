"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, by_p, claim, established, level_of_share
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.objectives.compute import Objectives
    from analytics.wording import Say


def claims(answer: Objectives, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "shares": lambda: _shares(answer, say),
        "drift": lambda: _drift(answer, say),
        "reached": lambda: _reached(answer, say),
        "attained": lambda: _attained(answer, say),
        "pull": lambda: _pull(answer, say),
    }


def _shares(answer: Objectives, say: Say) -> Claim:
    first = answer.named[0]
    names = {"first": first.name.worded(say)}
    values = {"share": say.percent(first.now.share, 0)}
    if first.then is None:
        return claim(
            say,
            "level",
            level_of_share(first.now),
            phrase("Most come for {first}: {share} name it."),
            names,
            **values,
        )
    values["then"] = say.percent(first.then.share, 0)
    own = first.change.p if first.change else None
    return claim(
        say,
        "change",
        by_p(first.change_p, own, is_comparable=not first.obstacles),
        phrase("Most come for {first}: {share} name it, after {then} last time."),
        names,
        **values,
    )


def _drift(answer: Objectives, say: Say) -> Claim:
    with_trend = [objective for objective in answer.named if objective.trend]
    if not with_trend:
        sentence = phrase("Three editions with answers would show how what they come for shifts.")
        return claim(say, "change", "too few", sentence)
    first = min(with_trend, key=lambda objective: objective.trend_p)
    if not first.is_trend_significant:
        sentence = phrase("What they come for has not shifted steadily over the editions.")
        return claim(say, "change", by_p(first.trend_p), sentence)
    rises = first.trend is not None and first.trend.slope > 0
    return claim(
        say,
        "change",
        by_p(first.trend_p, is_comparable=not first.trend_obstacles),
        phrase("More and more come for {objective}: {to}, after {from_} at first.")
        if rises
        else phrase("Fewer and fewer come for {objective}: {to}, after {from_} at first."),
        {"objective": first.name.worded(say)},
        from_=say.percent(first.by_edition[0][1].share, 0),
        to=say.percent(first.by_edition[-1][1].share, 0),
    )


def _reached(answer: Objectives, say: Say) -> Claim | None:
    if answer.reached is None or not answer.reached_by:
        return None
    share = say.percent(answer.reached.share, 0)
    first = min(answer.reached_by, key=lambda goal: goal.p if goal.p == goal.p else 2.0)
    if first.is_established:
        return claim(
            say,
            "difference",
            "confirmed",
            phrase("{share} reached their goal; {own} of those who came for {objective}."),
            {"objective": first.name.worded(say)},
            share=share,
            own=say.percent(first.share.share, 0),
        )
    return claim(
        say,
        "difference",
        by_p(first.p),
        phrase("{share} reached their goal, whatever they came for."),
        share=share,
    )


def _attained(answer: Objectives, say: Say) -> Claim | None:
    if not answer.attained:
        return None
    best, worst = answer.attained[0], answer.attained[-1]
    values = {"most": say.percent(best.share.share, 0)}
    if best is worst:
        return claim(
            say,
            "level",
            level_of_share(best.share),
            phrase("{most} got what they came for: {best}."),
            {"best": best.name.worded(say)},
            **values,
        )
    is_apart = best.share.low > worst.share.high
    return claim(
        say,
        "difference",
        established(is_apart),
        phrase("{worst} is reached least: {least}, against {most} for {best}."),
        {"best": best.name.worded(say), "worst": worst.name.worded(say)},
        least=say.percent(worst.share.share, 0),
        **values,
    )


def _pull(answer: Objectives, say: Say) -> Claim | None:
    pull = answer.pull
    if pull is None:
        return None
    digits = pull.scale.digits
    high = say.number(pull.levels[0].mean.mean, digits)
    if pull.gap is None:
        sentence = phrase("Too few gave different answers on their goal to compare satisfaction.")
        return claim(say, "link", "too few", sentence)
    return claim(
        say,
        "link",
        established(pull.is_established),
        phrase("Whoever reached the goal is more satisfied: {high}, against {low}.")
        if pull.gap.difference > 0
        else phrase("Whoever reached the goal is not more satisfied: {high}, against {low}."),
        high=high,
        low=say.number(pull.levels[-1].mean.mean, digits),
    )
