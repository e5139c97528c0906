"""At which stage is each exhibitor? The rule table of stages at this edition and the one before.

Method: `analytics.customers.stages` on what was known at each edition. Assumption: registers are
complete; editions not held are nobody's absence. Source: Dwyer, Schurr & Oh 1987.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from analytics.customers.classing import MOST_LISTED, Classed, Classing, classed, named
from analytics.customers.measures import read_measures, register
from analytics.customers.relation_levels import (
    Cuts,
    Evidence,
    Prospects,
    counted,
    evidence,
    levels,
)
from analytics.customers.stages import (
    NOT_YET,
    STAGES,
    WEAKENING,
    is_reactivated,
    is_shrinking,
    stages,
)
from analytics.studies.lifecycle.compute_decline import Decline, read_decline
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.store import Reader

LEAST_EDITIONS = 2


@dataclass(frozen=True, eq=False)
class Lifecycle:
    """`weakening`: those at that stage who left it last, with the most money so far; `shrinking`
    counts those who still come with less, `reactivated` those back after a gap, `unknown_start`
    those on the first register on file. `levels`: by view how many stand at each level, None where
    its evidence is not on file; `known` says which evidence is. `decline`: what those who stayed
    away had rated lower.
    """

    classed: Classed
    weakening: pd.DataFrame
    count_weakening: int
    shrinking: int
    reactivated: int
    unknown_start: int
    has_shrinking: bool
    cuts: Cuts
    levels: dict[str, list[int | None]]
    known: frozenset[Evidence]
    decline: Decline


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Lifecycle:
    """Raises NothingChosen without participations, NotEnough below two editions on file or five
    exhibitors.
    """
    measures = read_measures(reader, filters, options.get("money", "auto"), LEAST_EDITIONS)
    is_first_ever, has_shrinking = measures.settings.is_first_ever, options["shrinking"] == "yes"
    cuts = Cuts(int(options["trust"]), int(options["gone"]), float(options["yes"]))
    rule = partial(
        stages,
        is_first_ever=is_first_ever,
        with_shrinking=has_shrinking,
        trust=cuts.trust,
        missed=cuts.missed,
    )
    answer = classed(reader, filters, measures, Classing(STAGES, rule, NOT_YET))
    now = measures.now
    rows = now.assign(
        **{"class": answer.codes, "class_before": answer.codes_before}, money_before=now["money_1"]
    )
    weak = rows[answer.codes == WEAKENING].sort_values(
        ["money_before", "exhibitor_id"], ascending=[False, True]
    )
    unknown = now["is_on_first_register"] & (not is_first_ever)
    prospects = _prospects(reader, filters)
    known = evidence(now, prospects)
    return Lifecycle(
        answer,
        named(reader, filters, weak.head(MOST_LISTED)),
        len(weak),
        int(is_shrinking(now).sum()),
        int(is_reactivated(now).sum()),
        int(unknown.sum()),
        has_shrinking,
        cuts,
        counted(levels(now, answer.codes, cuts), prospects, known),
        known,
        read_decline(reader, filters, measures),
    )


def _prospects(reader: Reader, filters: Filters) -> Prospects:
    values = {"slice": register(filters).slice(), "fair": filters.fair}
    return Prospects(**reader.rows(statement(__package__, "prospects"), **values)[0])
