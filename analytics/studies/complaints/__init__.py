"""Is the loop closed? Complaints open and closed, how long they take, what closing one is worth."""

from analytics.figures import Method
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

COUNTED = Method(
    phrase(
        "Complaints by edition: open, or closed by whether whoever complained was satisfied. A"
        " reopened complaint is open until it is closed again. Entered here or on a list; one that"
        " stands on several lists counts once."
    ),
    phrase("The log is complete, and its days are right."),
    phrase("No estimate: a count"),
    phrase("A fair that listens hears more complaints: more of them is not worse service."),
)
TIME = Method(
    phrase(
        "Days from receiving a complaint to its last closing, by Kaplan–Meier: open and reopened"
        " ones count as not closed up to today. Closed on the same day is 0 days. Without a day of"
        " receiving, received after today or closed before: left out and counted. Log-log interval;"
        " log-rank test between the last edition and those before."
    ),
    phrase("Open complaints will be closed at the pace of those that were open as long."),
    phrase("Kaplan & Meier 1958; Greenwood 1926; Brookmeyer & Crowley 1982; Mantel 1966"),
    phrase("The mean of the closed ones alone is too short: the slow ones are still open."),
)
RATE = Method(
    phrase(
        "Complaints for every hundred exhibitors with a stand at the edition, and the share of them"
        " that complained at all."
    ),
    phrase("Registers are complete; a complaint was matched to the right exhibitor."),
    phrase("No estimate: a count"),
    phrase("Visitors' complaints, and those of exhibitors not known, count in the first only."),
)
GROUPS = Method(
    phrase(
        "Complaints by what the log says. Topics that differ only in case, spaces, punctuation or"
        " the width of letters are one; what else is one is said on the page of complaints."
    ),
    phrase("Whoever wrote the log used the same words for the same thing."),
    phrase("No estimate: a count"),
    phrase("What is complained about most is what people notice, not what matters most to them."),
)
OWNERS = Method(
    phrase(
        "Open complaints by who sees to them, the overdue first; those of nobody by themselves."
    ),
    phrase("Who closed a complaint is who it was assigned to."),
    phrase("No estimate: a list"),
    phrase("Shown to importers and admins only. Who takes the hard ones has more of them open."),
)
RECOVERY = Method(
    phrase(
        "Exhibitors at every edition that another followed, in three groups: complained and"
        " satisfied with the outcome, complained and not (or still open), never complained; the"
        " worst outcome of an edition counts. Shares by Wilson, difference by Newcombe;"
        " standardised over industries to the complainers, Mantel–Haenszel beside. Next score:"
        " Welch's t."
    ),
    phrase(
        "Within an industry those made content are like those not. An exhibitor counts once for"
        " each edition."
    ),
    phrase("Newcombe 1998; Miettinen 1972; Greenland & Robins 1985; Sato 1989; Welch 1947"),
    phrase(
        "Who was made content was not drawn by lot: easy complaints of loyal firms are closed"
        " sooner. It goes together; it is no proof that closing keeps them."
    ),
)
COST = Method(
    phrase(
        "The most that making one complainer content may cost: the mean future value of an"
        " exhibitor here (margin × money × the chance to come, discounted, five editions) × the"
        " difference of the shares that came back. 200 × (0.90 − 0.60) = 60."
    ),
    phrase("The whole difference is due to the outcome: that is the most it can be."),
    phrase("Fornell & Wernerfelt 1987; Gupta & Lehmann 2005"),
    phrase("An upper limit, not a budget. A value below zero is shown as it is."),
)

METHODS = (COUNTED, TIME, RATE, GROUPS, OWNERS, RECOVERY, COST)

STUDY = Study(
    key="complaints",
    section="act",
    title=phrase("Complaints"),
    question=phrase("Is the loop closed?"),
    icon="support_agent",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    key_numbers=later(__name__, "figures", "key_numbers"),
    methods=METHODS,
    reads=("complaints",),
    in_decks=(DeckPlace("actions", 70), DeckPlace("actions", 80, "recovery")),
    names_people=("owners",),
    names_staff=("owners",),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: every complaint counts once."),
)
