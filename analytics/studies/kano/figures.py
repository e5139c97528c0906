"""What must be there, what delights: the asymmetries first, then what they are made of, then every
part in a table.
"""

from __future__ import annotations

from dataclasses import replace
from math import nan
from typing import Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, Headline
from analytics.figures.families import Family
from analytics.figures.sentences import sentences
from analytics.stats.penalty_reward import Effect, Reading
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.kano import lines
from analytics.studies.kano.explained import ASYMMETRY, CLASSES, EFFECTS
from analytics.studies.kano.method import Kano, Part
from analytics.wording import Say


def figures(answer: Kano, say: Say) -> tuple[Figure, ...]:
    """Where nothing is established there is no asymmetry to show, and the effects lead."""
    if any(part.is_named for part in answer.parts):
        return asymmetry(answer, say), effects(answer, say), classes(answer, say)
    return replace(effects(answer, say), key="overview", finding=_nothing(answer, say)), classes(
        answer, say
    )


def asymmetry(answer: Kano, say: Say) -> Figure:
    """From what only punishes to what only rewards; nothing is drawn of what is not established."""
    named = [part for part in answer.parts if part.is_named]
    return Figure(
        key="overview",
        finding=_told(answer, say),
        base=lines.base(answer, say, say("impact asymmetry with 95 % bootstrap interval")),
        form=Bars(
            "number",
            say("Only punishes (−1) to only rewards (+1)"),
            (-1.0, 1.0),
            has_interval=True,
            is_dots=True,
            reference=0.0,
        ),
        data=pd.DataFrame(
            [_asymmetry_row(one, rank, answer, say) for rank, one in enumerate(named)]
        ),
        columns=(
            Column("label", say(lines.PART[answer.level])),
            Column("reading", say("Verdict")),
            Column("sure", say("How sure")),
            Column("value", say("Asymmetry"), "number", 2),
            Column("low", say("Interval from"), "number", 2),
            Column("high", say("Interval to"), "number", 2),
        ),
        method=ASYMMETRY,
        headline=_headline(answer, say),
        notes=(
            say(
                "Pale: penalty and reward may be alike ({count} compared, Bonferroni).",
                count=len(answer.parts),
            ),
            *_left_open(answer, say),
            *lines.notes(answer, say),
        ),
        families=(
            *_family(answer, say),
            Family(say("Penalty against reward of each part"), len(answer.parts), "bonferroni"),
        ),
    )


def _asymmetry_row(one: Part, rank: int, answer: Kano, say: Say) -> dict[str, Any]:
    return {
        "key": one.key,
        "label": one.name.worded(say),
        "rank": rank,
        "value": one.contrast.asymmetry,
        "low": one.low,
        "high": one.high,
        "reading": say(lines.READINGS[one.reading]),
        "sure": lines.how_sure(one, say),
        "is_faint": not one.is_lopsided,
        "n": answer.n,
    }


def _left_open(answer: Kano, say: Say) -> tuple[str, ...]:
    open_ones = [part for part in answer.parts if part.reading == "not established"]
    if not open_ones:
        return ()
    return (
        say(
            "Not drawn because nothing is established: {names}.",
            names=lines.names_of(open_ones, say),
        ),
    )


def effects(answer: Kano, say: Say) -> Figure:
    """What a low score costs and a high one wins, in points of overall satisfaction."""
    series = say("Low score"), say("High score")
    return Figure(
        key="effects",
        finding=_largest(answer, say),
        base=lines.base(
            answer,
            say,
            answer.scale.worded(say),
            say("difference from a middle score, 95 % interval"),
        ),
        form=Bars(
            "change",
            say("Points of overall satisfaction"),
            has_interval=True,
            is_dots=True,
            reference=0.0,
            series=series,
        ),
        data=pd.DataFrame(_effect_rows(answer, series, say)),
        columns=(
            Column("label", say(lines.PART[answer.level])),
            Column("series", say("Mark")),
            Column("value", say("Points of overall satisfaction"), "change", 2),
            Column("low", say("Interval from"), "change", 2),
            Column("high", say("Interval to"), "change", 2),
            Column("p", say("p (Benjamini–Hochberg)"), "p"),
            Column("n", say("Answers with this mark"), "count"),
        ),
        method=EFFECTS,
        notes=(
            say("Pale: not established after correcting for {family} tests.", family=answer.family),
            *lines.notes(answer, say),
        ),
        is_established=any(part.is_named for part in answer.parts),
        families=_family(answer, say),
    )


def _family(answer: Kano, say: Say) -> tuple[Family, ...]:
    return (Family(say("Penalties and rewards of all parts"), answer.family, "benjamini-hochberg"),)


def _effect_rows(answer: Kano, series: tuple[str, str], say: Say) -> list[dict[str, Any]]:
    """Two rows a part, the farthest-reaching part first."""
    ranked = sorted(answer.parts, key=lambda part: -part.reach)
    return [
        {
            "key": one.key,
            "label": one.name.worded(say),
            "rank": rank,
            "series": name,
            "is_faint": not effect.is_established,
            **_told_of(effect),
        }
        for rank, one in enumerate(ranked)
        for name, effect in zip(series, (one.contrast.penalty, one.contrast.reward), strict=True)
    ]


def _told_of(effect: Effect) -> dict[str, float | None]:
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


def classes(answer: Kano, say: Say) -> Figure:
    """Every part with its reading and what stands behind it."""
    return Figure(
        key="classes",
        finding=_counted(answer, say),
        base=lines.base(
            answer, say, say("Benjamini–Hochberg over {family} tests", family=answer.family)
        ),
        form=Grid(),
        data=pd.DataFrame([_class_row(part, say) for part in answer.parts]),
        columns=(
            Column("label", say(lines.PART[answer.level])),
            Column("reading", say("Verdict")),
            Column("sure", say("How sure")),
            Column("penalty", say("Penalty"), "change", 2),
            Column("penalty_p", say("p of the penalty"), "p"),
            Column("lows", say("Low scores"), "count"),
            Column("reward", say("Reward"), "change", 2),
            Column("reward_p", say("p of the reward"), "p"),
            Column("highs", say("High scores"), "count"),
            Column("asymmetry", say("Asymmetry"), "number", 2),
        ),
        method=CLASSES,
        notes=lines.notes(answer, say),
        is_established=any(part.is_named for part in answer.parts),
        families=_family(answer, say),
    )


def _class_row(one: Part, say: Say) -> dict[str, Any]:
    penalty, reward = _told_of(one.contrast.penalty), _told_of(one.contrast.reward)
    return {
        "key": one.key,
        "label": one.name.worded(say),
        "reading": say(lines.READINGS[one.reading]),
        "sure": lines.how_sure(one, say),
        "penalty": penalty["value"],
        "penalty_p": penalty["p"],
        "lows": penalty["n"],
        "reward": reward["value"],
        "reward_p": reward["p"],
        "highs": reward["n"],
        "asymmetry": one.contrast.asymmetry if one.is_named else nan,
    }


def _told(answer: Kano, say: Say) -> str:
    """Musts and delights only where the two sides differ beyond chance."""
    musts, delights = (
        _of(answer, reading, is_lopsided=True) for reading in ("must-be", "attractive")
    )
    both = [part for part in answer.parts if part.reading == "performance"]
    leaning = [
        part
        for part in answer.parts
        if part.reading in ("must-be", "attractive") and not part.is_lopsided
    ]
    must = (
        say(
            "Must be there: {names}. Poor scores cost satisfaction, good ones win none for"
            " certain.",
            names=lines.names_of(musts, say),
        )
        if musts
        else ""
    )
    delight = (
        say(
            "Delights: {names}. Good scores win satisfaction, poor ones cost none for certain.",
            names=lines.names_of(delights, say),
        )
        if delights
        else ""
    )
    none = (
        ""
        if musts or delights
        else say("No evidence that anything only has to be there, or only delights.")
    )
    count = (
        say("Counts both ways, when poor and when good: {names}.", names=lines.names_of(both, say))
        if both
        else ""
    )
    lean = (
        say(
            "Established on one side only, though both sides may be alike: {names}.",
            names=lines.names_of(leaning, say),
        )
        if leaning
        else ""
    )
    return sentences(say, must, delight, none, count, lean)


def _of(answer: Kano, reading: Reading, *, is_lopsided: bool) -> list[Part]:
    return [
        part for part in answer.parts if part.reading == reading and part.is_lopsided == is_lopsided
    ]


def _largest(answer: Kano, say: Say) -> str:
    """The largest established penalty and reward."""
    cost = _strongest([(part, part.contrast.penalty) for part in answer.parts])
    won = _strongest([(part, part.contrast.reward) for part in answer.parts])
    told = []
    if cost:
        told.append(
            say(
                "Low scores go with most satisfaction lost at {name}: {points} points"
                " ({interval}).",
                **_effect_words(*cost, say),
            )
        )
    if won:
        told.append(
            say(
                "High scores go with most satisfaction won at {name}: {points} points"
                " ({interval}).",
                **_effect_words(*won, say),
            )
        )
    return sentences(say, *told) or _nothing(answer, say)


def _strongest(effects: list[tuple[Part, Effect]]) -> tuple[Part, Effect] | None:
    found = [pair for pair in effects if pair[0].is_named and pair[1].is_established]
    return max(found, key=lambda pair: pair[1].size) if found else None


def _effect_words(part: Part, effect: Effect, say: Say) -> dict[str, str]:
    span = say(
        "95 % interval {low} to {high}", low=say.signed(effect.low), high=say.signed(effect.high)
    )
    return {"name": part.name.worded(say), "points": say.signed(effect.value), "interval": span}


def _nothing(answer: Kano, say: Say) -> str:
    return say(
        "No evidence that low or high scores of the {count} {parts} go with overall satisfaction"
        " ({family} tests, Benjamini–Hochberg).",
        count=len(answer.parts),
        parts=say(lines.PARTS[answer.level]),
        family=answer.family,
    )


def _counted(answer: Kano, say: Say) -> str:
    named = [part for part in answer.parts if part.is_named]
    lopsided = [one for one in named if one.is_lopsided]
    told = {
        "total": len(answer.parts),
        "parts": say(lines.PARTS[answer.level]),
        "named": len(named),
    }
    if not lopsided:
        return say(
            "{named} of {total} {parts} can be named; of none is it certain that one side outweighs"
            " the other.",
            **told,
        )
    return say(
        "{named} of {total} {parts} can be named; of {names} it is certain that one side outweighs"
        " the other.",
        **told,
        names=lines.names_of(lopsided, say),
    )


def _headline(answer: Kano, say: Say) -> Headline | None:
    cost = _strongest([(part, part.contrast.penalty) for part in answer.parts])
    if cost is None:
        return None
    label = say(
        "points of overall satisfaction go with low scores for {name}",
        name=cost[0].name.worded(say),
    )
    return Headline(say.signed(cost[1].value), label)
