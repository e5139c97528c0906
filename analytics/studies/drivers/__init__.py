"""What matters, and what to fix first? Derived importance against performance, beside what they say
matters.
"""

from analytics.filters import Option
from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.levels import LEVEL
from analytics.studies.drivers.explained import EVERY
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

STUDY = Study(
    key="drivers",
    section="listen",
    title=phrase("Key drivers"),
    question=phrase("What matters, and what to fix first?"),
    icon="target",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=EVERY,
    reads=("exhibitor_survey", "visitor_survey"),
    on_overview=OverviewPlace(60),
    in_decks=(
        DeckPlace("review", 40),
        DeckPlace("board", 10),
    ),
    options=(
        LEVEL,
        Option(
            "crosshair",
            phrase("Crosshair at"),
            ("mean", "median", "midpoint"),
            (phrase("Average values"), phrase("Median values"), phrase("Middle of the scale")),
        ),
        COMPARE_WITH,
    ),
    weighs=True,
)
