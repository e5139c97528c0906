"""Where two ways of ranking disagree, and the factors part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, columns
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import sentences
from analytics.ratings.levels import part_column
from analytics.stats.action_priority import ranked
from analytics.studies.priorities import RANKS, SCORE
from analytics.studies.priorities import figures_wording as wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.priorities.compute import WhatFirst
    from analytics.wording import Say


def rankings(answer: WhatFirst, say: Say) -> Figure:
    names = (say("With the stake"), say("Without the stake"))
    disagree = bool((answer.ranks != answer.result.plain_ranks).any())
    moved = _moved(answer, say) if disagree else ""
    same = say("Every place is the same with and without the stake.")
    return Figure(
        "rankings",
        sentences(say, moved or same, disagreement(answer, say)),
        wording.base(answer, say),
        Bars("share", say("Of the highest score"), (0, 1), series=names, roles=("now", "before")),
        _two_scores(answer, names, say),
        (
            part_column(say, answer.level),
            Column("series", say("Score")),
            Column("value", say("Of the highest score"), "share", 0),
            Column("score_rank", say("Place with the stake"), "count"),
            Column("plain_rank", say("Place without"), "count"),
            Column("by_importance", say("Place by importance"), "count"),
            Column("by_gap", say("Place by what is missing"), "count"),
            columns.answers(say),
        ),
        RANKS,
        claim=_rankings_claim(answer, disagree, say),
    )


def _moved(answer: WhatFirst, say: Say) -> str:
    return say(
        "{n} of {all} {parts} take another place when the stake is left out.",
        n=say.number(int((answer.ranks != answer.result.plain_ranks).sum())),
        all=say.number(len(answer.parts)),
        parts=wording.listed(answer, say),
    )


def _two_scores(answer: WhatFirst, names: tuple[str, str], say: Say) -> pd.DataFrame:
    """Each part twice: by the score with the stake and without, with its places by four rules."""
    scores = (answer.score.estimate, answer.result.plain.estimate)
    rows = wording.rows(answer, say).assign(
        plain_rank=answer.result.plain_ranks,
        score_rank=answer.ranks,
        by_importance=ranked(answer.result.importance),
        by_gap=ranked(answer.result.gap),
    )
    parts = [
        rows.assign(series=name, value=values / (float(np.nanmax(values)) or 1.0))
        for name, values in zip(names, scores, strict=True)
    ]
    return pd.concat(parts, ignore_index=True)


def _rankings_claim(answer: WhatFirst, disagree: bool, say: Say) -> Claim:
    if not disagree:
        text = phrase("Money changes nothing: the order is the same without it.")
        return claim(say, "level", "confirmed", text)
    plain = int(np.nanargmax(answer.result.plain.estimate))
    if plain == answer.first:
        text = phrase("Two rankings disagree further down; {name} leads both.")
    else:
        text = phrase("Two rankings disagree: without money, {name} comes first.")
    return claim(say, "level", "confirmed", text, {"name": wording.name_of(answer, plain, say)})


def factors(answer: WhatFirst, say: Say) -> Figure:
    worst = answer.worst
    text = say(
        "{name} is rated worst: {mean}. It misses {gap} of the way to the top of the scale.",
        name=wording.name_of(answer, worst, say),
        mean=wording.mean_written(answer, worst, say),
        gap=say.percent(float(answer.result.gap[worst]), 0),
    )
    return Figure(
        "factors",
        text,
        wording.base(answer, say),
        Grid(),
        _by_factor(answer, say),
        (
            part_column(say, answer.level),
            Column("place", say("Place")),
            Column("importance", say("Importance (r)"), "number", 2),
            Column("mean", say("Mean"), "score", answer.scale.digits),
            Column("gap", say("Missing to the top"), "share", 0),
            Column("reach", say("Rated by"), "share", 0),
            wording.stake_column(answer, say),
            columns.answers(say),
        ),
        SCORE,
        notes=wording.study_notes(answer, say),
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("{name} is rated worst: {mean}."),
            {"name": wording.name_of(answer, worst, say)},
            mean=wording.mean_written(answer, worst, say),
        ),
    )


def _by_factor(answer: WhatFirst, say: Say) -> pd.DataFrame:
    result = answer.result
    table = wording.rows(answer, say).assign(
        mean=[answer.scale.value(float(place)) for place in result.mean],
        importance=result.importance,
        gap=result.gap,
        reach=result.reach,
        stake=answer.stake_shown,
        place=wording.places(answer.ranks, say),
    )
    return table.sort_values("rank")


def disagreement(answer: WhatFirst, say: Say) -> str:
    """Where the first place depends on the rule."""
    plain, importance, gap = (
        int(np.nanargmax(values))
        for values in (
            answer.result.plain.estimate,
            answer.result.importance,
            answer.result.gap,
        )
    )
    money = say(
        "Without the stake {name} would come first.", name=wording.name_of(answer, plain, say)
    )
    two = say(
        "By importance alone it is {first}, by what is missing alone {second}: two rules, two"
        " answers.",
        first=wording.name_of(answer, importance, say),
        second=wording.name_of(answer, gap, say),
    )
    agree = say("With and without the stake, the same comes first.")
    return sentences(
        say, money if plain != answer.first else agree, two if importance != gap else ""
    )
