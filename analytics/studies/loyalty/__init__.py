"""Prove it: do satisfied customers come back? Return by score, ratios, the curve, the exceptions by
name.
"""

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

BY_SCORE = Method(
    phrase(
        "Exhibitors who answered, by overall score (half points with the point below); share on the"
        " register of the next edition on file. Wilson interval on the effective base n/deff: an"
        " exhibitor that answered at several editions counts each time, but its rows are taken"
        " together. Trend: Cochran–Armitage."
    ),
    phrase(
        "Registers are complete, an answer speaks for its exhibitor, and editions not held are"
        " neither a return nor an absence."
    ),
    phrase("Wilson 1927; Kish 1965; Armitage 1955"),
    phrase(
        "Satisfied exhibitors differ in more than satisfaction: they may be larger and have come"
        " more often. Nothing here says that raising a score would bring anybody back."
    ),
)
RATIOS = Method(
    phrase(
        "Shares: share back of the first group ÷ that of the second, Katz interval. Odds: (back ÷"
        " gone) of the first group ÷ that of the second, Woolf interval; all on effective counts."
        " Others held equal: exp of the coefficient of a logit with terms for edition, number of"
        " editions before (0, 1, 2, 3+) and stand size (powers of two). Satisfied and dissatisfied"
        " are the upper and the lower quarter of the scale."
    ),
    phrase("Given what is held equal, an exhibitor's chances at several editions are independent."),
    phrase("Woolf 1955; Katz et al. 1978; Allison 1982; Jones & Sasser 1995"),
    phrase(
        "Odds are not shares: where most come back, the odds ratio is much larger than the ratio of"
        " shares. The textbook's six times is one company's repurchase study, not a constant."
    ),
)
CURVE = Method(
    phrase(
        "Logit of return on the score; the line is its share at each score. Bend: likelihood-ratio"
        " test against a logit with a term for every score, on effective counts."
    ),
    phrase("The steps of the scale mean the same to everybody."),
    phrase("Cox 1958; Jones & Sasser 1995"),
    phrase(
        "A line straight in the odds is bent in shares. No evidence of a bend is no evidence of"
        " none."
    ),
)
EMPTY_CELL = Method(
    phrase(
        "Share of the dissatisfied among those who came back, with its exact one-sided upper limit"
        " (3/n when none was seen); p: chance of so few or fewer if return and satisfaction had"
        " nothing to do with each other (hypergeometric)."
    ),
    phrase(
        "The counts are of answers; limit and p stand on as many as they are worth where exhibitors"
        " answered at several editions."
    ),
    phrase("Clopper & Pearson 1934; Hanley & Lippman-Hand 1983"),
    phrase(
        "The rule runs one way only: it says nothing of the satisfied who leave. An exhibitor may"
        " come back for reasons that have nothing to do with the fair."
    ),
)
EXCEPTIONS = Method(
    phrase(
        "Exhibitors of the last edition that another followed: satisfied (upper quarter of the"
        " scale) and not on the next register; dissatisfied (lower quarter) and on it. At most 20,"
        " the largest declared turnover first; Wilson interval for the share."
    ),
    phrase(
        "One exhibitor is one company throughout; two names of one company must be merged first."
    ),
    phrase("Jones & Sasser 1995; Wilson 1927"),
    phrase(
        "A list of cases, not an estimate: each has a reason of its own. Absent once is not gone"
        " for good."
    ),
)
MATCHING = Method(
    phrase(
        "Answers with an overall rating; those whose code or name leads to an exhibitor; of these,"
        " who stands on the register of the same edition and on that of the next. Wilson intervals;"
        " the difference by Newcombe's method 10, all editions together."
    ),
    phrase(
        "A name that leads to the wrong exhibitor makes the link weaker, never stronger, on"
        " average."
    ),
    phrase("Wilson 1927; Newcombe 1998"),
    phrase(
        "The newest answers say nothing about return before the next edition has been held and its"
        " register is loaded."
    ),
)

METHODS = (BY_SCORE, RATIOS, CURVE, EMPTY_CELL, EXCEPTIONS, MATCHING)

STUDY = Study(
    key="loyalty",
    section="prove",
    title=phrase("Satisfaction and return"),
    question=phrase("Do satisfied customers come back?"),
    icon="favorite",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "participations"),
    in_decks=(
        DeckPlace("review", 50),
        DeckPlace("board", 20),
    ),
    names_people=("trap", "hostages"),
    options=(SMALL_BASES,),
    audiences=("exhibitor",),
    weighs=True,
    not_weighted=(EMPTY_CELL, EXCEPTIONS, MATCHING),
)
