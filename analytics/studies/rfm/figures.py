"""Classes by scores, the grid of recency and frequency, priority points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures as kit
from analytics.customers import figures_wording as wording
from analytics.customers.rfm import CORE, SLIPPING
from analytics.figures import Bars, Column, Figure, Headline, Heatmap, columns
from analytics.figures.claims import claim
from analytics.figures.sentences import notes
from analytics.stats.priority_scores import BEST
from analytics.studies.rfm import CLASSES, POINTS, SCORES
from analytics.studies.rfm.compute import MOST_POINTS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Claim
    from analytics.studies.rfm.compute import Rfm
    from analytics.wording import Say

SINCE = (
    phrase("5: here now"),
    phrase("4: missed one"),
    phrase("3: missed two"),
    phrase("2: missed three"),
    phrase("1: missed more"),
)
OFTEN = (
    phrase("1: seldom"),
    phrase("2: from 40%"),
    phrase("3: from 60%"),
    phrase("4: from 80%"),
    phrase("5: every edition"),
)


def figures(answer: Rfm, say: Say) -> tuple[Figure, ...]:
    return (
        _overview(answer, say),
        _grid(answer, say),
        _priority(answer, say),
        *(figure for figure in kit.kit(answer.classed, say) if figure.key != "concentration"),
    )


def _overview(answer: Rfm, say: Say) -> Figure:
    sizes = answer.classed.sizes
    core = sizes.iloc[CORE]
    headline = Headline(
        say.number(int(core["n"])),
        say("core exhibitors: lately, often, and with much"),
    )
    figure = kit.classes(answer.classed, say, CLASSES, headline)
    return replace(figure, claim=_claim(answer, say), notes=(*_notes(answer, say), *figure.notes))


def _claim(answer: Rfm, say: Say) -> Claim:
    sizes = answer.classed.sizes
    return claim(
        say,
        "level",
        "confirmed",
        phrase("{core} exhibitors come often and bring much; {slipping} missed the last."),
        core=say.number(int(sizes["n"].iloc[CORE])),
        slipping=say.number(int(sizes["n"].iloc[SLIPPING])),
    )


def _notes(answer: Rfm, say: Say) -> tuple[str, ...]:
    missing = say(
        "{n} came lately with no known amount: no money score, not core.",
        n=say.number(answer.missing),
    )
    newcomers = say(
        "{n} came first at this edition: one of one possible is every time by construction.",
        n=say.number(answer.newcomers),
    )
    return notes(
        _bands(answer, say),
        missing if answer.missing else "",
        newcomers if answer.newcomers else "",
    )


def _bands(answer: Rfm, say: Say) -> str:
    if answer.by == "fifths" or not answer.bounds:
        return ""
    return say(
        "Money bands begin at {bounds} ({currency}), of three editions together.",
        bounds=say.listed([say.compact(bound) for bound in answer.bounds]),
        currency=answer.classed.measures.currency or say("currency not said"),
    )


def _grid(answer: Rfm, say: Say) -> Figure:
    cells = answer.grid
    here = int(cells.loc[cells["recency"] == BEST, "n"].sum())
    largest = cells.loc[cells["n"].idxmax()]
    return Figure(
        "grid",
        say(
            "The fullest cell holds {n} of {all} exhibitors: recency {recency}, frequency"
            " {frequency}. {here} have the highest recency.",
            n=say.number(int(largest["n"])),
            all=say.number(answer.classed.n),
            recency=int(largest["recency"]),
            frequency=int(largest["frequency"]),
            here=say.number(here),
        ),
        wording.base(answer.classed, say),
        Heatmap("count", say("Recency"), say("Frequency")),
        _cells(answer, say),
        (
            Column("row", say("Recency")),
            Column("x", say("Frequency")),
            columns.exhibitors(say),
            wording.money_column(answer.classed.measures, say),
        ),
        SCORES,
        notes=notes(_bands(answer, say)),
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("{n} of {all} exhibitors stand in the fullest cell."),
            n=say.number(int(largest["n"])),
            all=say.number(answer.classed.n),
        ),
    )


def _cells(answer: Rfm, say: Say) -> pd.DataFrame:
    cells = answer.grid
    return cells.assign(
        key=cells["recency"].map(str) + cells["frequency"].map(str),
        row_rank=BEST - cells["recency"],
        row=[_score(say, SINCE, BEST - score, answer.by) for score in cells["recency"]],
        x_rank=cells["frequency"],
        x=[_score(say, OFTEN, score - 1, answer.by) for score in cells["frequency"]],
        value=cells["n"],
    )


def _score(say: Say, names: tuple[str, ...], at: int, by: str) -> str:
    """A score as it is written; in fifths it is a place, not a number of editions."""
    text = say(names[int(at)])
    return text.split(":")[0].split("：")[0] if by == "fifths" else text


def _priority(answer: Rfm, say: Say) -> Figure:
    rows = answer.points.sort_values("points", ascending=False)
    table = pd.DataFrame(
        {
            "key": rows["points"].map(str),
            "label": [say("{n} points", n=points) for points in rows["points"]],
            "rank": MOST_POINTS - rows["points"],
            "value": rows["n"],
            "money": rows["money"],
            "n": rows["n"],
        }
    )
    top = int(rows.loc[rows["points"] >= MOST_POINTS - 1, "n"].sum())
    return Figure(
        "points",
        say(
            "{n} of {all} exhibitors have nine or ten of ten priority points.",
            n=say.number(top),
            all=say.number(answer.classed.n),
        ),
        wording.base(answer.classed, say),
        Bars("count", say("Exhibitors")),
        table,
        (
            Column("label", say("Priority points")),
            columns.exhibitors(say),
            wording.money_column(answer.classed.measures, say),
        ),
        POINTS,
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("{n} exhibitors have nine or ten of ten priority points."),
            n=say.number(top),
        ),
    )
