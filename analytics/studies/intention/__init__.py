"""They say they come back; do they? Stated intention, kept or not, and what it is worth as a
forecast.
"""

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.ratings.populations import STANDS_FOR
from analytics.study import OverviewPlace, Study, later
from analytics.wording import phrase

STATED = Method(
    phrase("Share of each answer among those who answered this question; Wilson interval."),
    phrase("One answer a respondent; respondents are a random part of the exhibitors."),
    phrase("Wilson 1927"),
    phrase(
        "What is said politely at the stand is not a booking: the next figures show what such words"
        " were worth."
    ),
)
KEPT = Method(
    phrase(
        "Exhibitors who answered, by what they said; share on the register of the next edition on"
        " file. Wilson interval on the effective base n/deff: the answers of one exhibitor at"
        " several editions are taken together."
    ),
    phrase(
        "Registers are complete, an answer speaks for its exhibitor, and editions not held are"
        " neither a return nor an absence."
    ),
    phrase("Wilson 1927; Kish 1965; Morwitz, Steckel & Gupta 2007"),
    phrase(
        "Who plans to come and who comes share other causes (size, habit): the words need not be"
        " what brings them."
    ),
)
BY_EDITION = Method(
    phrase(
        "The same share edition by edition; Wilson intervals; best against lowest answer by the"
        " score test, Holm over the editions."
    ),
    phrase("Each edition's answers are those of exhibitors on its register."),
    phrase("Wilson 1927; Newcombe 1998; Holm 1979"),
    phrase(
        "One edition has few answers and may show nothing by itself: look also whether all point"
        " the same way."
    ),
)
CALIBRATION = Method(
    phrase(
        "Foretold: share of those who gave the same answer at all earlier editions and came. Within"
        " chance: not told apart by the score test of the two shares, earlier answers on their"
        " effective base, Holm over all. Slope: 1 + how far the log-odds moved from those foretold,"
        " for each unit of the answer's log-odds over all editions; 1 where words are worth what"
        " they were."
    ),
    phrase(
        "An edition is never foretold from itself or from later ones; the interval of the slope"
        " holds the error of both."
    ),
    phrase("Cox 1958; Oldham 1962; Steyerberg 2019; Newcombe 1998; Kish 1965; Holm 1979"),
    phrase(
        "Calibrated is not sharp: the same share foretold for everybody would be calibrated too."
    ),
)
FORECAST = Method(
    phrase(
        "Σ share of each answer × share of that answer that came back at all earlier editions; the"
        " interval comes from how far off earlier forecasts were (root mean square on log-odds"
        " times Student's t); before two of them, from the Wilson intervals of the latter, on"
        " effective bases."
    ),
    phrase(
        "Words are kept as they were before, and nothing else changes (price, date, place,"
        " competing fairs)."
    ),
    phrase("Morwitz, Steckel & Gupta 2007; Zou & Donner 2008; Chatfield 1993"),
    phrase(
        "With fewer than two earlier forecasts the interval does not hold what makes one edition"
        " unlike another."
    ),
)

METHODS = (STATED, KEPT, BY_EDITION, CALIBRATION, FORECAST)

STUDY = Study(
    key="intention",
    section="prove",
    title=phrase("Stated intention"),
    question=phrase("They say they come back; do they?"),
    icon="record_voice_over",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "participations"),
    on_overview=OverviewPlace(49),
    options=(STANDS_FOR, SMALL_BASES),
    audiences=("exhibitor",),
    weighs=True,
)
