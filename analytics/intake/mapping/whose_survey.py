"""Whose survey a file holds: who answers decides it, not whom the questions are about.

Exhibitors rate visitors, and visitors rate exhibitors: that a header names 观众 does not make it a
survey of visitors. What the fair's earlier files were weighs most; what points both ways is asked.
"""

from __future__ import annotations

import re
from functools import cache

from analytics.filters import Audience
from analytics.intake.cells.vocabulary import either, vocabulary
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.doubt import Doubt
from analytics.intake.mapping.from_earlier_files import share_known
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.roles import roles_in
from analytics.intake.table.file_kinds import AUDIENCES, kind_of, survey_of
from analytics.intake.table.inspection import Inspection

WEIGHTS = {"named": 6.0, "says": 2.0, "rates": 1.0}
OF_EARLIER = 20.0
KNOWN_SHARE = 0.5
CLEAR = 2.0
"""One side has to weigh so many times as much as the other."""


def audience_of(inspection: Inspection, known: Known) -> tuple[Audience, bool]:
    """Who answered, and whether that is certain. Where nothing speaks for either: exhibitors, as
    surveys of a fair's customers are, which is certain only while the fair asks no visitors.
    """
    evidence = {audience: _evidence(audience, inspection, known) for audience in AUDIENCES}
    first, second = sorted(AUDIENCES, key=lambda audience: -evidence[audience])[:2]
    if evidence[first] == 0:
        return first, not _asks_visitors(known)
    return first, evidence[first] >= CLEAR * evidence[second]


def _asks_visitors(known: Known) -> bool:
    """Has the fair a survey of visitors on file: a further file that says nothing may be one."""
    return any(mapping.kind == survey_of("visitor").key for mapping in known.earlier)


def doubts(mapping: Mapping, inspection: Inspection, known: Known) -> list[Doubt]:
    """The question whose survey this is, where that is not certain."""
    if kind_of(mapping.kind).audience is None or audience_of(inspection, known)[1]:
        return []
    return [Doubt("whose_survey", details={"kind": kind_of(mapping.kind).label})]


def _evidence(audience: Audience, inspection: Inspection, known: Known) -> float:
    """How much speaks for an audience."""
    text = " ".join((inspection.sheet, inspection.file_name, *inspection.titles)).replace("_", " ")
    named_audiences = {other for other in AUDIENCES if _pattern(other, "named").search(text)}
    evidence = WEIGHTS["named"] if named_audiences == {audience} else 0.0
    roles = roles_in(inspection)
    if roles and set(roles.counts) == {audience}:
        evidence += WEIGHTS["named"]
    for column in inspection.columns:
        for part in ("says", "rates"):
            if _pattern(audience, part).search(column.name):
                evidence += WEIGHTS[part]
                break
    is_known = share_known(inspection, known, survey_of(audience).key) >= KNOWN_SHARE
    return evidence + OF_EARLIER * is_known


@cache
def _pattern(audience: Audience, part: str) -> re.Pattern[str]:
    return re.compile(either(vocabulary()["answered_by"][audience][part]), re.IGNORECASE)
