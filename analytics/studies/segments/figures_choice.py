"""Why so many segments: the criteria for every k."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid, Lines
from analytics.studies.segments import CHOICE, figures_sentences, figures_wording
from analytics.studies.segments.compute_choice import LEAST_OF_EACH, LEAST_SILHOUETTE

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.segments.compute import Segments
    from analytics.wording import Say


def choice(answer: Segments, say: Say) -> Figure:
    series = {
        "silhouette": say("Separation (silhouette)"),
        "jaccard_lowest": say("Stability of the weakest (Jaccard)"),
    }
    number, value = say("Number of segments"), say("Value")
    return Figure(
        "choice",
        figures_sentences.choice(answer, say),
        _base(answer, say),
        Lines(
            "number",
            value,
            tuple(series.values()),
            domain=(0, 1),
            has_interval=False,
            x_axis=number,
        ),
        pd.DataFrame(_choice_rows(answer, series)),
        (
            Column("x", number),
            Column("series", say("Criterion")),
            Column("value", value, "number", 2),
        ),
        CHOICE,
        guides=_needed(say),
        is_established=answer.is_beyond_chance,
    )


def _choice_rows(answer: Segments, series: dict[str, str]) -> list[Row]:
    return [
        {
            "x_rank": rank,
            "x": str(row.k),
            "series": name,
            "value": getattr(row, criterion),
            "is_chosen": row.k == answer.k,
        }
        for criterion, name in series.items()
        for rank, row in enumerate(answer.choice[1:])
    ]


def _needed(say: Say) -> pd.DataFrame:
    """What the rule asks of a number of segments."""
    labels = [say("silhouette needed"), say("Jaccard needed")]
    least = [LEAST_SILHOUETTE, LEAST_OF_EACH]
    return pd.DataFrame({"x": [None, None], "y": least, "label": labels})


def criteria(answer: Segments, say: Say) -> Figure:
    table = pd.DataFrame([vars(row) for row in answer.choice])
    table = table.assign(
        label=[_marked(answer, k, say) for k in table["k"]], rank=range(len(table))
    )
    columns = (
        Column("label", say("Number of segments")),
        Column("silhouette", say("Silhouette"), "number", 3),
        Column("calinski_harabasz", say("Calinski–Harabasz"), "number", 0),
        Column("gap", say("Gap"), "number", 3),
        Column("gap_se", say("Error of the gap"), "number", 3),
        Column("jaccard", say("Jaccard, mean"), "number", 2),
        Column("jaccard_lowest", say("Jaccard, lowest"), "number", 2),
        Column("smallest", say("Smallest group"), "share", 1),
        *((Column("bic", "BIC", "number", 0),) if answer.way == "mixture" else ()),
    )
    return Figure(
        "criteria",
        figures_sentences.criteria(answer, say),
        _base(answer, say),
        Grid(),
        table,
        columns,
        CHOICE,
        is_established=answer.is_beyond_chance,
    )


def _base(answer: Segments, say: Say) -> str:
    return figures_wording.base(
        answer, say, say("criteria on {n} of them", n=say.number(answer.criteria_rows))
    )


def _marked(answer: Segments, k: int, say: Say) -> str:
    return say("{k} (shown)", k=k) if k == answer.k else str(k)
