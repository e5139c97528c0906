"""Every dimension in every group, screened for where to look."""

from __future__ import annotations

import pandas as pd

from analytics.figures import Column, Figure, Heatmap, columns
from analytics.figures.base_line import answers_of_rows, base_line
from analytics.figures.families import Family
from analytics.figures.rows import Row
from analytics.figures.sentences import some_of
from analytics.studies.satisfaction import SCREENING
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.wording import Say


def screening(answer: Satisfaction, say: Say) -> Figure:
    """Each dimension in each group against the mean of all."""
    bases = [n for dimension in answer.screened for _, _, n in dimension.distances]
    family = say.number(len(answer.screened))
    method = say("Welch tests, Benjamini–Hochberg over {family} dimensions", family=family)
    distance = say("Above or below the mean of all")
    return Figure(
        key="screening",
        finding=_screening_sentence(answer, say),
        base=base_line(answers_of_rows(say, bases), answer.focus.name.worded(say), method),
        form=Heatmap("change", say("Dimension"), say("Group"), is_diverging=True),
        data=pd.DataFrame(_screened_rows(answer, say)),
        columns=(
            Column("row", say("Dimension")),
            Column("x", say("Group")),
            Column("value", distance, "change", answer.dimensions.scale.digits),
            columns.answers(say),
            Column("p", say("p (Welch)"), "p"),
            Column("adjusted_p", say("p (Benjamini–Hochberg)"), "p"),
        ),
        method=SCREENING,
        is_established=any(dimension.is_established for dimension in answer.screened),
        families=(
            Family(say("Dimensions over the groups"), len(answer.screened), "benjamini-hochberg"),
        ),
    )


def _screened_rows(answer: Satisfaction, say: Say) -> list[Row]:
    places = {group.name: place for place, group in enumerate(answer.groups.groups)}
    return [
        {
            "row": dimension.name.worded(say),
            "row_rank": rank,
            "x": answer.grouping.named(group, say),
            "x_rank": places[group],
            "value": distance,
            "n": n,
            "p": dimension.p,
            "adjusted_p": dimension.adjusted_p,
            "key": dimension.key,
        }
        for rank, dimension in enumerate(answer.screened)
        for group, distance, n in dimension.distances
    ]


def _screening_sentence(answer: Satisfaction, say: Say) -> str:
    standing = tuple(dimension.name for dimension in answer.screened if dimension.is_established)
    values = {"family": say.number(len(answer.screened)), "kind": answer.grouping.kinds(say)}
    if not standing:
        return say(
            "Screening {family} dimensions, no difference between {kind} is established.", **values
        )
    return say(
        "Screening {family} dimensions, {count} differ between {kind}: {names}.",
        **values,
        count=say.number(len(standing)),
        names=some_of(say, standing),
    )
