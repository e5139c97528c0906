"""What must be there, what delights? Penalty–reward contrasts; an inference from ratings, no survey
of pairs of questions.
"""

from analytics.filters import Option
from analytics.ratings.levels import LEVEL
from analytics.studies.kano.explained import EVERY
from analytics.study import Study, later
from analytics.wording import phrase

STUDY = Study(
    key="kano",
    section="listen",
    title=phrase("What must be there, what delights?"),
    question=phrase("What costs satisfaction when it is poor, and what wins it when it is good?"),
    icon="balance",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=EVERY,
    reads=("exhibitor_survey", "visitor_survey"),
    options=(
        LEVEL,
        Option(
            "high_from",
            phrase("A high score is"),
            ("usual", "top"),
            (phrase("4 or more of 5"), phrase("4.5 or more of 5")),
        ),
    ),
    weighs=True,
)
