"""Who comes back? Flows between held editions, three shares with two denominators, cohorts,
survival.

Method: SQL counts exhibitors by pattern of presence; retention = here now and last time ÷ here last
time; repeat share = seen before ÷ here now; all-editions share = at every edition so far ÷ here
now. Registers are counted, so these have no interval for this fair (Wilson's for the process:
`ratings.populations`); Kaplan–Meier over held editions; two retentions compared with the covariance
of exhibitors that stand behind both. Assumption: the register of each edition is
complete; what happened before the first edition on file is unknown. Source: Farris, Bendle, Pfeifer
& Reibstein 2010; Kaplan & Meier 1958; Wilson 1927.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan
from typing import TYPE_CHECKING, Any

import numpy as np

from analytics.errors import NotEnough, NothingChosen
from analytics.figures.small_bases import smallest
from analytics.ratings.populations import HERE, Populations, of_edition, of_register
from analytics.stats.kaplan_meier import MedianTime, SurvivalCurve, median_time, survival_by_step
from analytics.stats.proportion import Proportion, ProportionDifference, newcombe, wilson
from analytics.stats.retention import (
    Cohort,
    EditionFlow,
    cohorts,
    edition_flows,
    participation_counts,
    transitions,
)
from analytics.stats.suppression import NEVER_BELOW
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.stats.arrays import BoolArray, IntArray
    from analytics.store import Reader

EDITIONS_NEEDED = 2
NOBODY = Proportion(0, 0, nan, nan, nan, 0.95)


@dataclass(frozen=True, eq=False)
class Retention:
    """`by_edition`: one row per edition up to the last chosen (edition_id, number, year, name_zh,
    name_en, is_on_file, exhibitors, new, returning, reactivated, lapsed, previous; retention,
    repeat_share and all_editions_share, 0–1, each with _low and _high; respondents,
    respondents_repeat_share, respondents_all_editions_share, each with _low and _high).

    Editions not held, or held without a register on file, stand with `is_on_file` False and nothing
    counted. `change` is this edition's retention less the last one's. `view` names the curve of the
    cohort grid.
    """

    by_edition: pd.DataFrame
    cohorts: tuple[Cohort, ...]
    view: str
    survival: SurvivalCurve
    median: MedianTime
    has_first_edition: bool
    left_out_first: int
    times: IntArray
    exhibitors: int
    change: ProportionDifference | None
    least: int
    has_profile: bool
    stands_for: str

    @property
    def on_file(self) -> pd.DataFrame:
        """The editions with a register, oldest first; row i is place i of cohorts and flows."""
        return self.by_edition[self.by_edition["is_on_file"]].reset_index(drop=True)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Retention:
    """Raises NothingChosen without any participation, NotEnough below 2 editions on file or 5
    exhibitors.
    """
    whole = replace(filters, editions=(), audience="exhibitor")
    editions = reader.frame(
        statement(__package__, "editions"),
        fair=filters.fair,
        editions=list(filters.editions) or None,
    )
    editions["is_on_file"] = editions["is_held"].astype(bool) & (editions["registered"] > 0)
    values = {
        "slice": whole.slice(),
        "held": editions.loc[editions["is_on_file"], "edition_id"].tolist(),
    }
    patterns = reader.rows(statement(__package__, "patterns"), **values)
    _check(patterns, len(values["held"]))
    answers = reader.rows(statement(__package__, "respondents"), **values)
    return solve(
        editions, patterns, answers, options | {"profile": "yes" if filters.profile else ""}
    )


def solve(
    editions: pd.DataFrame,
    patterns: list[dict[str, Any]],
    answers: list[dict[str, Any]],
    options: dict[str, str],
) -> Retention:
    """The answer from the editions (`is_on_file`), the patterns of presence and the respondents
    among them.
    """
    presence, counts = _presence(patterns, int(editions["is_on_file"].sum()))
    flows, stands_for = edition_flows(presence, counts), options.get("stands_for", "process")
    with_first = options.get("history") == "all"
    curve = survival_by_step(*_steps(presence, counts, with_first))
    return Retention(
        by_edition=_by_edition(editions, flows, answers, stands_for),
        cohorts=cohorts(presence, counts),
        view=options.get("cohort", "classic"),
        survival=curve,
        median=median_time(curve),
        has_first_edition=with_first,
        left_out_first=flows[0].exhibitors,
        times=participation_counts(presence, counts),
        exhibitors=int(counts.sum()),
        change=_change(flows, presence, counts),
        least=smallest(options),
        has_profile=bool(options.get("profile")),
        stands_for=stands_for,
    )


def _check(patterns: list[dict[str, Any]], editions: int) -> None:
    exhibitors = sum(row["exhibitors"] for row in patterns)
    if not exhibitors:
        raise NothingChosen("participations")
    if editions < EDITIONS_NEEDED:
        raise NotEnough("editions", EDITIONS_NEEDED, editions)
    if exhibitors < NEVER_BELOW:
        raise NotEnough("exhibitors", NEVER_BELOW, exhibitors)


def _presence(patterns: list[dict[str, Any]], editions: int) -> tuple[BoolArray, IntArray]:
    """Patterns × editions of true and false, and how many exhibitors share each pattern."""
    presence = np.zeros((len(patterns), editions), dtype=bool)
    for row, pattern in enumerate(patterns):
        presence[row, [int(place) for place in str(pattern["pattern"]).split(",")]] = True
    return presence, np.array([row["exhibitors"] for row in patterns], dtype=np.int64)


def _steps(presence: BoolArray, counts: IntArray, with_first: bool) -> tuple[IntArray, IntArray]:
    steps = transitions(presence, counts, with_first_edition=with_first)
    return steps.at_risk, steps.left


def _by_edition(
    editions: pd.DataFrame,
    flows: tuple[EditionFlow, ...],
    answers: list[dict[str, Any]],
    stands_for: str,
) -> pd.DataFrame:
    import pandas as pd

    by_place = {row["place"]: row for row in answers}
    rows, place = [], 0
    for edition in editions.to_dict("records"):
        columns: dict[str, Any] = {}
        if edition["is_on_file"]:
            whose = of_edition(flows[place].exhibitors, stands_for)
            answered = _respondent_columns(by_place.get(place), whose, is_first=place == 0)
            columns = _flow_columns(flows, place, stands_for) | answered
            place += 1
        rows.append(edition | columns)
    return pd.DataFrame(rows)


def _flow_columns(flows: tuple[EditionFlow, ...], place: int, stands_for: str) -> dict[str, Any]:
    flow = flows[place]
    previous = flows[place - 1].exhibitors if place else 0
    always = round(flow.all_editions_share * flow.exhibitors) if place and flow.exhibitors else 0
    return (
        {
            "exhibitors": flow.exhibitors,
            "new": flow.new,
            "returning": flow.returning,
            "reactivated": flow.reactivated,
            "lapsed": flow.lapsed,
            "previous": previous,
        }
        | _of_register("retention", flow.returning, previous, stands_for)
        | _of_register(
            "repeat_share",
            flow.returning + flow.reactivated,
            flow.exhibitors if place else 0,
            stands_for,
        )
        | _of_register("all_editions_share", always, flow.exhibitors if place else 0, stands_for)
    )


def _of_register(name: str, count: int, base: int, stands_for: str) -> dict[str, float]:
    return _share(name, of_register(wilson(count, base), stands_for) if base else NOBODY)


def _respondent_columns(
    row: dict[str, Any] | None, whose: Populations, is_first: bool
) -> dict[str, Any]:
    """Nobody can have been before at the first edition on file."""
    respondents = row["respondents"] if row else 0
    base = 0 if is_first else respondents
    repeaters, always = (row["repeaters"], row["always"]) if row and base else (0, 0)

    def of_respondents(name: str, count: int) -> dict[str, float]:
        share = whose.share(wilson(count, base), base, HERE) if base else NOBODY
        return _share(name, share)

    return (
        {"respondents": respondents}
        | of_respondents("respondents_repeat_share", repeaters)
        | of_respondents("respondents_all_editions_share", always)
    )


def _share(name: str, share: Proportion) -> dict[str, float]:
    return {name: share.share, f"{name}_low": share.low, f"{name}_high": share.high}


def _change(
    flows: tuple[EditionFlow, ...], presence: BoolArray, counts: IntArray
) -> ProportionDifference | None:
    """Retention at the last edition less that at the one before; both need somebody to come
    back.
    """
    if len(flows) < 3:
        return None
    bases = flows[-2].exhibitors, flows[-3].exhibitors
    if min(bases) < NEVER_BELOW:
        return None
    now, then = wilson(flows[-1].returning, bases[0]), wilson(flows[-2].returning, bases[1])
    # Whoever was at both earlier editions stands behind both shares, and came back the first time.
    behind_both = flows[-2].returning
    stayed = int(counts[presence[:, -3:].all(axis=1)].sum())
    apart = (1 - then.share) * (stayed - behind_both * now.share)
    return newcombe(now, then, apart / (bases[0] * bases[1]))
