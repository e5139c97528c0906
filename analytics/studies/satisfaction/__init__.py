"""How satisfied, with what? Means, shares, outcomes and groups of one edition beside another."""

from __future__ import annotations

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.groups import group_option
from analytics.ratings.populations import STANDS_FOR
from analytics.ratings.questions import DIMENSION
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

MEANS = Method(
    phrase(
        "Mean ± t × standard error. A mean over several items weighs every rating alike and takes"
        " the error between respondents (linearised ratio). Change: variance v₁ + v₂ − 2 cov,"
        " linearised over firms, cov from the firms that answered both times; Welch's where nobody"
        " did. Smallest change that could be seen: (t.975 + t.80) standard errors, four times out"
        " of five. Across a table, changes carry Holm's p."
    ),
    phrase(
        "Respondents answer independently, several answers of one exhibitor taken together; two"
        " scores of one edition are treated as independent samples, which is cautious. A change is"
        " established only where scale, wording, items, weights and response rate are alike."
    ),
    phrase(
        "Cochran 1977 (means, ratios); Welch 1947, Kish 1965 (change); Holm 1979 (several changes);"
        " Bloom 1995 (smallest change)."
    ),
    phrase(
        "Respondents need not stand for all who came. Answers of “not applicable” are left out,"
        " never averaged. If the items asked differ between editions, part of a change comes from"
        " the questions."
    ),
)
BOXES = Method(
    phrase(
        "Satisfied: share of answers at the two highest points of the scale, dissatisfied: at the"
        " two lowest (one point on scales of fewer than five, a fifth of scales wider than ten)."
        " Wilson's 95% interval. Two questions are called different only if they differ after"
        " correcting for all pairs (Bonferroni)."
    ),
    phrase(
        "Answers to a question are independent, several answers of one exhibitor taken together."
    ),
    phrase("Wilson 1927; Brown, Cai & DasGupta 2001; Newcombe 1998 for differences."),
    phrase(
        "Shares hide how far the other answers lie apart: read them beside the mean and the"
        " distribution."
    ),
)
DISTRIBUTION = Method(
    phrase("Share of each answer among all ratings, from worst to best."),
    phrase(
        "None: the figure describes, it does not test. Ratings of one respondent are not"
        " independent."
    ),
    phrase("Plain counts."),
    phrase("A dimension with many items has more ratings than respondents; n counts ratings."),
)
RECOMMENDATION = Method(
    phrase(
        "Share answering 9 or 10 less share answering 0 to 6, in points; variance (p + d − (p −"
        " d)²) / n, normal interval; weights, and several answers of one exhibitor, by the"
        " linearised error of the mean of 100, 0 and −100. The change is a difference of these"
        " means."
    ),
    phrase("The question was asked from 0 to 10; “don't know” has been left out."),
    phrase("Reichheld 2003, Harvard Business Review 81(12), 46–54."),
    phrase(
        "The score throws away half of what was answered and swings widely in small samples: read"
        " the interval."
    ),
)
OUTCOMES = Method(
    phrase(
        "Share of each answer among those who answered the question, with Wilson's 95% interval."
    ),
    phrase(
        "Answers to a question are independent, several answers of one exhibitor taken together."
    ),
    phrase("Wilson 1927; Brown, Cai & DasGupta 2001."),
    phrase("What people intend is not what they do: compare with who really came back."),
)
GROUPS = Method(
    phrase(
        "Welch's analysis of variance over all groups, then all pairs: Games–Howell's simultaneous"
        " 95% interval and, beside it, Welch's p with Holm's correction. A pair is established"
        " only where both say so."
    ),
    phrase(
        "Answers are independent, several answers of one exhibitor taken together; variances and"
        " sizes of the groups may differ. At most the twelve largest groups."
    ),
    phrase("Welch 1951; Games & Howell 1976; Holm 1979; Olejnik & Algina 2003 for ω²."),
    phrase("Groups may differ in more than their name: a difference between them is no cause."),
)
SCREENING = Method(
    phrase(
        "One Welch test a dimension over the groups; Benjamini–Hochberg over all dimensions keeps"
        " the share of false findings at 5%. Shown: mean of the group less mean of all."
    ),
    phrase("Tests independent or positively dependent, as ratings of the same people are."),
    phrase("Welch 1951; Benjamini & Hochberg 1995 (JRSS B 57, 289–300)."),
    phrase("Screening points to where to look; confirm a finding with the next edition."),
)
RELIABILITY = Method(
    phrase(
        "Cronbach's alpha, k/(k − 1) × (1 − sum of item variances / variance of the sum), over"
        " respondents who answered every item of the dimension. Acceptable from 0.70; below"
        " 0.60 a mean of the items is flagged."
    ),
    phrase("Items are turned the same way and asked on scales that are comparable."),
    phrase("Cronbach 1951; Nunnally & Bernstein 1994 for the readings of 0.6 and 0.7."),
    phrase("Alpha grows with the number of items and is no proof that they measure one thing."),
)
METHODS = (MEANS, BOXES, DISTRIBUTION, RECOMMENDATION, OUTCOMES, GROUPS, SCREENING, RELIABILITY)

STUDY = Study(
    key="satisfaction",
    section="listen",
    title=phrase("Satisfaction"),
    question=phrase("How satisfied, with what?"),
    icon="sentiment_satisfied",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    key_numbers=later(__name__, "figures_satisfied", "key_numbers"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    on_overview=OverviewPlace(10),
    in_decks=(
        DeckPlace("review", 10),
        DeckPlace("review", 15, "overalls"),
        DeckPlace("review", 20, "dimensions"),
        DeckPlace("segment", 10),
        DeckPlace("segment", 20, "dimensions"),
        DeckPlace("segment", 30, "distribution"),
    ),
    options=(
        DIMENSION,
        COMPARE_WITH,
        group_option(phrase("Compare groups by")),
        STANDS_FOR,
        SMALL_BASES,
    ),
    weighs=True,
)
