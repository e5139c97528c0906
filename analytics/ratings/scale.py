"""Which scale is a mean shown on? The one asked, where everything compared shares it; otherwise
0–100, and it says so.

Method: a place between 0 and 1 on the scale asked, (x − lowest) / (highest − lowest), stretched to
the scale shown. Assumption: equal places on different scales mean the same; only stated, never
pooled in silence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from analytics.stats.mean import Difference, MeanEstimate
from analytics.wording import Say

WIDE = 20


@dataclass(frozen=True, slots=True)
class Scale:
    """From worst to best as shown. `is_converted` where the scales asked differ."""

    low: float
    high: float
    is_converted: bool = False

    @property
    def span(self) -> float:
        return self.high - self.low

    @property
    def digits(self) -> int:
        return 2 if self.span < WIDE else 1

    @property
    def domain(self) -> tuple[float, float]:
        return self.low, self.high

    def value(self, place: float) -> float:
        """Where a place between 0 and 1 lies on this scale."""
        return self.low + place * self.span

    def estimate(self, placed: MeanEstimate) -> MeanEstimate:
        """An estimate of places, on this scale."""
        return replace(
            placed,
            mean=self.value(placed.mean),
            low=self.value(placed.low),
            high=self.value(placed.high),
            sd=placed.sd * self.span,
            se=placed.se * self.span,
            process_se=placed.process_se * self.span,
        )

    def difference(self, placed: Difference) -> Difference:
        """A difference of places, on this scale."""
        return replace(
            placed,
            difference=placed.difference * self.span,
            se=placed.se * self.span,
            low=placed.low * self.span,
            high=placed.high * self.span,
        )

    def worded(self, say: Say) -> str:
        """For the base line: which scale, and which end is good."""
        low, high = (say.number(end, 0 if end == int(end) else 1) for end in (self.low, self.high))
        if self.is_converted:
            return say(
                "converted to {low}–{high} because the scales asked differ", low=low, high=high
            )
        return say("scale {low}–{high}, {high} is best", low=low, high=high)


HUNDRED = Scale(0, 100, is_converted=True)


def common(scales: Iterable[Scale]) -> Scale:
    """The scale that all share, else 0–100."""
    distinct = set(scales)
    return distinct.pop() if len(distinct) == 1 else HUNDRED
