"""Every part with its reading, and what stands behind it."""

from __future__ import annotations

from math import nan

import pandas as pd

from analytics.figures import Column, Figure, Grid
from analytics.figures.rows import Row
from analytics.ratings.levels import PARTS, part_column
from analytics.studies.kano import CLASSES
from analytics.studies.kano.compute import Kano, Part
from analytics.studies.kano.figures_wording import (
    HIGH_MARKS,
    READINGS,
    base,
    effect_cells,
    family,
    how_sure,
    names_of,
    study_notes,
)
from analytics.wording import Say


def classes(answer: Kano, say: Say) -> Figure:
    """Every part with its reading and what stands behind it."""
    return Figure(
        key="classes",
        finding=_counted(answer, say),
        base=base(answer, say, say("Benjamini–Hochberg over {family} tests", family=answer.family)),
        form=Grid(),
        data=pd.DataFrame([_class_row(part, answer, say) for part in answer.parts]),
        columns=(
            part_column(say, answer.level),
            Column("reading", say("Verdict")),
            Column("sure", say("How sure")),
            *_elsewhere_column(answer, say),
            Column("penalty", say("Penalty"), "change", 2),
            Column("penalty_p", say("p of the penalty"), "p"),
            Column("lows", say("Low scores"), "count"),
            Column("reward", say("Reward"), "change", 2),
            Column("reward_p", say("p of the reward"), "p"),
            Column("highs", say("High scores"), "count"),
            Column("asymmetry", say("Asymmetry"), "number", 2),
        ),
        method=CLASSES,
        notes=study_notes(answer, say),
        is_established=any(part.is_named for part in answer.parts),
        families=family(answer, say),
    )


def _elsewhere_column(answer: Kano, say: Say) -> tuple[Column, ...]:
    """The verdict with the other beginning of a high score, where it can be given."""
    if not answer.readings_elsewhere:
        return ()
    return (Column("elsewhere", say("Verdict if {cut}", cut=say(HIGH_MARKS[not answer.is_top]))),)


def _class_row(part: Part, answer: Kano, say: Say) -> Row:
    elsewhere = answer.readings_elsewhere.get(part.key)
    penalty, reward = effect_cells(part.contrast.penalty), effect_cells(part.contrast.reward)
    return {
        "key": part.key,
        "label": part.name.worded(say),
        "reading": say(READINGS[part.reading]),
        "sure": how_sure(part, say),
        "elsewhere": say(READINGS[elsewhere]) if elsewhere else "",
        "penalty": penalty["value"],
        "penalty_p": penalty["p"],
        "lows": penalty["n"],
        "reward": reward["value"],
        "reward_p": reward["p"],
        "highs": reward["n"],
        "asymmetry": part.contrast.asymmetry if part.is_named else nan,
    }


def _counted(answer: Kano, say: Say) -> str:
    named = [part for part in answer.parts if part.is_named]
    lopsided = [part for part in named if part.is_lopsided]
    counts = {
        "total": len(answer.parts),
        "parts": say(PARTS[answer.level]),
        "named": len(named),
    }
    if not lopsided:
        return say(
            "{named} of {total} {parts} can be named; of none is it certain that one side outweighs"
            " the other.",
            **counts,
        )
    return say(
        "{named} of {total} {parts} can be named; of {names} it is certain that one side outweighs"
        " the other.",
        **counts,
        names=names_of(say, lopsided),
    )
