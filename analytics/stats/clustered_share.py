"""What share, when the same people count several times? An exhibitor that answered at three editions stands for three rows.

Method: the variance of the share from each person's rows taken together (linearisation over clusters); the design effect
against independent rows gives the effective base, on which Wilson's interval stands. Never better than independent rows.
Assumption: people are independent of each other; their own rows need not be.
Source: Kish 1965; Williams 2000 (Biometrics 56:645-646); Dean & Pagano 2015 for Wilson on the effective base.

Nobody, or everybody with the same outcome, leaves the base as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.stats.proportion import Proportion, weighted_wilson, wilson


@dataclass(frozen=True, slots=True)
class ClusterSums:
    """Rows (`n`) and rows with the outcome (`yes`), and over people the sums of yes², yes·n and n² of their own rows."""

    n: float = 0.0
    yes: float = 0.0
    yes_yes: float = 0.0
    yes_n: float = 0.0
    n_n: float = 0.0

    @property
    def no(self) -> float:
        return self.n - self.yes

    @property
    def design_effect(self) -> float:
        """How many times the variance of independent rows; at least 1."""
        share = self.yes / self.n if self.n else 0.0
        independent = self.n * share * (1 - share)
        if independent <= 0:
            return 1.0
        return max(1.0, (self.yes_yes - 2 * share * self.yes_n + share * share * self.n_n) / independent)

    @property
    def n_effective(self) -> float:
        return self.n / self.design_effect

    @property
    def effective_counts(self) -> tuple[float, float]:
        """With and without the outcome, scaled to the effective base: what odds and risk ratios take."""
        return self.yes / self.design_effect, self.no / self.design_effect


def clustered_wilson(sums: ClusterSums, level: float = 0.95) -> Proportion:
    """Wilson's interval on the effective base. ValueError when the counts contradict."""
    if not sums.n:
        return wilson(0, 0, level)
    return weighted_wilson(sums.yes / sums.n, sums.n_effective, level)
