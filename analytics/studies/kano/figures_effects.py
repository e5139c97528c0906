"""What a low score costs and a high one wins."""

from __future__ import annotations

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.rows import Row
from analytics.figures.sentences import interval, sentences
from analytics.ratings.levels import PARTS, part_column
from analytics.stats.penalty_reward import Effect
from analytics.studies.kano import EFFECTS
from analytics.studies.kano.compute import Kano, Part
from analytics.studies.kano.figures_wording import (
    base,
    effect_cells,
    family,
    names_of,
    study_notes,
)
from analytics.wording import Say

DIGITS = 2


def effects(answer: Kano, say: Say) -> Figure:
    """What a low score costs and a high one wins, in points of overall satisfaction."""
    series = say("Low score"), say("High score")
    return Figure(
        key="effects",
        finding=largest(answer, say),
        base=base(
            answer,
            say,
            answer.scale.worded(say),
            say("difference from a middle score, 95% interval"),
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
            part_column(say, answer.level),
            Column("series", say("Mark")),
            Column("value", say("Points of overall satisfaction"), "change", 2),
            *columns.interval(say, "change", 2),
            Column("p", say("p (Benjamini–Hochberg)"), "p"),
            Column("n", say("Answers with this mark"), "count"),
        ),
        method=EFFECTS,
        notes=(
            say("Pale: not established after correcting for {family} tests.", family=answer.family),
            *study_notes(answer, say),
        ),
        is_established=bool(answer.unnamed) or any(part.is_named for part in answer.parts),
        families=family(answer, say),
    )


def _effect_rows(answer: Kano, series: tuple[str, str], say: Say) -> list[Row]:
    """Two rows a part, the farthest-reaching part first."""
    ranked = sorted(answer.parts, key=lambda part: -part.reach)
    return [
        {
            "key": part.key,
            "label": part.name.worded(say),
            "rank": rank,
            "series": name,
            "is_faint": not effect.is_established,
            **effect_cells(effect),
        }
        for rank, part in enumerate(ranked)
        for name, effect in zip(series, (part.contrast.penalty, part.contrast.reward), strict=True)
    ]


def largest(answer: Kano, say: Say) -> str:
    """The largest established penalty and reward."""
    cost = strongest([(part, part.contrast.penalty) for part in answer.parts])
    won = strongest([(part, part.contrast.reward) for part in answer.parts])
    return sentences(
        say,
        _most_lost(*cost, say) if cost else "",
        _most_won(*won, say) if won else "",
    ) or nothing(answer, say)


def _most_lost(part: Part, effect: Effect, say: Say) -> str:
    return say(
        "Low scores go with most satisfaction lost at {name}: {points} points ({interval}).",
        **_effect_values(part, effect, say),
    )


def _most_won(part: Part, effect: Effect, say: Say) -> str:
    return say(
        "High scores go with most satisfaction won at {name}: {points} points ({interval}).",
        **_effect_values(part, effect, say),
    )


def strongest(effects: list[tuple[Part, Effect]]) -> tuple[Part, Effect] | None:
    established = [pair for pair in effects if pair[0].is_named and pair[1].is_established]
    return max(established, key=lambda pair: pair[1].size, default=None)


def _effect_values(part: Part, effect: Effect, say: Say) -> dict[str, str]:
    return {
        "name": part.name.worded(say),
        "points": say.signed(effect.value),
        "interval": interval(say, effect.low, effect.high, DIGITS, is_signed=True),
    }


def nothing(answer: Kano, say: Say) -> str:
    """Where nothing has a name: said to be no evidence only if no effect is beyond chance."""
    if answer.unnamed:
        return say(
            "Scores of {names} go with overall satisfaction, but too few low or high scores, or"
            " signs that contradict each other, leave open what is a must and what a delight.",
            names=names_of(say, list(answer.unnamed)),
        )
    return say(
        "No evidence that low or high scores of the {count} {parts} go with overall satisfaction"
        " ({family} tests, Benjamini–Hochberg).",
        count=len(answer.parts),
        parts=say(PARTS[answer.level]),
        family=answer.family,
    )
