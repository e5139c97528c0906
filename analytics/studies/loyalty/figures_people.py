"""The exceptions by name: the trap (satisfied and gone) and the hostages (dissatisfied and
back).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid
from analytics.figures.base_line import base_line
from analytics.ratings.followed_answers import Followed
from analytics.stats.proportion import wilson
from analytics.studies.loyalty import EXCEPTIONS
from analytics.studies.loyalty.figures_wording import dissatisfied, satisfied, share

if TYPE_CHECKING:
    from analytics.studies.loyalty.compute import Lists, Loyalty
    from analytics.wording import Say


def trap(answer: Loyalty, say: Say) -> Figure | None:
    """None where nobody satisfied stayed away, or too few were satisfied."""
    lists = answer.lists
    if lists is None or lists.satisfied < answer.least or not lists.gone:
        return None
    finding = say(
        "{n} of the {total} who gave {scores} at {edition} did not come to {next}: {share} (95 %"
        " interval {low} to {high}). They had declared {turnover} between them.",
        n=say.number(lists.gone),
        total=say.number(lists.satisfied),
        scores=satisfied(answer, say),
        turnover=say.money(lists.gone_turnover, lists.edition.currency),
        **_names(lists.edition, say),
        **share(wilson(lists.gone, lists.satisfied), say),
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
        " % interval {low} to {high}). They had declared {turnover} between them.",
        n=say.number(lists.back),
        total=say.number(lists.dissatisfied),
        scores=dissatisfied(answer, say),
        turnover=say.money(lists.back_turnover, lists.edition.currency),
        **_names(lists.edition, say),
        **share(wilson(lists.back, lists.dissatisfied), say),
    )
    sentence = say(
        "Dissatisfied and back: out of habit, hope or lack of choice. They may leave once there is"
        " another fair."
    )
    return _list(answer, lists, "hostage", finding, sentence, say)


def _names(edition: Followed, say: Say) -> dict[str, str]:
    return {
        "edition": edition.name.worded(say),
        "next": edition.next_name.worded(say) if edition.next_name else "",
    }


def _list(answer: Loyalty, lists: Lists, kind: str, finding: str, note: str, say: Say) -> Figure:
    table = lists.people[lists.people["kind"] == kind].reset_index(drop=True)
    table = table.assign(
        key=table["exhibitor_id"],
        label=table["name"],
        rank=range(len(table)),
        score=[answer.scale.value(overall) for overall in table["overall"]],
        industry=table["industry"].fillna("–"),
    )
    currency = lists.edition.currency
    columns = (
        Column("label", say("Exhibitor")),
        Column("industry", say("Industry")),
        Column("score", say("Score"), "score", answer.scale.digits - 1),
        Column("editions_before", say("Editions before"), "count"),
        Column(
            "turnover",
            say("Turnover ({currency})", currency=currency) if currency else say("Turnover"),
            "money",
        ),
    )
    shown = say("the {n} with the largest declared turnover", n=say.number(len(table)))
    line = base_line(_names(lists.edition, say)["edition"], shown, answer.scale.worded(say))
    caution = say("Declared turnover is what was stated, intentions included; it is not revenue.")
    key = "trap" if kind == "trap" else "hostages"
    return Figure(
        key, finding, line, Grid(), pd.DataFrame(table), columns, EXCEPTIONS, notes=(note, caution)
    )
