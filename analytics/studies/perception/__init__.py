"""Who thinks alike? A map of profile, objectives and satisfaction, and the groups of respondents on
it.
"""

from analytics.filters import Option
from analytics.studies.perception.explained import METHODS
from analytics.study import Study, later
from analytics.wording import phrase

STUDY = Study(
    key="perception",
    section="listen",
    title=phrase("Perception map"),
    question=phrase("Who thinks alike?"),
    icon="scatter_plot",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    options=(
        Option(
            "parts",
            phrase("The map is made of"),
            ("all", "profile", "opinion"),
            (
                phrase("Profile, objectives and satisfaction"),
                phrase("Profile and objectives"),
                phrase("Objectives and satisfaction"),
            ),
        ),
        Option(
            "bands",
            phrase("Satisfaction in"),
            ("two", "three"),
            (phrase("two bands: satisfied or not"), phrase("three bands")),
        ),
        Option(
            "k",
            phrase("Number of groups"),
            ("auto", *(str(k) for k in range(2, 9))),
            (phrase("as the tree suggests"), *(str(k) for k in range(2, 9))),
        ),
    ),
    is_slow=True,
    weighs=True,
)
