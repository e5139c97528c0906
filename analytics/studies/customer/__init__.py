"""Everything about one exhibitor: how it came, what it brought, what it said, what to do next."""

from analytics.customers.measures import MONEY
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import Study, later
from analytics.wording import phrase

FILE = Method(
    phrase(
        "Stage by the rule table of the life cycle, class by ABC (80 %, 95 %) at the edition looked"
        " at. Risk: of all that stood at the same stage one edition earlier, the share that did not"
        " come to this one. Worth as in the value matrix (median, five editions). Next step: the"
        " first rule that fits (open complaint, rated below the middle of the scale, weakening or"
        " gone, first time, key account that shrank, else what fits the stage)."
    ),
    phrase("Registers are complete. What held for others at its stage holds for this one."),
    phrase("No estimate of one firm: shares of comparable ones, and rules"),
    phrase("A rule opens a conversation; it does not know this customer. Call, and ask."),
)
HISTORY = Method(
    phrase("What the registers say edition by edition, from the first one attended."),
    phrase("Amounts in the fair's usual currency; absent is no amount, not zero."),
    phrase("No estimate: a list"),
    phrase("Who was on the first register on file may have come before."),
)
RATED = Method(
    phrase(
        "This exhibitor's ratings at the edition it answered last, beside its own before and the"
        " mean of the others of its industry at the same edition, from five of their answers on."
    ),
    phrase("Who answered for the firm may have changed."),
    phrase("No estimate: answers of one"),
    phrase("One answer is one person's view on one day."),
)
REMARKS = Method(
    phrase("Comments and complaints of this exhibitor as they came, the newest first."),
    phrase("They were matched to the right exhibitor."),
    phrase("No estimate: a list"),
    phrase("Shown to importers and admins only; do not pass them on by name."),
)

CONTACTS = Method(
    phrase(
        "The log of contacts with this exhibitor, from files and entered by hand, newest first."
    ),
    phrase("They were matched to the right exhibitor; what nobody wrote down is not here."),
    phrase("No estimate: a list"),
    phrase("Shown to importers and admins only; do not pass them on by name."),
)

METHODS = (FILE, HISTORY, RATED, REMARKS, CONTACTS)
FIGURES = ("overview", "history", "ratings", "remarks", "contacts")

STUDY = Study(
    key="customer",
    section="know",
    title=phrase("Exhibitor"),
    question=phrase("What do we know about this exhibitor?"),
    icon="badge",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitors", "participations"),
    names_people=FIGURES,
    options=(Option("exhibitor", phrase("Exhibitor"), among="exhibitor"), MONEY),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: these are the answers of one exhibitor."),
)
