"""Who holds our accounts? How few people hold most of the money, which accounts wait for somebody,
and what the register does not know of its exhibitors.
"""

from analytics.customers.measures import MONEY
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import Study, later
from analytics.wording import phrase

OWNERS = Method(
    phrase(
        "Money of the exhibitors at the edition looked at, added up by their account owner; owners"
        " sorted by it. The fewest owners whose money reaches the line are counted."
    ),
    phrase(
        "The register's owner of today is that of the edition looked at. Case and spaces of a name"
        " do not count; who has left is what somebody said below."
    ),
    phrase("No estimate: sums of the register"),
    phrase("Much in one hand is a risk and may be a merit. Two names for one person count as two."),
)
WAITING = Method(
    phrase("Exhibitors at the edition looked at without an owner, or whose owner has left."),
    phrase("A missing owner in the register is a missing owner."),
    phrase("No estimate: a list"),
    phrase("Somebody may look after them without the register knowing."),
)
FILLED = Method(
    phrase(
        "Of the exhibitors at an edition, the share whose field is filled in the register; beside"
        " it the share of the money that these bring."
    ),
    phrase("What is filled is right. Earlier editions are read with the register of today."),
    phrase("No estimate: counts of the register"),
    phrase("A filled field may be out of date."),
)
METHODS = (OWNERS, WAITING, FILLED)

STUDY = Study(
    key="account_owners",
    section="know",
    title=phrase("Account owners"),
    question=phrase("Who holds our accounts, and what do we not know of them?"),
    icon="badge",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitors", "participations"),
    names_people=("owners", "waiting", "to_complete"),
    names_staff=("owners",),
    options=(
        MONEY,
        Option("line", phrase("Most of it is"), ("70", "50", "80"), ("70%", "50%", "80%")),
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: the register counts everybody, whether they answered or not."),
)
