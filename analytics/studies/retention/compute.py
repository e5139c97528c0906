"""Who comes back? Flows between held editions, three shares with two denominators, cohorts,
survival.

Method: SQL counts exhibitors by pattern of presence; retention = here now and last time ÷ here last
time; repeat share = seen before ÷ here now; all-editions share = at every edition so far ÷ here
now; Wilson intervals; Kaplan–Meier over held editions. Assumption: the register of each edition is
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
    flows = edition_flows(presence, counts)
    with_first = options.get("history") == "all"
    curve = survival_by_step(*_steps(presence, counts, with_first))
    return Retention(
        by_edition=_by_edition(editions, flows, answers),
        cohorts=cohorts(presence, counts),
        view=options.get("cohort", "classic"),
        survival=curve,
        median=median_time(curve),
        has_first_edition=with_first,
        left_out_first=flows[0].exhibitors,
        times=participation_counts(presence, counts),
        exhibitors=int(counts.sum()),
        change=_change(flows),
        least=smallest(options),
        has_profile=bool(options.get("profile")),
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
    editions: pd.DataFrame, flows: tuple[EditionFlow, ...], answers: list[dict[str, Any]]
) -> pd.DataFrame:
    import pandas as pd

    by_place = {row["place"]: row for row in answers}
    rows, place = [], 0
    for edition in editions.to_dict("records"):
        columns: dict[str, Any] = {}
        if edition["is_on_file"]:
            answered = _respondent_columns(by_place.get(place), is_first=place == 0)
            columns = _flow_columns(flows, place) | answered
            place += 1
        rows.append(edition | columns)
    return pd.DataFrame(rows)


def _flow_columns(flows: tuple[EditionFlow, ...], place: int) -> dict[str, Any]:
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
        | _share("retention", flow.returning, previous)
        | _share("repeat_share", flow.returning + flow.reactivated, flow.exhibitors if place else 0)
        | _share("all_editions_share", always, flow.exhibitors if place else 0)
    )


def _respondent_columns(row: dict[str, Any] | None, is_first: bool) -> dict[str, Any]:
    """Nobody can have been before at the first edition on file."""
    respondents = row["respondents"] if row else 0
    base = 0 if is_first else respondents
    repeaters, always = (row["repeaters"], row["always"]) if row and base else (0, 0)
    return (
        {"respondents": respondents}
        | _share("respondents_repeat_share", repeaters, base)
        | _share("respondents_all_editions_share", always, base)
    )


def _share(name: str, count: int, base: int) -> dict[str, float]:
    share = wilson(count, base) if base else NOBODY
    return {name: share.share, f"{name}_low": share.low, f"{name}_high": share.high}


def _change(flows: tuple[EditionFlow, ...]) -> ProportionDifference | None:
    """Retention at the last edition less that at the one before; both need somebody to come
    back.
    """
    if len(flows) < 3:
        return None
    bases = flows[-2].exhibitors, flows[-3].exhibitors
    if min(bases) < NEVER_BELOW:
        return None
    return newcombe(wilson(flows[-1].returning, bases[0]), wilson(flows[-2].returning, bases[1]))
