"""Why do they exhibit, and do they get it? Objectives named, their drift, attainment and
satisfaction.
"""

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.populations import STANDS_FOR
from analytics.study import OverviewPlace, Study, later
from analytics.wording import phrase

SHARES = Method(
    phrase(
        "Respondents who named the objective ÷ respondents who named at least one; Wilson's 95%"
        " interval. Shares add up to more than 100%, for several may be named. Changes between the"
        " editions: Newcombe's method 10 with the covariance of firms that answered both times,"
        " Holm over the objectives."
    ),
    phrase(
        "Who named no objective did not answer the question. A change is established only where the"
        " same list was offered and weights and response rate are alike."
    ),
    phrase("Wilson 1927; Newcombe 1998; Holm 1979."),
    phrase(
        "A list that was worded or ordered differently moves the shares by itself. Shares of one"
        " edition are not tested against each other: the same people gave them."
    ),
)
DRIFT = Method(
    phrase(
        "Share of each objective at every edition where it was offered, with Wilson's 95%"
        " interval. Trend: Cochran–Armitage test with the number of the edition as score, Holm over"
        " the objectives."
    ),
    phrase(
        "Answers are independent within and between editions; exhibitors who answered at several"
        " editions weaken this."
    ),
    phrase("Cochran 1954; Armitage 1955; Holm 1979."),
    phrase(
        "A straight rise is what the test looks for: a share that went up and down again may show"
        " no trend. Who answers changes from edition to edition, too."
    ),
)
REACHED = Method(
    phrase(
        "Of respondents who rated whether they reached their goal: the share who did at least by"
        " and large (the two best answers of three, or the upper end of longer scales), Wilson's 95"
        "% interval. Each objective is tested against those who did not name it (score test), Holm"
        " over the objectives."
    ),
    phrase(
        "A respondent rates their goal once, whatever they came for, and counts under every"
        " objective they named."
    ),
    phrase("Wilson 1927; Newcombe 1998; Holm 1979."),
    phrase("With several objectives named, nobody knows which of them the answer was about."),
)
ATTAINED = Method(
    phrase(
        "Of respondents who named the objective and said which ones they reached: the share who"
        " named it among those; Wilson's 95% interval."
    ),
    phrase("Both questions offered the same list."),
    phrase("Wilson 1927."),
    phrase(
        "Who left the second question blank may have reached nothing: they are left out, so the"
        " shares lean upwards."
    ),
)
PULL = Method(
    phrase(
        "Mean of overall satisfaction among those who gave each answer on their goal, with 95% t"
        " interval; the best answer less the worst by Welch's interval."
    ),
    phrase(
        "Respondents answer independently, several answers of one exhibitor taken together;"
        " variances may differ."
    ),
    phrase("Welch 1947."),
    phrase(
        "Both answers come from one questionnaire and one mood: this is no proof that reaching a"
        " goal makes satisfied, nor of the reverse."
    ),
)

METHODS = (SHARES, DRIFT, REACHED, ATTAINED, PULL)

STUDY = Study(
    key="objectives",
    section="listen",
    title=phrase("Objectives"),
    question=phrase("Why do they come, and do they get it?"),
    icon="flag",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    on_overview=OverviewPlace(100, "shares"),
    options=(COMPARE_WITH, STANDS_FOR, SMALL_BASES),
    weighs=True,
)
