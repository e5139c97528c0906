"""The segments: their sizes, profiles, places on the map, categories and largest members."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid, Headline, Heatmap, Scatter, columns
from analytics.figures.families import Family
from analytics.studies.segments import (
    GROUPING,
    LARGEST,
    MAP,
    PROFILE,
    STANDING_OUT,
    figures_sentences,
    figures_wording,
)

if TYPE_CHECKING:
    from analytics.studies.segments.compute import Axis, Segments
    from analytics.wording import Say

MOST_LOADINGS = 2


def overview(answer: Segments, say: Say) -> Figure:
    table_columns = (
        Column("label", say("Segment")),
        columns.exhibitors(say),
        Column("share", say("Share"), "share", 1),
        Column("total", _turnover_title(answer, say), "money"),
        Column("turnover_share", say("Share of turnover"), "share", 1),
        *(figures_wording.column(answer, name, say) for name in answer.features),
        Column("jaccard", say("Stability (Jaccard)"), "number", 2),
    )
    return Figure(
        "overview",
        figures_sentences.overview(answer, say),
        figures_wording.base(answer, say),
        Grid(),
        _overview_table(answer, say),
        table_columns,
        GROUPING,
        _headline(answer, say),
        figures_wording.study_notes(answer, say),
        is_established=answer.is_beyond_chance,
    )


def profiles(answer: Segments, say: Say) -> Figure:
    names, table = figures_wording.names(answer, say), answer.profile
    order = {name: rank for rank, name in enumerate(answer.features)}
    data = pd.DataFrame(
        {
            "key": table["segment"].map(str),
            "row_rank": table["segment"],
            "row": [names[s] for s in table["segment"]],
            "x_rank": table["feature"].map(order),
            "x": [figures_wording.feature(name, say) for name in table["feature"]],
            "value": table["z"],
            "v": table["v"],
            "mean": [
                figures_wording.value(answer, f, m, say)
                for f, m in zip(table["feature"], table["mean"], strict=True)
            ],
        }
    )
    table_columns = (
        Column("row", say("Segment")),
        Column("x", say("Feature")),
        Column("mean", say("Mean")),
        Column("value", say("Distance from all (z)"), "number", 2),
        Column("v", say("v-test"), "number", 1),
    )
    return Figure(
        "profiles",
        figures_sentences.profile(answer, say),
        figures_wording.base(answer, say),
        Heatmap("number", say("Segment"), say("Feature"), (-2, 2), is_diverging=True),
        data,
        table_columns,
        PROFILE,
        notes=(
            say("Colour: distance of the segment's mean from that of all, in standard deviations."),
        ),
        is_established=answer.is_beyond_chance,
        drill="members",
    )


def placed(answer: Segments, say: Say) -> Figure:
    names = figures_wording.names(answer, say)
    data = answer.map.assign(
        series=[names[s] for s in answer.map["segment"]], label=answer.map["name"]
    )
    titles = [_axis(axis, say) for axis in answer.axes] + [""]
    table_columns = (
        Column("label", say("Exhibitor")),
        Column("series", say("Segment")),
        Column("x", titles[0], "number", 2),
        Column("y", titles[1], "number", 2),
    )
    drawn = say("{n} exhibitors drawn", n=say.number(len(data)))
    return Figure(
        "map",
        figures_sentences.map_(answer, say),
        figures_wording.base(answer, say, drawn),
        Scatter(titles[0], titles[1], "number", "number", has_labels=False, series=tuple(names)),
        data,
        table_columns,
        MAP,
        is_established=answer.is_beyond_chance,
    )


def who(answer: Segments, say: Say) -> Figure:
    names = figures_wording.names(answer, say)
    data = answer.who.assign(
        label=[names[s] for s in answer.who["segment"]],
        field=[say(figures_sentences.FIELDS[field]) for field in answer.who["field"]],
    )
    table_columns = (
        Column("label", say("Segment")),
        Column("field", say("Field")),
        Column("category", say("Category")),
        columns.exhibitors(say),
        Column("share", say("Share in the segment"), "share", 1),
        Column("share_overall", say("Share of all"), "share", 1),
        Column("v", say("v-test"), "number", 1),
        Column("p", say("p (Benjamini–Hochberg)"), "p"),
    )
    tests = int(data["tests"].iloc[0])
    return Figure(
        "who",
        figures_sentences.who(answer, say),
        figures_wording.base(answer, say),
        Grid(),
        data,
        table_columns,
        STANDING_OUT,
        families=(Family(say("Categories over the segments"), tests, "benjamini-hochberg"),),
    )


def members(answer: Segments, say: Say) -> Figure:
    names, top = figures_wording.names(answer, say), answer.top
    data = top.assign(
        series=[names[s] for s in top["segment"]],
        label=top["name"],
        key=top["exhibitor_id"],
        **_plain(answer, top),
    )
    if len(data):
        richest = figures_sentences.richest(answer)
        data = data.sort_values("segment", key=lambda segment: segment != richest, kind="stable")
    table_columns = (
        Column("series", say("Segment")),
        Column("label", say("Exhibitor")),
        Column("total_turnover", _turnover_title(answer, say), "money"),
        *(figures_wording.column(answer, name, say, is_one=True) for name in answer.features),
    )
    return Figure(
        "members",
        figures_sentences.members(answer, say),
        figures_wording.base(answer, say),
        Grid(),
        data,
        table_columns,
        LARGEST,
    )


def _headline(answer: Segments, say: Say) -> Headline:
    if answer.k == 1:
        return Headline("1", say("group: no segments"))
    return Headline(
        say.number(answer.k), say("segments of {n} exhibitors", n=say.number(answer.grouped))
    )


def _overview_table(answer: Segments, say: Say) -> pd.DataFrame:
    means = answer.profile.pivot(index="segment", columns="feature", values="mean")
    table = answer.segments.rename(columns={"turnover": "total"})
    return table.assign(
        key=table["segment"].map(str),
        label=figures_wording.names(answer, say),
        rank=table["segment"],
        **_plain(answer, means),
    )


def _plain(answer: Segments, table: pd.DataFrame) -> dict[str, list[float]]:
    """The features of a table as numbers in their own units."""
    return {
        name: [figures_wording.plain(answer, name, mean) for mean in table[name]]
        for name in answer.features
    }


def _turnover_title(answer: Segments, say: Say) -> str:
    if answer.currency:
        return say("Turnover declared so far ({currency})", currency=answer.currency)
    return say("Turnover declared so far")


def _axis(axis: Axis, say: Say) -> str:
    """The features that weigh most, with the sign they point to."""
    heaviest = sorted(axis.loadings, key=lambda name: -abs(axis.loadings[name]))[:MOST_LOADINGS]
    parts = [
        f"{'+' if axis.loadings[name] > 0 else '−'} {figures_wording.feature(name, say)}"
        for name in heaviest
    ]
    return say(
        "{features} ({share} of differences)",
        features=("、" if say.language == "zh" else ", ").join(parts),
        share=say.percent(axis.share, 0),
    )
