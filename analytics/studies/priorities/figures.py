"""The ranking with intervals, where rules of ranking disagree, the factors, and who is at stake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.customers.measures import MONEY_NAMES
from analytics.figures import Bars, Column, Figure, Grid, Headline, columns
from analytics.figures.claims import Certainty, Claim, claim
from analytics.figures.sentences import notes, sentences
from analytics.ratings.levels import part_column
from analytics.studies.priorities import PEOPLE, SCORE
from analytics.studies.priorities import figures_wording as wording
from analytics.studies.priorities.figures_rankings import disagreement, factors, rankings
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.priorities.compute import WhatFirst
    from analytics.wording import Say

SURE, LIKELY = 0.95, 0.5


def figures(answer: WhatFirst, say: Say) -> tuple[Figure, ...]:
    people = _people(answer, say)
    return (
        _overview(answer, say),
        rankings(answer, say),
        factors(answer, say),
        *((people,) if people else ()),
    )


def _overview(answer: WhatFirst, say: Say) -> Figure:
    score = answer.score
    top = float(np.nanmax(score.estimate)) or 1.0
    table = wording.rows(answer, say).assign(
        value=score.estimate / top,
        low=score.low / top,
        high=score.high / top,
        share_first=answer.share_first,
        stake=answer.stake_shown,
    )
    return Figure(
        "overview",
        _finding(answer, say),
        wording.base(answer, say),
        Bars("share", say("Of the highest score"), (0, _end(table)), has_interval=True),
        table.sort_values("rank"),
        (
            part_column(say, answer.level),
            Column("value", say("Of the highest score"), "share", 0),
            *columns.interval(say, "share", 0),
            Column("share_first", say("Came first in resamples"), "share", 0),
            wording.stake_column(answer, say),
            columns.answers(say),
        ),
        SCORE,
        Headline(
            wording.mean_written(answer, answer.first, say),
            say("{name}: fix this first", name=wording.name_of(answer, answer.first, say)),
        ),
        wording.study_notes(answer, say),
        is_established=float(answer.share_first[answer.first]) >= SURE,
        claim=_claim(answer, say),
    )


def _end(table: pd.DataFrame) -> float:
    highest = table[["value", "high"]].max(axis=None)
    return float(np.ceil(max(1.0, highest) * 10) / 10)


def _claim(answer: WhatFirst, say: Say) -> Claim:
    share = float(answer.share_first[answer.first])
    certainty: Certainty = (
        "confirmed" if share >= SURE else "a sign" if share >= LIKELY else "no evidence"
    )
    first = wording.name_of(answer, answer.first, say)
    if answer.first == answer.worst:
        return claim(
            say,
            "difference",
            certainty,
            phrase("Fix {name} first: it is also rated worst."),
            {"name": first},
        )
    return claim(
        say,
        "difference",
        certainty,
        phrase("Fix {name} first; {worst} is rated worst."),
        {"name": first, "worst": wording.name_of(answer, answer.worst, say)},
    )


def _finding(answer: WhatFirst, say: Say) -> str:
    first, worst = answer.first, answer.worst
    lead = say(
        "{name} comes first: {stake} at stake, mean {mean}, correlation with the overall rating"
        " r = {r}; first in {share} of the resamples.",
        name=wording.name_of(answer, first, say),
        stake=wording.stake_written(answer, first, say),
        mean=wording.mean_written(answer, first, say),
        r=say.ratio(float(answer.result.importance[first])),
        share=say.percent(float(answer.share_first[first]), 0),
    )
    return sentences(say, lead, _worst(answer, worst, say), disagreement(answer, say))


def _worst(answer: WhatFirst, worst: int, say: Say) -> str:
    name = wording.name_of(answer, worst, say)
    mean = wording.mean_written(answer, worst, say)
    if worst == answer.first:
        return say("It is also rated worst ({mean}).", mean=mean)
    place = int(answer.ranks[worst])
    if not place:
        return say("{name} is rated worst ({mean}); it has no score.", name=name, mean=mean)
    return say(
        "{name} is rated worst ({mean}) and takes place {place}.",
        name=name,
        mean=mean,
        place=say.number(place),
    )


def _people(answer: WhatFirst, say: Say) -> Figure | None:
    if answer.people.empty:
        return None
    table = _people_table(answer)
    text = say(
        "{n} exhibitors at stake rated {name} low.",
        n=say.number(answer.people_count),
        name=wording.name_of(answer, answer.first, say),
    )
    shown = (
        Column("label", say("Exhibitor")),
        Column("industry", say("Industry")),
        Column("value", say("Lowest rating"), "score", answer.scale.digits),
        *(
            (Column("chance", say("Probability to stay away"), "share", 0),)
            if answer.stakes.has_risk
            else ()
        ),
        *(
            (Column("money", say(MONEY_NAMES[answer.stakes.money]), "money"),)
            if answer.stakes.has_money
            else ()
        ),
    )
    first = say("The largest {n} are listed.", n=say.number(len(table)))
    return Figure(
        "at_stake",
        text,
        wording.base(answer, say),
        Grid(),
        table,
        shown,
        PEOPLE,
        notes=notes(first if len(table) < answer.people_count else ""),
        claim=Claim(text, "confirmed", "level"),
    )


def _people_table(answer: WhatFirst) -> pd.DataFrame:
    people = answer.people
    return pd.DataFrame(
        {
            "key": people["exhibitor_id"],
            "label": people["name"].fillna(people["exhibitor_id"]),
            "rank": range(len(people)),
            "industry": people["industry"].fillna("–"),
            "value": [answer.scale.value(float(place)) for place in people["place"]],
            "chance": people["p"],
            "money": people["money"],
        }
    )
