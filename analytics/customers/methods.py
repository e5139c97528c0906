"""How the figures of classes are computed, in phrases."""

from __future__ import annotations

from analytics.figures import Method
from analytics.wording import phrase

CURVE = Method(
    phrase(
        "Exhibitors with a known amount of at least zero, largest first; share of the money that"
        " the first tenth, two tenths … bring. Gini = Σ (2i − n − 1) xᵢ / (n Σ x), zeros included."
        " 80/20 holds where the largest fifth (rounded up) brings at least 80%."
    ),
    phrase("Amounts are complete and in one currency; what is not known is left out, not zero."),
    phrase("Juran 1954; Gini 1914; Lorenz 1905"),
    phrase("Every fair is concentrated; look at how it changes, and at who is behind it."),
)
MOVES = Method(
    phrase(
        "Each exhibitor's class at the edition before, by what was known then, against its class"
        " at this one; counted, none left out."
    ),
    phrase("Registers are complete; companies that are one firm have been joined."),
    phrase("No estimate: a cross-tab"),
    phrase("A class has edges: who stood near one can cross it with a small change."),
)
MEMBERS = Method(
    phrase("The 200 with the most money at this edition; those without a known amount come last."),
    phrase("Amounts as declared or invoiced, in the fair's usual currency."),
    phrase("No estimate: a list"),
    phrase("Large is not typical. The list is of this edition alone."),
)
RATINGS = Method(
    phrase(
        "Mean overall satisfaction of those of each class who answered at this edition, with a"
        " Student t interval; fewer than five answers are not shown."
    ),
    phrase("Who answered stands for their class."),
    phrase("Student 1908; Cochran 1977"),
    phrase("A class that rates higher was not made loyal by it: both may have other reasons."),
)
