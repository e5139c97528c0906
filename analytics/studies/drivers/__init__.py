"""What matters, and what to fix first? Derived importance against performance, beside what they say matters."""

from analytics.scores.editions import COMPARE_WITH
from analytics.scores.levels import LEVEL
from analytics.studies.drivers.explained import EVERY
from analytics.studies.drivers.figures import figures
from analytics.studies.drivers.method import Drivers, analyse
from analytics.study import Option, Study
from analytics.wording import phrase

__all__ = ["STUDY", "Drivers"]

STUDY = Study(
    key="drivers",
    section="listen",
    title=phrase("Key drivers"),
    question=phrase("What matters, and what to fix first?"),
    icon="target",
    analyse=analyse,
    figures=figures,
    methods=EVERY,
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
)
