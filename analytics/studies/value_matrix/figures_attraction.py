"""How much each industry attracts, part by part, ranked; fit is not on file, which is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.figures import Column, Figure, Heatmap, columns
from analytics.figures.claims import claim
from analytics.figures.sentences import notes
from analytics.studies.value_matrix import ATTRACTION
from analytics.studies.value_matrix.compute_attraction import PARTS, TOGETHER
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.value_matrix.compute import ValueMatrix
    from analytics.wording import Say

MOST_INDUSTRIES = 20
PART_NAMES = {
    TOGETHER: phrase("Attraction"),
    "spend": phrase("Spending"),
    "cross_buy": phrase("Buying more (stand, coming)"),
    "recommendation": phrase("Recommendation"),
    "service": phrase("Little effort"),
    "staying": phrase("Low risk"),
}
COSTS = {
    ("complaints",): phrase("Effort is complaints only: no dated contacts are on file for it."),
    ("contacts",): phrase("Effort is contacts only: no complaints are on file for it."),
}


def attraction(answer: ValueMatrix, say: Say) -> Figure | None:
    """Industries ranked by attraction; None where fewer than two can be compared."""
    rows = answer.attraction.means
    whole = rows[rows["part"] == TOGETHER].sort_values(
        ["place", "industry"], ascending=[False, True]
    )
    if len(whole) < 2:
        return None
    title = say("Place among all exhibitors (0–100)")
    ends = {"best": float(whole["place"].iloc[0]), "last": float(whole["place"].iloc[-1])}
    values = {name: say.number(place, 0) for name, place in ends.items()}
    return Figure(
        "attraction",
        say(
            "The industry that attracts most stands at {best} of 100, the last at {last}.", **values
        ),
        wording.base(answer.classed, say),
        Heatmap("number", say("Industry"), title, (0, 100)),
        _table(rows, whole["industry"].tolist()[:MOST_INDUSTRIES], say),
        (
            Column("row", say("Industry")),
            Column("x", say("Part of attraction")),
            Column("value", title, "number", 0),
            columns.exhibitors(say),
        ),
        ATTRACTION,
        notes=_notes(answer, len(whole), say),
        claim=claim(
            say,
            "level",
            "a sign",
            phrase("The industry that attracts most stands at {best} of 100, the last at {last}."),
            **values,
        ),
    )


def _table(rows: pd.DataFrame, ranked: list[str], say: Say) -> pd.DataFrame:
    shown = rows[rows["industry"].isin(ranked)]
    parts = (TOGETHER, *PARTS)
    return pd.DataFrame(
        {
            "key": shown["industry"],
            "row_rank": shown["industry"].map(ranked.index),
            "row": shown["industry"],
            "x_rank": shown["part"].map(parts.index),
            "x": [say(PART_NAMES[name]) for name in shown["part"]],
            "value": shown["place"],
            "n": shown["n"],
        }
    ).sort_values(["row_rank", "x_rank"], ignore_index=True)


def _notes(answer: ValueMatrix, ranked: int, say: Say) -> tuple[str, ...]:
    means, missing = answer.attraction.means, answer.attraction.missing
    costs, alone = answer.attraction.costs, answer.attraction.alone
    left_out = means["industry"].nunique() - min(ranked, MOST_INDUSTRIES)
    return notes(
        say("The parts on file count alike (equal weights); high attracts in each."),
        say(
            "Left out, for fewer than five exhibitors are known by it: {values}.",
            values=say.listed(tuple(say(PART_NAMES[name]) for name in missing)),
        )
        if missing
        else "",
        say(COSTS[costs]) if costs in COSTS else "",
        say(
            "Industries not shown, for lacking five exhibitors in a part or after the first"
            " {most}: {n}.",
            most=MOST_INDUSTRIES,
            n=say.number(left_out),
        )
        if left_out
        else "",
        say(
            "{n} exhibitors have no known industry, or one of fewer than five: not compared.",
            n=say.number(alone),
        )
        if alone
        else "",
        say(
            "Fit to own capacity is not shown: nothing on file says it. It needs, by industry, how"
            " much space and service the fair can offer."
        ),
    )
