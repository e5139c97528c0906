"""Do those who come often also spend more when they come? What gamma-gamma stands or falls with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.base_line import base_line
from analytics.figures.sentences import notes, sentences
from analytics.figures.small_bases import is_pale, not_shown
from analytics.stats.suppression import NEVER_BELOW, visible_parts
from analytics.studies.lifetime_value import SPENDING
from analytics.studies.lifetime_value.figures_wording import amount, money_notes, span
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.stats.gamma_gamma import Independence, Verdict
    from analytics.studies.lifetime_value.compute import LifetimeValue
    from analytics.wording import Say

VERDICTS: dict[Verdict, str] = {
    "independent enough": phrase("Money hardly depends on frequency: the model may be used."),
    "doubtful": phrase(
        "Money goes with frequency somewhat: the model is used, and its amounts are doubtful."
    ),
    "refuse": phrase(
        "Money goes with frequency: gamma-gamma is refused, each exhibitor counts at its own mean."
    ),
}


def spending(answer: LifetimeValue, say: Say) -> Figure | None:
    """Mean money per edition by number of editions with a known amount; None without a look, or
    where fewer than five stand behind each number.
    """
    independence = answer.spending.independence
    rows, hidden = _rows(answer, say)
    if independence is None or not rows:
        return None
    title = say("Mean per edition")
    if answer.currency:
        title = say("Mean per edition ({currency})", currency=answer.currency)
    return Figure(
        "spending",
        _finding(answer, independence, say),
        base_line(
            say("n = {n} exhibitors with a known amount", n=say.number(independence.plain.n)),
            span(answer, say),
        ),
        Bars("money", title, has_interval=True, is_dots=True),
        pd.DataFrame(rows),
        (
            Column("label", say("Editions with an amount")),
            columns.exhibitors(say),
            Column("value", title, "money"),
            *columns.interval(say, "money"),
        ),
        SPENDING,
        notes=notes(*money_notes(answer, say), *not_shown(say, NEVER_BELOW, hidden)),
        is_established=independence.verdict != "refuse",
    )


def _rows(answer: LifetimeValue, say: Say) -> tuple[list[Row], list[str]]:
    """What may be shown, and the names of what may not."""
    table = answer.spending.by_times.to_dict("records")
    shown = visible_parts([row["firms"] for row in table], NEVER_BELOW)
    named = [_times(row["paid"], say) for row in table]
    hidden = [name for name, is_in in zip(named, shown, strict=True) if not is_in]
    rows: list[Row] = [
        {
            "key": str(row["paid"]),
            "label": named[rank],
            "rank": rank,
            "value": row["mean"],
            "low": row["low"],
            "high": row["high"],
            "n": row["firms"],
            "is_faint": is_pale(row["firms"]),
        }
        for rank, row in enumerate(table)
        if shown[rank]
    ]
    return rows, hidden


def _times(paid: int, say: Say) -> str:
    return say("{n} editions", n=paid) if paid > 1 else say("1 edition")


def _finding(answer: LifetimeValue, independence: Independence, say: Say) -> str:
    rank, plain = independence.by_rank.r, independence.plain
    looked = say(
        "Money per edition and number of editions: Spearman {rank}, Pearson {r} (95 % interval"
        " {low} to {high}).",
        rank=say.ratio(rank),
        r=say.ratio(plain.r),
        low=say.ratio(plain.low),
        high=say.ratio(plain.high),
    )
    model = answer.spending.model
    mean = (
        say(
            "An exhibitor of whom nothing is known is expected to spend {mean} per edition.",
            mean=amount(answer, model.population_mean, say),
        )
        if model is not None and answer.has_money
        else ""
    )
    return sentences(say, looked, say(VERDICTS[independence.verdict]), mean)
