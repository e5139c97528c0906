"""What is a customer worth from here on? Who comes again, how often, and for how much money."""

from analytics.customers.measures import MONEY
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import Study, later
from analytics.wording import phrase

WORTH = Method(
    phrase(
        "Worth = margin × expected money per edition × discounted participations to come (Σ P(comes"
        " at k)/(1 + i)^k, without end), added over all exhibitors on file. Interval: 200 draws of"
        " the models' parameters from their normal approximation (delta method by simulation);"
        " margin and discount held."
    ),
    phrase(
        "Exhibitors go on as they did; money per edition stays as it was; the margin is the same"
        " for all. Where none is set, revenue and cost of the editions give it, else worth is"
        " before costs."
    ),
    phrase("Fader, Hardie & Shang 2010; Fader & Hardie 2013; Gupta & Lehmann 2003"),
    phrase(
        "The interval leaves out what nobody knows: another venue, a rival, a crisis. Margin and"
        " discount are settings of the fair, not findings."
    ),
)
CHANCES = Method(
    phrase(
        "BG/BB: while alive, an exhibitor comes with its own chance p (beta); after each edition it"
        " leaves for good with its own chance θ (beta); maximum likelihood over participations"
        " after the first, the last one, and held editions since. Comes next = alive next × p."
    ),
    phrase(
        "p and θ of an exhibitor do not change and are independent; who left does not return."
        " Learnt from exhibitors whose first edition is known; the others, and those who entered at"
        " the last edition, are predicted only."
    ),
    phrase("Fader, Hardie & Shang 2010 (Marketing Science 29: 1086–1108)"),
    phrase(
        "Alive is not coming: who skips an edition may be a customer still. Nobody can see whether"
        " a single exhibitor is alive."
    ),
)
HOLD_OUT = Method(
    phrase(
        "Fitted anew without the last edition; each exhibitor on file before it gets its chance to"
        " come; groups of about equal size by that chance, share that came with Wilson's interval."
        " Brier score against the share that came to the edition before, with a t interval;"
        " Spiegelhalter's z for calibration."
    ),
    phrase("The model had not seen the last edition. Its entrants are no part of the comparison."),
    phrase("Brier 1950; Spiegelhalter 1986; Fader, Hardie & Shang 2010"),
    phrase("One edition tests one year: what was right last time can be wrong next time."),
)
STAYING = Method(
    phrase(
        "sBG: at every edition after its first an exhibitor leaves with its own chance (beta);"
        " retention after t editions = (β + t − 1)/(α + β + t − 1), survival the product of these."
        " Beside it the share that came every time so far, of those who could have."
    ),
    phrase(
        "The first edition missed is the end: unbroken attendance, another survival than BG/BB's,"
        " in which a skipped edition is no farewell."
    ),
    phrase("Fader & Hardie 2007 (J. Interactive Marketing 21(1): 76–90)"),
    phrase(
        "Retention rises with time though nobody changes: those likely to leave have left. It is no"
        " proof that loyalty grew."
    ),
)
SPENDING = Method(
    phrase(
        "Gamma-gamma: E(money) = p(c + x·m)/(p·x + q − 1) from x known amounts above 0 of mean m."
        " Looked at first: does money go with frequency (Spearman)? Below 0.1 independent enough,"
        " below 0.3 doubtful, else the model is refused and each exhibitor is taken at its own"
        " mean."
    ),
    phrase(
        "What an exhibitor spends does not depend on how often it comes. Amounts of 0, below 0 or"
        " in another currency take no part; who has none gets the mean of all."
    ),
    phrase("Fader, Hardie & Lee 2005; Fader & Hardie 2013; the limits are a house rule"),
    phrase(
        "Taken at its own mean, an exhibitor with one amount counts at that amount, however unusual"
        " it was. Declared turnover is what was stated; it is not the fair's income."
    ),
)
LIST = Method(
    phrase(
        "Sorted by worth; the 50 largest. Range: 1,000 futures of each (alive or not, its p and θ,"
        " edition after edition; its mean money, where a model gives it): eight of ten lie inside."
    ),
    phrase("As for worth and for the chances."),
    phrase("Fader, Hardie & Shang 2010; no estimate beyond the models': a list"),
    phrase(
        "One exhibitor's future is wide open: the range is no error but life. Exhibitors of the"
        " first edition on file are taken as if they had started there."
    ),
)
RANGE = Method(
    phrase(
        "The total worth computed anew with one cause at the ends of its range, the others held:"
        " margin and discount by the fair's settings, the models by 95 % of 200 draws of their"
        " parameters."
    ),
    phrase("Causes move one at a time; together they can move it further."),
    phrase("Gupta & Lehmann 2003; one-at-a-time sensitivity"),
    phrase("A wide bar is a reason to settle that setting first, not a reason to do nothing."),
)
NOTHING = Method(
    phrase(
        "A model needs four editions on file, 30 exhibitors whose first edition is known and who"
        " could have come again, some who did and some who did not, and as many without the last"
        " edition, on which it is judged. Three editions bear the curve of unbroken attendance"
        " alone."
    ),
    phrase("Fewer give parameters that the data do not determine."),
    phrase("Fader, Hardie & Shang 2010"),
    phrase("That nothing can be said of worth is no sign that there is none."),
)

METHODS = (WORTH, CHANCES, HOLD_OUT, STAYING, SPENDING, LIST, RANGE, NOTHING)

STUDY = Study(
    key="lifetime_value",
    section="know",
    title=phrase("Future worth"),
    question=phrase("What is a customer worth from here on?"),
    icon="savings",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations", "editions"),
    names_people=("worths",),
    options=(
        Option(
            "ahead",
            phrase("Participations to expect in"),
            ("3", "1", "5"),
            (
                phrase("the next 3 editions"),
                phrase("the next edition"),
                phrase("the next 5 editions"),
            ),
        ),
        MONEY,
    ),
    audiences=("exhibitor",),
    unweighted=phrase(
        "Not weighted: everybody on the register is counted here, so there is nothing to weight."
    ),
)
