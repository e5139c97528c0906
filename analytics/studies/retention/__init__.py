"""Who comes back? Three measures with two denominators, flows that add up, cohorts and survival."""

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Option
from analytics.ratings.populations import STANDS_FOR
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

SHARES = Method(
    phrase(
        "Retention = here now and at the edition before ÷ here at the edition before. Repeat share"
        " = seen at any earlier edition ÷ here now. All-editions share = at every edition so far ÷"
        " here now. For the fair as a process Wilson intervals; two retentions compared by"
        " Newcombe's method 10 with the covariance of exhibitors that stand behind both."
    ),
    phrase(
        "The register of each edition is complete and counted as a whole, so for this fair there is"
        " no interval; for the fair as a process it says how far chance alone moves such a share."
        " Editions not held are no chance to"
        " come back and none to stay away."
    ),
    phrase("Farris, Bendle, Pfeifer & Reibstein 2010; Wilson 1927; Newcombe 1998"),
    phrase(
        "Two denominators: never set retention beside the repeat share as if one should equal the"
        " other. Whoever came before the first edition on file looks new there, so repeat shares of"
        " the first few editions are too low."
    ),
)
FLOWS = Method(
    phrase(
        "New (never seen before) + returning (here at the edition before) + reactivated (seen"
        " earlier, but not at the edition before) = exhibitors of the edition. Returning + lapsed ="
        " exhibitors of the edition before."
    ),
    phrase(
        "One exhibitor is one company throughout; two names of one company must be merged first."
    ),
    phrase("Farris, Bendle, Pfeifer & Reibstein 2010"),
    phrase(
        "Lapsed means absent this time; some of them will be back and then count as reactivated."
    ),
)
COHORTS = Method(
    phrase(
        "Exhibitors by the first edition they were seen at; the share of them who came at each"
        " later held edition, who came every time so far, or who came then or at any later edition."
    ),
    phrase("All of a cohort had the same chances; held editions only are counted as steps."),
    phrase("Farris, Bendle, Pfeifer & Reibstein 2010"),
    phrase(
        "The newest cohort has had no chance yet and is left out of averages; the oldest mixes new"
        " exhibitors with those of earlier years. 'Then or later' is too low in the last columns:"
        " later editions are still to come."
    ),
)
SURVIVAL = Method(
    phrase(
        "Kaplan–Meier: S = Π(1 − d/n) over steps from one held edition to the next; d stayed away"
        " for the first time, n could have. Greenwood's error, log-log interval."
    ),
    phrase(
        "Those whose next step lies in the future are like those already observed (they are"
        " censored at their last observed step). The pace of leaving is the same for early and late"
        " cohorts."
    ),
    phrase("Kaplan & Meier 1958; Greenwood 1926; Kalbfleisch & Prentice 2002"),
    phrase(
        "The curve ends at the first absence; who is reactivated later has still left once."
        " Exhibitors first seen at the first edition on file may have come for years: counting them"
        " as starters makes the curve too high."
    ),
)
TIMES = Method(
    phrase(
        "Exhibitors by the number of held editions on file they took part in, as a share of all"
        " seen so far; for the fair as a process Wilson intervals."
    ),
    phrase("One exhibitor is one company throughout."),
    phrase("Wilson 1927"),
    phrase(
        "Newcomers have not had the time to come often: this is no forecast of how often they will."
    ),
)
RESPONDENTS = Method(
    phrase(
        "Repeat share among the exhibitors of that edition who answered, each once, unweighted,"
        " with Wilson's interval; beside it the repeat share of the whole register."
    ),
    phrase(
        "Any answer speaks for its exhibitor; answers without a match to the register are left out."
    ),
    phrase("Wilson 1927; Parker et al. 2017"),
    phrase(
        "Where the two differ, averages of the survey lean towards the loyal (or the new)"
        " exhibitors."
    ),
)

METHODS = (SHARES, FLOWS, COHORTS, SURVIVAL, TIMES, RESPONDENTS)

STUDY = Study(
    key="retention",
    section="prove",
    title=phrase("Retention"),
    question=phrase("Who comes back?"),
    icon="autorenew",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    key_numbers=later(__name__, "figures_shares", "key_numbers"),
    methods=METHODS,
    reads=("exhibitors", "participations"),
    on_overview=OverviewPlace(55),
    in_decks=(
        DeckPlace("review", 70),
        DeckPlace("review", 80, "flows"),
        DeckPlace("segment", 60),
        DeckPlace("segment", 70, "flows"),
    ),
    options=(
        Option(
            "cohort",
            phrase("Cohorts show who"),
            ("classic", "unbroken", "ever_after"),
            (
                phrase("came at that edition"),
                phrase("came every time so far"),
                phrase("came at that edition or later"),
            ),
        ),
        Option(
            "history",
            phrase("Survival counts"),
            ("known", "all"),
            (
                phrase("those first seen after the first edition on file"),
                phrase("everybody, the first edition on file as a start"),
            ),
        ),
        STANDS_FOR,
        SMALL_BASES,
    ),
    audiences=("exhibitor",),
    unweighted=phrase(
        "Not weighted: everybody on the register is counted here, so there is nothing to weight."
    ),
)
