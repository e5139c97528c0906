"""Who is about to leave? Probabilities with reasons, learnt on closed editions and tested on the
next.
"""

from analytics.figures import Method
from analytics.study import OverviewPlace, Study, later
from analytics.wording import phrase

RISK = Method(
    phrase(
        "Probability of not being on the register of the next edition, from a logit of"
        " person-periods (one row per exhibitor and edition attended) learnt on all closed"
        " editions; expected numbers are sums of probabilities. Prediction interval: on log-odds,"
        " the root mean square of the errors at the editions tested times Student's t, never"
        " narrower than chance alone; from two tests on."
    ),
    phrase(
        "What drove departures will drive the next; registers are complete; given what is known,"
        " editions of one exhibitor are independent."
    ),
    phrase("Allison 1982; Singer & Willett 1993; Chatfield 1993 for intervals from own errors"),
    phrase(
        "Absent next time is not gone for good. A new venue, date, price or rival is in no model;"
        " the range of earlier tests says how far off such sums were."
    ),
)
LIST = Method(
    phrase(
        "Sorted by probability × turnover declared now, else the time before; the 30 largest. What"
        " speaks for it: terms with the largest coefficient × (exhibitor − mean of this edition),"
        " in log-odds, at least 0.1."
    ),
    phrase(
        "Turnover stands for what an exhibitor is worth to the fair; where none is declared"
        " anywhere, probability alone sorts."
    ),
    phrase("Steyerberg 2019; no estimate beyond the model's: a list"),
    phrase(
        "Reasons show what the model looked at, not why the exhibitor would leave. Call, and ask."
    ),
)
TESTS = Method(
    phrase(
        "Each edition is foretold by a model learnt on the editions before it only (never a random"
        " split). AUC with DeLong's interval; Brier score, and its gain over the share that stayed"
        " away before, row by row with a t interval."
    ),
    phrase("Exhibitors of one edition are independent of each other."),
    phrase("Brier 1950; DeLong, DeLong & Clarke-Pearson 1988; Steyerberg 2019"),
    phrase(
        "A high AUC does not make probabilities right, and right probabilities need not tell people"
        " apart: look at both."
    ),
)
CALIBRATION = Method(
    phrase(
        "Exhibitors of the last closed edition in ten groups of equal size by what was foretold;"
        " share that stayed away with Wilson's interval. Slope: coefficient of the foretold"
        " log-odds; test: Spiegelhalter's z."
    ),
    phrase("The model had not seen this edition's outcome."),
    phrase("Cox 1958; Spiegelhalter 1986; Van Calster 2019"),
    phrase("One edition tests one year: a model right last time can be wrong next time."),
)
COEFFICIENTS = Method(
    phrase(
        "Maximum-likelihood logit of staying away; odds ratio = exp(coefficient) with a Wald"
        " interval, per step named. An overall rating not given counts as the middle of the scale,"
        " with a term of its own; unknown areas likewise at the usual area; changes not known count"
        " as none. Terms enter while 10 departures stand behind each column."
    ),
    phrase(
        "Log-odds are straight in each term; an indicator for what is missing leaves a little bias"
        " in the others."
    ),
    phrase("Cox 1958; Allison 1982; Jones 1996; Peduzzi et al. 1996; Holm 1979"),
    phrase(
        "Odds ratios of different steps cannot be ranked by size. Exhibitors who came before the"
        " first edition on file look new there."
    ),
)
LEARNING = Method(
    phrase(
        "A model needs 30 participations that were followed by the next edition and 30 that were"
        " not, before the last closed edition, and 10 of the rarer kind per column; each test needs"
        " as many before the edition tested."
    ),
    phrase("Fewer give probabilities that are mostly chance."),
    phrase("Peduzzi et al. 1996; Steyerberg 2019"),
    phrase("That nothing can be learnt is no sign that nobody is about to leave."),
)

METHODS = (RISK, LIST, TESTS, CALIBRATION, COEFFICIENTS, LEARNING)

STUDY = Study(
    key="churn",
    section="prove",
    title=phrase("Risk of leaving"),
    question=phrase("Who is about to leave?"),
    icon="logout",
    analyse=later(__name__, "compute", "analyse"),
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
