"""The empty cell: if whoever is loyal is satisfied, nobody dissatisfied comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Likert
from analytics.figures.families import Family
from analytics.figures.sentences import sentences
from analytics.figures.small_bases import is_pale
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.loyalty import EMPTY_CELL
from analytics.studies.loyalty.figures_wording import base, dissatisfied, notes, score

if TYPE_CHECKING:
    from analytics.stats.odds_ratio import EmptyCell
    from analytics.studies.loyalty.compute import Loyalty
    from analytics.wording import Say


def empty(answer: Loyalty, say: Say) -> Figure | None:
    """None where nobody came back or nobody was dissatisfied, or either side is too small.

    Scores hidden for their small base are not drawn here either: the two sides together would tell
    it.
    """
    cell = answer.empty
    if cell is None or cell.n < answer.least:
        return None
    labels = tuple(score(answer, step, say) for step in range(answer.steps + 1))
    rows = [row for came in (True, False) for row in _rows(answer, came, labels, say)]
    columns = (
        Column("label", say("Next edition")),
        Column("series", say("Overall satisfaction")),
        Column("share", say("Share"), "share", 1),
        Column("count", say("Exhibitors"), "count"),
        Column("n", say("Answers"), "count"),
    )
    return Figure(
        "empty_cell",
        _finding(answer, cell, say),
        base(answer, say),
        Likert(say("Share of answers"), labels),
        pd.DataFrame(rows),
        columns,
        EMPTY_CELL,
        notes=notes(answer, say),
        is_established=cell.p < LEVEL_OF_P,
        families=(Family(say("The rule against chance"), 1),),
    )


def _rows(
    answer: Loyalty, came: bool, labels: tuple[str, ...], say: Say
) -> list[dict[str, object]]:
    counts = [answer.answered.get((came, step), 0) for step in range(answer.steps + 1)]
    n, shown = sum(counts), {score.step for score in answer.by_score if score.is_shown}
    if n < answer.least:
        return []
    return [
        {
            "key": str(came),
            "label": say("Came back") if came else say("Did not come back"),
            "rank": int(not came),
            "series": label,
            "order": order,
            "share": count / n,
            "count": count,
            "n": n,
            "is_faint": is_pale(n),
        }
        for order, (label, count) in enumerate(zip(labels, counts, strict=True))
        if order in shown
    ]


def _finding(answer: Loyalty, cell: EmptyCell, say: Say) -> str:
    values = {
        "count": say.number(cell.count),
        "n": say.number(cell.n),
        "scores": dissatisfied(answer, say),
        "share": say.percent(cell.count / cell.n),
        "most": say.percent(cell.share_at_most),
        "expected": say.number(cell.expected),
        "p": say.probability(cell.p),
    }
    if cell.count == 0:
        sentence = say(
            "The rule that whoever is loyal is satisfied holds here: none of the {n} who came back"
            " had given {scores}, which leaves room for {most} at most (95 % confidence).",
            **values,
        )
    else:
        sentence = say(
            "The rule that whoever is loyal is satisfied has exceptions: {count} of the {n} who"
            " came back had given {scores} ({share}, with 95 % confidence at most {most}).",
            **values,
        )
    return sentences(say, sentence, _against_chance(cell, values, say))


def _against_chance(cell: EmptyCell, values: dict[str, str], say: Say) -> str:
    if cell.p < LEVEL_OF_P:
        return say(
            "If the two had nothing to do with each other, {expected} would be expected (p {p}).",
            **values,
        )
    return say(
        "That is no fewer than chance would have it ({expected} expected, p {p}): no evidence for"
        " the rule.",
        **values,
    )
