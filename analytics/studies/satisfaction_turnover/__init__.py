"""Does satisfaction go with turnover? Between editions, and between exhibitors of the same
edition.
"""

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Option
from analytics.ratings.populations import STANDS_FOR
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

BETWEEN_EDITIONS = Method(
    phrase(
        "Pearson's r of mean overall satisfaction and turnover, a pair an edition; 95% interval"
        " tanh(atanh r ± 1.96/√(n − 3)); p from all n! orders of the editions (|r*| ≥ |r|), above"
        " ten editions from 99,999 random ones."
    ),
    phrase(
        "Editions are independent draws, which a rising series is not; so the same r without the"
        " straight line in time and between changes stands beside it."
    ),
    phrase("Fisher 1921; Granger & Newbold 1974; Pyper & Peterman 1998"),
    phrase(
        "Two trends are not a link, a link is not a cause, and declared turnover is not revenue: it"
        " includes intentions, and prices and exchange rates move."
    ),
)
WAYS_OF_ASKING = Method(
    phrase(
        "Pearson's r, Spearman's rho and Kendall's tau-b of the levels; r of what is left after a"
        " straight line in time (partial correlation, n − 3 degrees of freedom); r of the changes"
        " from one held edition to the next."
    ),
    phrase(
        "The trend is straight; where an edition lacks a value, the changes to and from it are left"
        " out, not bridged."
    ),
    phrase("Spearman 1904; Kendall 1938; Granger & Newbold 1974; Pyper & Peterman 1998"),
    phrase(
        "The ways answer one question and are not five proofs. When the levels agree and the"
        " changes do not, trust the changes."
    ),
)
LEAVE_ONE_OUT = Method(
    phrase("Pearson's r of the levels, computed anew without each edition in turn."),
    phrase("A link that hangs on one edition is not a link between editions."),
    phrase("Quenouille 1956; Tukey 1958"),
    phrase("A narrow range does not remove a common trend: all the editions share it."),
)
WITHIN_EDITIONS = Method(
    phrase(
        "r of the score and the logarithm of own turnover, after the edition's mean is taken from"
        " both; Fisher's interval with the number of ratings reduced to (Σm)²/Σm², m the times an"
        " exhibitor appears (weighted: what its ratings count together), and one less for each"
        " further edition."
    ),
    phrase("Exhibitors who answered and declared a turnover above 0 are like those who did not."),
    phrase("Fisher 1921; Kish 1965"),
    phrase(
        "Large and small exhibitors differ in more than satisfaction; who sells well may also be"
        " satisfied because of it."
    ),
)
BY_SCORE = Method(
    phrase(
        "Geometric mean of declared turnover by score (half points with the point below): each"
        " exhibitor's log turnover as a difference from its edition's mean, averaged, put back at"
        " the level of all editions; t interval with an exhibitor counted once per score; weighted:"
        " linearised errors."
    ),
    phrase(
        "Turnover is skewed, so means are taken of logarithms; neighbouring scores are joined until"
        " each group holds 10."
    ),
    phrase("Limpert, Stahel & Abbt 2001; Cochran 1977; Lumley 2010"),
    phrase("The ratio describes exhibitors; it does not say what a better score would bring."),
)
DENSITY = Method(
    phrase(
        "Number of ratings by score and band of declared turnover, five bands to each power of ten."
    ),
    phrase(
        "Cells of fewer than 5 ratings are not drawn; the line under the title says how many"
        " ratings lie in them."
    ),
    phrase("Carr, Littlefield, Nicholson & Littlefield 1987"),
    phrase(
        "Turnover here is as declared, editions together: compare with the figure that sets each"
        " against its own edition."
    ),
)

METHODS = (BETWEEN_EDITIONS, WAYS_OF_ASKING, LEAVE_ONE_OUT, WITHIN_EDITIONS, BY_SCORE, DENSITY)

STUDY = Study(
    key="satisfaction_turnover",
    section="prove",
    title=phrase("Satisfaction and turnover"),
    question=phrase("Does satisfaction go with turnover?"),
    icon="scatter_plot",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "participations", "editions"),
    on_overview=OverviewPlace(65),
    in_decks=(
        DeckPlace("review", 60, "by_score"),
        DeckPlace("segment", 50, "by_score"),
    ),
    options=(
        Option(
            "turnover",
            phrase("Turnover of an edition"),
            ("auto", "declared", "summed"),
            (
                phrase("As declared for the fair, else summed"),
                phrase("As declared for the fair"),
                phrase("Summed over its exhibitors"),
            ),
        ),
        STANDS_FOR,
        SMALL_BASES,
    ),
    weighs=True,
    not_weighted=(DENSITY,),
)
