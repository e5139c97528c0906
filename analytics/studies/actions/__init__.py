"""What is done about it? Who does what by when, at what cost, and did what it aimed at move?"""

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

EFFECT = Method(
    phrase(
        "Answers to the questions aimed at, at the edition the action was decided on and the next"
        " one held, against the questions that no action aimed at: least squares on question,"
        " after, and after × acted on. Errors by firm over both editions; the spread by which"
        " untouched questions drift apart is added. Moved: the 95% interval lies above zero. Did"
        " not move: its upper end is below the target. Else: cannot tell."
    ),
    phrase(
        "Without the action these questions would have changed as the others did. Who answered is"
        " comparable; every answer counts once."
    ),
    phrase(
        "Angrist & Pischke 2009, Mostly Harmless Econometrics (ch. 5); Liang & Zeger 1986; Donald &"
        " Lang 2007; Satterthwaite 1946"
    ),
    phrase(
        "Whatever is unusually low one year tends to rise the next by itself: an action chosen for"
        " that reason looks better than it is. Each interval stands for itself: of forty actions"
        " without any effect, one looks as if it had moved something."
    ),
)
GAIN = Method(
    phrase(
        "Effect × how many more exhibitors come back for a better rating of the same questions"
        " (slope within editions, errors by exhibitor) × exhibitors of the edition × money each ×"
        " margin, for one edition. The interval is that of a product of two estimates."
    ),
    phrase(
        "The link between rating and coming back was observed, not tried: it may have other causes"
        " that an action does not touch."
    ),
    phrase("Goodman 1960 (Journal of the American Statistical Association 55, 708–713)"),
    phrase("An order of magnitude for a budget talk, not a forecast."),
)
BOARD = Method(
    phrase("The actions as they were entered, the first due first; the newest version counts."),
    phrase("Dates and costs are those that were entered."),
    phrase("No estimate: a list"),
    phrase("An action that is done has not yet worked: the next edition says so."),
)

METHODS = (EFFECT, GAIN, BOARD)

STUDY = Study(
    key="actions",
    section="act",
    title=phrase("Actions"),
    question=phrase("What is done about it, by whom, and did it help?"),
    icon="task_alt",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    options=(SMALL_BASES,),
    on_overview=OverviewPlace(48),
    in_decks=(
        DeckPlace("actions", 10),
        DeckPlace("actions", 20, "evidence"),
        DeckPlace("actions", 30, "gain"),
        DeckPlace("actions", 40, "board"),
        DeckPlace("actions", 60, "goals"),
    ),
    unweighted=phrase("Not weighted: both editions and all questions are compared as answered."),
)
