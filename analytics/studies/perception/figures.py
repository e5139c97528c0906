"""The map first, then how much it shows, then the groups on it, and how satisfied each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns, rows
from analytics.figures.claims import with_claims
from analytics.figures.families import family
from analytics.ratings.tally import added
from analytics.stats.cross_tab import cross_tab
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.suppression import NEVER_BELOW, visible_parts
from analytics.studies.perception import OUTCOME, figures_wording
from analytics.studies.perception.figures_axes import axes, inertia
from analytics.studies.perception.figures_claims import Band, claims
from analytics.studies.perception.figures_clusters import base, groups, traits
from analytics.studies.perception.figures_map import placed
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.ratings.tally import Tally
    from analytics.stats.proportion import Proportion
    from analytics.studies.perception.compute import Perception
    from analytics.studies.perception.compute_questions import Coded
    from analytics.wording import Say

SATISFIED = {
    "overall": phrase("satisfied overall"),
    "intention": phrase("planning to come back"),
    "goal_attainment": phrase("who fully reached their goal"),
}


def figures(answer: Perception, say: Say) -> tuple[Figure, ...]:
    band = _best_band(answer)
    shown = (
        placed(answer, say),
        inertia(answer, say),
        groups(answer, say),
        traits(answer, say),
        outcome(answer, band, say),
        axes(answer, say),
    )
    bears = [figure for figure in shown if figure]
    return with_claims(bears, claims(answer, band, say))


def outcome(answer: Perception, band: Band | None, say: Say) -> Figure | None:
    """The first outcome asked, in each group; None without one or for one group."""
    if answer.k < 2 or band is None:
        return None
    key, shares, p = band
    is_visible = visible_parts([share.answers for share in shares], NEVER_BELOW)
    groups_shown = [
        _outcome_row(answer, number, share, say)
        for number, share in enumerate(shares)
        if is_visible[number]
    ]
    if not groups_shown:
        return None
    title = say("Share {outcome}", outcome=say(SATISFIED[key]))
    return Figure(
        key="outcome",
        finding=_outcome_sentence(key, groups_shown, p, say),
        base=base(answer, say, say("shares with Wilson's 95% interval")),
        form=Bars("share", title, has_interval=True, is_dots=True),
        data=pd.DataFrame(groups_shown),
        columns=(
            Column("label", say("Group")),
            Column("about", say("Set apart by")),
            *columns.share(say),
            Column("n", say("Respondents"), "count"),
        ),
        method=OUTCOME,
        notes=(
            say(
                "The outcome took no part in making the groups, but satisfaction with dimensions"
                " may have."
            ),
        ),
        is_established=p <= LEVEL_OF_P,
        families=family(say("The outcome over the groups"), [p]),
    )


def _outcome_row(answer: Perception, number: int, share: Proportion, say: Say) -> Row:
    return rows.of_share(
        share,
        key=str(number),
        label=figures_wording.group(answer, number, say),
        rank=number,
        about=figures_wording.describe(answer, number, say),
        spoken=figures_wording.describe(answer, number, say, is_sentence=True),
    )


def _best_band(answer: Perception) -> Band | None:
    """The share of the best band in each group, and the p of the outcome against the groups."""
    names = figures_wording.columns(answer)
    for key in SATISFIED:
        bands = [at for at, (coded, _) in enumerate(names) if _is_outcome(coded, key)]
        best = [at for at in bands if names[at][0].categories[names[at][1]] == "3"]
        if best and len(bands) > 1:
            by_group = [[row[at] for at in bands] for row in answer.table]
            shares = [
                row[best[0]].share_of(added(cells))
                for row, cells in zip(answer.table, by_group, strict=True)
            ]
            return key, shares, _p_of_bands(answer, by_group)
    return None


def _is_outcome(coded: Coded, key: str) -> bool:
    return coded.question.kind == "outcome" and coded.question.key == key


def _p_of_bands(answer: Perception, by_group: list[list[Tally]]) -> float:
    """Chi-square of bands by groups, on the effective base where answers do not count one each."""
    everybody = added(cell for cells in by_group for cell in cells)
    is_plain = answer.worth == 1 and not everybody.is_weighted
    weights = [[cell.weight for cell in cells] for cells in by_group]
    return cross_tab(weights, None if is_plain else everybody.n_eff * answer.worth).best_p


def _outcome_sentence(key: str, groups_shown: list[Row], p: float, say: Say) -> str:
    high, low = (pick(groups_shown, key=lambda row: float(row["value"])) for pick in (max, min))
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
