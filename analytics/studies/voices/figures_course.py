"""The themes edition by edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Heatmap, columns
from analytics.figures.base_line import base_line, first_to_last
from analytics.figures.claims import claim
from analytics.studies.voices import THEMES
from analytics.studies.voices import figures_wording as wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.voices.compute import Voices
    from analytics.wording import Say


def course(answer: Voices, say: Say) -> Figure | None:
    """Shares of texts by theme and edition; None with one edition or no theme to show."""
    of = answer.course
    if len(of.editions) < 2 or of.cells.empty:
        return None
    table = pd.DataFrame(_rows(answer, say))
    top = of.cells.assign(share=of.cells["count"] / of.cells["texts"])
    leading = top.loc[top.groupby("edition_id")["share"].idxmax(), "theme"].value_counts()
    line = next(line for line in of.lines if line.key == leading.index[0])
    values = {"n": say.number(int(leading.iloc[0])), "all": say.number(len(of.editions))}
    names = [edition.name.worded(say) for edition in of.editions]
    sentence = phrase("{theme} was named most at {n} of {all} editions.")
    return Figure(
        "course",
        say(sentence, theme=line.name.worded(say), **values),
        base_line(
            say(wording.TEXTS[answer.source], n=say.number(sum(e.responses for e in of.editions))),
            first_to_last(say, names),
        ),
        Heatmap("share", say("Theme"), say("Edition")),
        table,
        (
            Column("row", say("Theme")),
            columns.edition(say, "x"),
            Column("value", say("Share"), "share", 1),
            Column("count", say("Texts"), "count"),
            columns.base(say),
        ),
        THEMES,
        notes=(say("Cells of one to four texts are left empty."),),
        claim=claim(
            say, "level", "confirmed", sentence, {"theme": line.name.worded(say)}, **values
        ),
    )


def _rows(answer: Voices, say: Say) -> list[Row]:
    of = answer.course
    ranks = {edition.key: rank for rank, edition in enumerate(of.editions)}
    names = {edition.key: edition.name.worded(say) for edition in of.editions}
    lines = {line.key: (rank, line.name.worded(say)) for rank, line in enumerate(of.lines)}
    return [
        {
            "key": f"{cell.theme}.{cell.edition_id}",
            "row": lines[cell.theme][1],
            "row_rank": lines[cell.theme][0],
            "x": names[cell.edition_id],
            "x_rank": ranks[cell.edition_id],
            "value": cell.named / cell.texts,
            "count": cell.named,
            "n": cell.texts,
        }
        for cell in of.cells.rename(columns={"count": "named"}).itertuples(index=False)
    ]
