"""Exceptions to the rule that whoever is loyal is satisfied: the empty cell, and by name the trap
(satisfied and gone) and the hostages (dissatisfied and back).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid, Likert
from analytics.figures.base_line import base_line
from analytics.figures.families import Family
from analytics.figures.sentences import interval_values, sentences
from analytics.figures.small_bases import is_pale
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.proportion import wilson
from analytics.studies.loyalty import EMPTY_CELL, EXCEPTIONS
from analytics.studies.loyalty.figures_wording import (
    base,
    dissatisfied,
    satisfied,
    score,
    study_notes,
)

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.stats.two_by_two import EmptyCell
    from analytics.studies.loyalty.compute import Loyalty
    from analytics.studies.loyalty.compute_exceptions import Lists
    from analytics.wording import Say
KINDS = {"trap": "trap", "hostages": "hostage"}
"""Of the people listed, by key of the figure that lists them."""


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
        _empty_finding(answer, cell, say),
        base(answer, say),
        Likert(say("Share of answers"), labels),
        pd.DataFrame(rows),
        columns,
        EMPTY_CELL,
        notes=study_notes(answer, say),
        is_established=cell.p < LEVEL_OF_P,
        families=(Family(say("The rule against chance"), 1),),
    )


def _rows(answer: Loyalty, came: bool, labels: tuple[str, ...], say: Say) -> list[Row]:
    counts = [answer.answered.get((came, step), 0) for step in range(answer.steps + 1)]
    n, shown = sum(counts), {each.step for each in answer.by_score if each.is_shown}
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


def _empty_finding(answer: Loyalty, cell: EmptyCell, say: Say) -> str:
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
            " had given {scores}, which leaves room for {most} at most (95% confidence).",
            **values,
        )
    else:
        sentence = say(
            "The rule that whoever is loyal is satisfied has exceptions: {count} of the {n} who"
            " came back had given {scores} ({share}, with 95% confidence at most {most}).",
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


def trap(answer: Loyalty, say: Say) -> Figure | None:
    """None where nobody satisfied stayed away, or too few were satisfied."""
    lists = answer.lists
    if lists is None or lists.satisfied < answer.least or not lists.absent:
        return None
    finding = say(
        "{n} of the {total} who gave {scores} at {edition} did not come to {next}: {share} (95%"
        " interval {low} to {high}). They had declared {turnover} between them.",
        scores=satisfied(answer, say),
        turnover=say.money(lists.absent_turnover, lists.edition.currency),
        **_values(lists, lists.absent, lists.satisfied, say),
    )
    sentence = say(
        "Satisfied and gone: satisfaction alone did not hold them. What did decide can only be"
        " learned by asking."
    )
    return _list(answer, lists, "trap", finding, sentence, say)


def hostages(answer: Loyalty, say: Say) -> Figure | None:
    """None where nobody dissatisfied came back, or too few were dissatisfied."""
    lists = answer.lists
    if lists is None or lists.dissatisfied < answer.least or not lists.back:
        return None
    finding = say(
        "{n} of the {total} who gave {scores} at {edition} came to {next} all the same: {share} (95"
        "% interval {low} to {high}). They had declared {turnover} between them.",
        scores=dissatisfied(answer, say),
        turnover=say.money(lists.back_turnover, lists.edition.currency),
        **_values(lists, lists.back, lists.dissatisfied, say),
    )
    sentence = say(
        "Dissatisfied and back: out of habit, hope or lack of choice. They may leave once there is"
        " another fair."
    )
    return _list(answer, lists, "hostages", finding, sentence, say)


def _values(lists: Lists, n: int, total: int, say: Say) -> dict[str, str]:
    """How many of how many, at which edition and for which next one."""
    share, next_name = wilson(n, total), lists.edition.next_name
    return {
        "n": say.number(n),
        "total": say.number(total),
        "edition": lists.edition.name.worded(say),
        "next": next_name.worded(say) if next_name else "",
        "share": say.percent(share.share),
        **interval_values(say, share),
    }


def _list(answer: Loyalty, lists: Lists, key: str, finding: str, note: str, say: Say) -> Figure:
    table = lists.people[lists.people["kind"] == KINDS[key]].reset_index(drop=True)
    table = table.assign(
        key=table["exhibitor_id"],
        label=table["name"],
        rank=range(len(table)),
        score=[answer.scale.value(overall) for overall in table["overall"]],
        industry=table["industry"].fillna("–"),
    )
    shown = say("the {n} with the largest declared turnover", n=say.number(len(table)))
    caution = say("Declared turnover is what was stated, intentions included; it is not revenue.")
    return Figure(
        key,
        finding,
        base_line(lists.edition.name.worded(say), shown, answer.scale.worded(say)),
        Grid(),
        table,
        _list_columns(answer, lists.edition.currency, say),
        EXCEPTIONS,
        notes=(note, caution),
    )


def _list_columns(answer: Loyalty, currency: str, say: Say) -> tuple[Column, ...]:
    in_currency = say("Turnover ({currency})", currency=currency)
    return (
        Column("label", say("Exhibitor")),
        Column("industry", say("Industry")),
        Column("score", say("Score"), "score", answer.scale.digits - 1),
        Column("editions_before", say("Editions before"), "count"),
        Column("turnover", in_currency if currency else say("Turnover"), "money"),
    )
