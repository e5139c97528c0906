"""What if? Retention, satisfaction, price and new exhibitors, and what they are worth."""

from analytics.customers.measures import MONEY
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import Study, later
from analytics.wording import phrase

READING = Method(
    phrase(
        "Worth of a customer: money × margin × r ÷ (1 + i − r), the first margin one edition from"
        " now; r: retention, i: discount per edition. Three readings of a change c: r + c;"
        " r × (1 + c); 1 − (1 − r)(1 − c)."
    ),
    phrase("Retention, margin and discount stay as they are; everybody is alike."),
    phrase("Gupta & Lehmann 2003; Reichheld & Sasser 1990"),
    phrase(
        "A rate above 100% is no answer and is not capped. The elasticity (1 + i) ÷ (1 + i − r)"
        " says how much hangs on it."
    ),
)
FUTURE = Method(
    phrase(
        "Exhibitors next time = retention × those here + new and returning ones; turnover ="
        " exhibitors × money of each; profit = turnover × margin, a change of price in full. Bands:"
        " 95% of 2,000 futures, each input drawn from its own interval."
    ),
    phrase(
        "What satisfaction goes with today would follow from raising it; nobody leaves for the"
        " price. Neither is proved here."
    ),
    phrase("Gupta & Lehmann 2003; Wilson 1927; White 1980"),
    phrase(
        "A simulation shows what would follow, not that it will: a new rival, venue or date is in"
        " no input."
    ),
)
ENDS = Method(
    phrase(
        "The gain over the horizon, discounted, with one input at either end of its interval and"
        " all others in the middle. Break-even: gain ÷ Σ (1 + i)^−k is what a measure may cost each"
        " edition."
    ),
    phrase("Inputs move one at a time."),
    phrase("Eschenbach 1992; Gupta & Lehmann 2003"),
    phrase("Inputs that move together can move the result further than any bar here."),
)
PRINTED = Method(
    phrase("Figures printed elsewhere, beside what this fair's own numbers give."),
    phrase("They hold for the firms and the years they were taken from."),
    phrase("Reichheld & Sasser 1990; Gupta & Lehmann 2003"),
    phrase("Context, not a forecast: none of them was measured at this fair."),
)

METHODS = (READING, FUTURE, ENDS, PRINTED)

STUDY = Study(
    key="simulator",
    section="act",
    title=phrase("What if"),
    question=phrase("What would more retention be worth?"),
    icon="tune",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations",),
    options=(
        Option(
            "reading",
            phrase("“5%” means"),
            ("points", "relative", "fewer_leave"),
            (
                phrase("points of retention"),
                phrase("per cent of retention"),
                phrase("per cent fewer leavers"),
            ),
        ),
        Option(
            "change",
            phrase("Retention by"),
            ("5", "0", "1", "2", "10", "20", "-5"),
            ("+5%", "0", "+1%", "+2%", "+10%", "+20%", "−5%"),
        ),
        Option(
            "satisfaction",
            phrase("Satisfaction by (points of five)"),
            ("0", "0.1", "0.2", "0.5", "-0.2"),
            ("0", "+0.1", "+0.2", "+0.5", "−0.2"),
        ),
        Option(
            "price",
            phrase("Price by"),
            ("0", "3", "5", "10", "-5"),
            ("0", "+3%", "+5%", "+10%", "−5%"),
        ),
        Option(
            "new",
            phrase("New exhibitors by"),
            ("0", "10", "20", "-10"),
            ("0", "+10%", "+20%", "−10%"),
        ),
        Option(
            "editions",
            phrase("Over"),
            ("5", "3", "8"),
            (phrase("5 editions"), phrase("3 editions"), phrase("8 editions")),
        ),
        MONEY,
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: the register counts everybody, whether they answered or not."),
)
