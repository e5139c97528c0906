"""Did it change, when some answered both times? Two editions that share firms are no independent
samples.

Method: both means linearised over firms, with their covariance; the variance of the change is v1 +
v2 - 2·cov, factor G/(G - 1) over the G firms that answered at either edition, t with G - 1 degrees.
Assumption: firms are independent of each other; what one says twice need not be. Source: Kish 1965
(ch. 12.4); Lumley 2010, Complex Surveys (contrasts of domain means).

Where nobody answered twice it is Welch's test (`mean.difference`).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, nan, sqrt

from analytics.stats.mean import Difference, MeanEstimate, difference, t_difference


@dataclass(frozen=True, slots=True)
class Shared:
    """`firms` answered at both editions; `product` sums over them what each moves either mean by:
    residual × residual / (Σw·Σw), in squared units of the scale.
    """

    firms: int = 0
    product: float = 0.0

    def stretched(self, span: float) -> Shared:
        """The same where a unit of the scale becomes `span` units."""
        return Shared(self.firms, self.product * span**2)


NOBODY = Shared()


def shared_product(
    cross: tuple[float, float, float, float],
    means: tuple[float, float],
    answers: tuple[float, float],
) -> float:
    """From sums over the firms that answered both times of x·x', x·c', c·x', c·c' (x: what a firm
    gave, weighted; c: its weighted answers; ' the later edition), both means, and Σc of all.
    """
    xx, xc, cx, cc = cross
    then, now = means
    return (xx - now * xc - then * cx + then * now * cc) / (answers[0] * answers[1])


def overlapping_difference(now: MeanEstimate, then: MeanEstimate, shared: Shared) -> Difference:
    """`now - then`, of the fair as a process; NaN where an error is not known."""
    if not shared.firms:
        return difference(now, then)
    now, then = now.process, then.process
    firms = now.independent + then.independent - shared.firms
    gap = now.mean - then.mean
    if firms < 2 or not (isfinite(now.se) and isfinite(then.se)):
        return t_difference(gap, nan, nan, now.level, False)
    own = sum(
        edition.se**2 * (edition.independent - 1) / edition.independent for edition in (now, then)
    )
    variance = (own - 2 * shared.product) * firms / (firms - 1)
    # Every firm that answered moved by the same: nothing to tell chance by.
    se = sqrt(variance) if variance > 1e-12 * own else nan
    return t_difference(gap, se, firms - 1, now.level, now.is_reliable and then.is_reliable)
