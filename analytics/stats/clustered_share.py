"""What share, when the same people count several times? An exhibitor that answered at three
editions stands for three rows.

Method: the variance of the share from each person's rows taken together (linearisation over
clusters); the design effect against independent rows gives the effective base, on which Wilson's
interval stands. Never better than independent rows. Assumption: people are independent of each
other; their own rows need not be. Source: Kish 1965; Williams 2000 (Biometrics 56:645-646); Dean &
Pagano 2015 for Wilson on the effective base.

Nobody, or everybody with the same outcome, leaves the base as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.stats.proportion import Proportion, weighted_wilson, wilson


@dataclass(frozen=True, slots=True)
class ClusterSums:
    """Rows (`n`) and rows with the outcome (`yes`), and over people the sums of yes², yes·n and n²
    of their own rows.

    Weighted rows bring their weights; then `answers` are the rows and `returned` those with the
    outcome.
    """

    n: float = 0.0
    yes: float = 0.0
    yes_yes: float = 0.0
    yes_n: float = 0.0
    n_n: float = 0.0
    answers: float = 0.0
    returned: float = 0.0

    @property
    def counted(self) -> float:
        """Rows, whatever they count."""
        return self.answers or self.n

    @property
    def came(self) -> float:
        """Rows with the outcome, whatever they count."""
        return self.returned if self.answers else self.yes

    @property
    def no(self) -> float:
        return self.n - self.yes

    @property
    def design_effect(self) -> float:
        """How many times the variance of independent rows; no answer is worth more than one."""
        least = self.n / self.counted if self.n else 1.0
        share = self.yes / self.n if self.n else 0.0
        independent = self.n * share * (1 - share)
        if independent <= 0:
            return least
        return max(
            least, (self.yes_yes - 2 * share * self.yes_n + share * share * self.n_n) / independent
        )

    @property
    def n_effective(self) -> float:
        return self.n / self.design_effect

    @property
    def effective_counts(self) -> tuple[float, float]:
        """With and without the outcome, on the effective base: what odds and risk ratios take."""
        return self.yes / self.design_effect, self.no / self.design_effect


def clustered_wilson(sums: ClusterSums, level: float = 0.95) -> Proportion:
    """Wilson's interval on the effective base. ValueError when the counts contradict."""
    if not sums.n:
        return wilson(0, 0, level)
    return weighted_wilson(sums.yes / sums.n, sums.n_effective, level, sums.counted, sums.came)


def once_each(sums: ClusterSums) -> Proportion:
    """Where every person has one row: plain without weights, on the effective base with them."""
    return (
        wilson(sums.yes, sums.n) if sums.n == sums.counted == sums.n_n else clustered_wilson(sums)
    )
