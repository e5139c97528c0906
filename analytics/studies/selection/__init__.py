"""Who should we call? Any combination of classes, stage, risk, satisfaction and owner as a list."""

from analytics.customers.measures import MONEY
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import Study, later
from analytics.wording import phrase

CHOICE = Method(
    phrase(
        "An exhibitor is chosen where it fits every dial that was moved. The classes are those of"
        " the pages Key accounts (80%, 95%), Life cycle, Recency, frequency, money (fixed bands),"
        " Value matrix (median, five editions) and Risk of leaving; overall satisfaction is low"
        " below the middle of its scale and high from three quarters of it. Money at stake: the"
        " amount of this edition, else the latest known of the three before."
    ),
    phrase("Registers are complete; a class of the edition looked at still holds today."),
    phrase("No estimate: a choice by rules; each rule's source stands on its page"),
    phrase(
        "At stake is what they brought, not what is lost without a call. Fewer than five are not"
        " counted out; the money of fewer than five, or what would give it away, is not shown."
    ),
)
CALLS = Method(
    phrase(
        "Those chosen by money at stake, at most 1,000 of them. Reasons: every rule that fits"
        " (complaint open, rated below the middle, missed the last or more, first time, key account"
        " that shrank), and the risk where it was chosen by. Stand: of the edition attended last."
    ),
    phrase("Amounts as declared or invoiced, in the fair's usual currency."),
    phrase("No estimate: a list"),
    phrase("A reason is why a rule picked them out, not why they would leave. Call, and ask."),
)

METHODS = (CHOICE, CALLS)
ANY = phrase("any")

STUDY = Study(
    key="selection",
    section="know",
    title=phrase("Call list"),
    question=phrase("Who should we call?"),
    icon="call",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations", "exhibitors"),
    names_people=("calls",),
    options=(
        Option(
            "abc",
            phrase("Class (ABC)"),
            ("any", "A", "AB", "B", "C", "none"),
            (ANY, "A", phrase("A or B"), "B", "C", phrase("none: not here, or no amount known")),
        ),
        Option(
            "stage",
            phrase("Stage"),
            ("any", "nurture", "confirm", "trust", "weakening", "gone", "away", "unknown"),
            (
                ANY,
                phrase("Nurture (first time)"),
                phrase("Confirm"),
                phrase("Trust"),
                phrase("Weakening"),
                phrase("Gone"),
                phrase("Weakening or gone"),
                phrase("Start not on file"),
            ),
        ),
        Option(
            "risk",
            phrase("Risk of staying away"),
            ("any", "from80", "from60", "from40", "from20", "below20"),
            (
                ANY,
                phrase("from 80%"),
                phrase("from 60%"),
                phrase("from 40%"),
                phrase("from 20%"),
                phrase("below 20%"),
            ),
        ),
        Option(
            "score",
            phrase("Overall satisfaction"),
            ("any", "low", "middle", "high", "none"),
            (
                ANY,
                phrase("below the middle of the scale"),
                phrase("from the middle on"),
                phrase("from three quarters of the scale"),
                phrase("did not answer"),
            ),
        ),
        Option(
            "value",
            phrase("Class of value"),
            ("any", "valued", "secondary", "promising", "low"),
            (
                ANY,
                phrase("Valued"),
                phrase("Secondary (high now, little more)"),
                phrase("Promising"),
                phrase("Low value"),
            ),
        ),
        Option(
            "rfm",
            phrase("Class of recency and frequency"),
            ("any", "core", "regular", "occasional", "new", "slipping", "lapsed"),
            (
                ANY,
                phrase("Core"),
                phrase("Regulars"),
                phrase("Occasional"),
                phrase("Newcomers"),
                phrase("Slipping"),
                phrase("Lapsed"),
            ),
        ),
        Option(
            "reason",
            phrase("Reason to call"),
            ("any", "some", "complaint", "shrank"),
            (
                ANY,
                phrase("at least one rule fits"),
                phrase("complaint open"),
                phrase("key account that shrank"),
            ),
        ),
        Option("owner", phrase("Account owner"), ("any",), (ANY,), among="owner"),
        MONEY,
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: the register counts everybody, whether they answered or not."),
)
