"""Every study, in the order a reader meets them: THE list. Overview and ready-made decks follow
from what each declares.
"""

from __future__ import annotations

from collections.abc import Collection
from operator import itemgetter

from analytics.errors import UnknownStudy
from analytics.studies.abc import STUDY as ABC
from analytics.studies.account_owners import STUDY as ACCOUNT_OWNERS
from analytics.studies.actions import STUDY as ACTIONS
from analytics.studies.churn import STUDY as CHURN
from analytics.studies.complaints import STUDY as COMPLAINTS
from analytics.studies.customer import STUDY as CUSTOMER
from analytics.studies.drivers import STUDY as DRIVERS
from analytics.studies.expectation import STUDY as EXPECTATION
from analytics.studies.intention import STUDY as INTENTION
from analytics.studies.kano import STUDY as KANO
from analytics.studies.lifecycle import STUDY as LIFECYCLE
from analytics.studies.lifetime_value import STUDY as LIFETIME_VALUE
from analytics.studies.loyalty import STUDY as LOYALTY
from analytics.studies.objectives import STUDY as OBJECTIVES
from analytics.studies.perception import STUDY as PERCEPTION
from analytics.studies.priorities import STUDY as PRIORITIES
from analytics.studies.respondents import STUDY as RESPONDENTS
from analytics.studies.retention import STUDY as RETENTION
from analytics.studies.rfm import STUDY as RFM
from analytics.studies.satisfaction import STUDY as SATISFACTION
from analytics.studies.satisfaction_turnover import STUDY as SATISFACTION_TURNOVER
from analytics.studies.segments import STUDY as SEGMENTS
from analytics.studies.selection import STUDY as SELECTION
from analytics.studies.simulator import STUDY as SIMULATOR
from analytics.studies.trends import STUDY as TRENDS
from analytics.studies.triangle import STUDY as TRIANGLE
from analytics.studies.value_matrix import STUDY as VALUE_MATRIX
from analytics.studies.voices import STUDY as VOICES
from analytics.study import Deck, Study
from analytics.wording import phrase

STUDIES: tuple[Study, ...] = (
    SATISFACTION,
    TRENDS,
    DRIVERS,
    KANO,
    EXPECTATION,
    PERCEPTION,
    OBJECTIVES,
    VOICES,
    RESPONDENTS,
    SATISFACTION_TURNOVER,
    LOYALTY,
    INTENTION,
    RETENTION,
    CHURN,
    CUSTOMER,
    SELECTION,
    ABC,
    LIFECYCLE,
    RFM,
    VALUE_MATRIX,
    SEGMENTS,
    LIFETIME_VALUE,
    ACCOUNT_OWNERS,
    PRIORITIES,
    SIMULATOR,
    TRIANGLE,
    ACTIONS,
    COMPLAINTS,
)

SECTIONS: dict[str, str] = {
    "overview": phrase("Overview"),
    "listen": phrase("Listen"),
    "prove": phrase("Prove"),
    "know": phrase("Customers"),
    "act": phrase("Act"),
    "present": phrase("Present"),
    "data": phrase("Data"),
}


MOST_CARDS = 6
"""Cards on the overview: the first studies that answer, in their order."""
MOST_VISITOR_CARDS = 4
"""Cards about visitors below them, where visitors were asked."""


def study(key: str) -> Study:
    """The study with this key. Raises UnknownStudy."""
    for candidate in STUDIES:
        if candidate.key == key:
            return candidate
    raise UnknownStudy(key, tuple(candidate.key for candidate in STUDIES))


def on_overview() -> tuple[Study, ...]:
    """The studies whose cards stand on the overview, in their order there."""
    ranked = [(study.on_overview.rank, study) for study in STUDIES if study.on_overview]
    return tuple(study for _, study in sorted(ranked, key=itemgetter(0)))


def about_visitors() -> tuple[Study, ...]:
    """Those of them that a survey of visitors answers."""
    return tuple(study for study in on_overview() if "visitor_survey" in study.reads)


def invited(candidate: Study, loaded: Collection[str]) -> tuple[str, ...]:
    """The kinds of files a study reads and that nobody has loaded yet, surveys of the other side
    left out.
    """
    surveys = {"exhibitor_survey", "visitor_survey"}
    has_survey = bool(surveys & set(loaded))
    return tuple(
        kind
        for kind in candidate.reads
        if kind not in loaded and not (kind in surveys and has_survey)
    )


def in_deck(deck: Deck) -> tuple[tuple[Study, str], ...]:
    """The figures of a ready-made deck, study and key, in reading order."""
    ranked = [
        (place.rank, (study, place.figure))
        for study in STUDIES
        for place in study.in_decks
        if place.deck == deck
    ]
    return tuple(figure for _, figure in sorted(ranked, key=itemgetter(0)))
