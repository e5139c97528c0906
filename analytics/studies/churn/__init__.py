"""Who is about to leave? Probabilities with reasons, learnt on closed editions and tested on the
next.
"""

from analytics.studies.churn.methods import METHODS
from analytics.study import OverviewPlace, Study, later
from analytics.wording import phrase

STUDY = Study(
    key="churn",
    section="prove",
    title=phrase("Risk of leaving"),
    question=phrase("Who is about to leave?"),
    icon="logout",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations", "complaints"),
    on_overview=OverviewPlace(50),
    names_people=("risks",),
    audiences=("exhibitor",),
    is_slow=True,
    unweighted=phrase(
        "Not weighted: the model learns from everybody on the register, whether they answered or"
        " not."
    ),
)
