"""How satisfied each group of respondents is, which took no part in making the groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.families import family
from analytics.figures.small_bases import is_pale
from analytics.ratings.tally import added
from analytics.stats.cross_tab import cross_tab
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.suppression import NEVER_BELOW, visible_parts
from analytics.studies.perception import OUTCOME, figures_wording
from analytics.studies.perception.figures_groups import base
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.stats.proportion import Proportion
    from analytics.studies.perception.compute import Perception
    from analytics.wording import Say

SATISFIED = {
    "overall": phrase("satisfied overall"),
    "intention": phrase("planning to come back"),
    "goal_attainment": phrase("who fully reached their goal"),
}


def outcome(answer: Perception, say: Say) -> Figure | None:
    """The first outcome asked, in each group; None without one or for one group."""
    band = _best_band(answer)
    if answer.k < 2 or band is None:
        return None
    key, shares, p = band
    visible = visible_parts([share.answers for share in shares], NEVER_BELOW)
    rows = [
        {
            "key": str(number),
            "label": figures_wording.group(answer, number, say),
            "rank": number,
            "value": share.share,
            "low": share.low,
            "high": share.high,
            "n": int(share.answers),
            "n_eff": share.n,
            "is_faint": is_pale(share.answers),
            "about": figures_wording.describe(answer, number, say),
            "spoken": figures_wording.describe(answer, number, say, is_sentence=True),
        }
        for number, share in enumerate(shares)
        if visible[number]
    ]
    if not rows:
        return None
    return Figure(
        "outcome",
        _outcome_sentence(key, rows, p, say),
        base(answer, say, say("shares with Wilson's 95 % interval")),
        Bars(
            "share",
            say("Share {outcome}", outcome=say(SATISFIED[key])),
            has_interval=True,
            is_dots=True,
        ),
        pd.DataFrame(rows),
        (
            Column("label", say("Group")),
            Column("about", say("Set apart by")),
            Column("value", say("Share"), "share", 1),
            *columns.interval(say, "share", 1),
            Column("n", say("Respondents"), "count"),
        ),
        OUTCOME,
        notes=(
            say(
                "The outcome took no part in making the groups, but satisfaction with dimensions"
                " may have."
            ),
        ),
        is_established=p <= LEVEL_OF_P,
        families=family(say("The outcome over the groups"), [p]),
    )


def _best_band(answer: Perception) -> tuple[str, list[Proportion], float] | None:
    """The share of the best band in each group, and the p of the outcome against the groups."""
    names = figures_wording.columns(answer)
    for key in SATISFIED:
        table_columns = [
            at
            for at, (coded, _) in enumerate(names)
            if coded.question.kind == "outcome" and coded.question.key == key
        ]
        best = [at for at in table_columns if names[at][0].categories[names[at][1]] == "3"]
        if best and len(table_columns) > 1:
            wholes = [added(row[at] for at in table_columns) for row in answer.table]
            shares = [
                row[best[0]].share_of(whole)
                for row, whole in zip(answer.table, wholes, strict=True)
            ]
            everybody, weights = (
                added(wholes),
                [[row[at].weight for at in table_columns] for row in answer.table],
            )
            is_plain = answer.worth == 1 and not everybody.is_weighted
            return (
                key,
                shares,
                cross_tab(weights, None if is_plain else everybody.n_eff * answer.worth).best_p,
            )
    return None


def _outcome_sentence(key: str, rows: list[dict[str, Any]], p: float, say: Say) -> str:
    high, low = (pick(rows, key=lambda row: float(row["value"])) for pick in (max, min))
    values = {
        "outcome": say(SATISFIED[key]),
        "high": say.percent(high["value"], 0),
        "best": high["label"],
        "low": say.percent(low["value"], 0),
        "worst": low["label"],
        "about": high["spoken"],
        "p": say.probability(p),
    }
    if not p <= LEVEL_OF_P:
        return say(
            "Share {outcome}: {low} to {high}; no evidence that the groups differ (p {p}).",
            **values,
        )
    return say(
        "Share {outcome}: {high} of {best} ({about}), {low} of {worst}; that the groups differ is"
        " established (p {p}).",
        **values,
    )
