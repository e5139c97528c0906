"""A claim of the product, an experiment that puts it to the test, and what was counted."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tests.simulate.bands import Band, Counted, Kind, band
from tests.simulate.plan import STUDIES_ASKED, WHOLE, chance

Outcome = Mapping[str, "bool | None"]


@dataclass(frozen=True)
class Claim:
    """`says` is what the product claims; `right` the share of an exactly right method, where it is
    not 95 % or 5 %.

    `is_cautious`: the product says of this interval that it is rather too wide, so it may hold more
    often.
    """

    study: str
    says: str
    counted: Counted
    kind: Kind = "closed form"
    right: float | None = None
    is_cautious: bool = False


def covers(study: str, says: str, kind: Kind = "closed form", right: float | None = None) -> Claim:
    return Claim(study, says, "covered", kind, right)


def cautious(study: str, says: str, kind: Kind = "closed form") -> Claim:
    return Claim(study, says, "covered", kind, is_cautious=True)


def finds(study: str, says: str, kind: Kind = "closed form") -> Claim:
    return Claim(study, says, "found", kind)


@dataclass(frozen=True)
class Experiment:
    """`draw` invents a fair and says of each claim whether it held (or was made); None where it
    made no such claim.

    `at`: 'method' computes from sums as SQL would give them, 'study' asks through the store and
    reads the figures.
    """

    name: str
    claims: Mapping[str, Claim]
    draw: Callable[[np.random.Generator], Outcome]
    at: Literal["method", "study"] = "method"

    def fairs(self, part: int) -> int:
        if self.at == "study":
            return STUDIES_ASKED // part
        kinds = {claim.kind for claim in self.claims.values()}
        return min(WHOLE[kind] for kind in kinds) // part


@dataclass(frozen=True)
class Row:
    """A claim with what was counted. `fairs` are those in which it could be made."""

    claim: Claim
    at: str
    fairs: int
    count: int
    band: Band
    seconds: float

    @property
    def share(self) -> float:
        return self.count / self.fairs if self.fairs else float("nan")

    @property
    def passes(self) -> bool:
        return self.fairs > 0 and self.band.holds(self.share)


def run(experiment: Experiment, fairs: int) -> list[Row]:
    """The claims of an experiment over so many fairs; `seconds` are shared by its claims."""
    begun = time.perf_counter()
    outcomes_by_claim: dict[str, list[bool]] = {key: [] for key in experiment.claims}
    for fair in range(fairs):
        for key, outcome in experiment.draw(chance(experiment.name, fair)).items():
            if outcome is not None:
                outcomes_by_claim[key].append(bool(outcome))
    seconds = (time.perf_counter() - begun) / len(outcomes_by_claim)
    return [_row(experiment, key, outcomes, seconds) for key, outcomes in outcomes_by_claim.items()]


def _row(experiment: Experiment, key: str, outcomes: Sequence[bool], seconds: float) -> Row:
    claim, fairs = experiment.claims[key], len(outcomes)
    limits = (
        band(claim.counted, claim.kind, fairs, claim.right, claim.is_cautious)
        if fairs
        else Band(0.0, 1.0)
    )
    return Row(claim, experiment.at, fairs, sum(outcomes), limits, seconds)
