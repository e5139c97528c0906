"""Every study, in the order a reader meets them: THE list."""

from __future__ import annotations

from analytics.errors import UnknownStudy
from analytics.studies.churn import STUDY as CHURN
from analytics.studies.drivers import STUDY as DRIVERS
from analytics.studies.expectation import STUDY as EXPECTATION
from analytics.studies.intention import STUDY as INTENTION
from analytics.studies.kano import STUDY as KANO
from analytics.studies.loyalty import STUDY as LOYALTY
from analytics.studies.objectives import STUDY as OBJECTIVES
from analytics.studies.perception import STUDY as PERCEPTION
from analytics.studies.respondents import STUDY as RESPONDENTS
from analytics.studies.retention import STUDY as RETENTION
from analytics.studies.satisfaction import STUDY as SATISFACTION
from analytics.studies.satisfaction_turnover import STUDY as SATISFACTION_TURNOVER
from analytics.studies.segments import STUDY as SEGMENTS
from analytics.studies.trends import STUDY as TRENDS
from analytics.study import Study
from analytics.wording import phrase

STUDIES: tuple[Study, ...] = (
    SATISFACTION,
    TRENDS,
    DRIVERS,
    KANO,
    EXPECTATION,
    PERCEPTION,
    OBJECTIVES,
    RESPONDENTS,
    SATISFACTION_TURNOVER,
    LOYALTY,
    INTENTION,
    RETENTION,
    CHURN,
    SEGMENTS,
)

SECTIONS: dict[str, str] = {
    "overview": phrase("Overview"),
    "listen": phrase("Listen"),
    "prove": phrase("Prove"),
    "know": phrase("Know"),
    "act": phrase("Act"),
    "present": phrase("Present"),
    "data": phrase("Data"),
}


def study(key: str) -> Study:
    """The study with this key. Raises UnknownStudy."""
    for one in STUDIES:
        if one.key == key:
            return one
    raise UnknownStudy(key, tuple(one.key for one in STUDIES))
