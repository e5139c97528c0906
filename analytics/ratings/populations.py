"""Whom does an interval stand for: the exhibitors of this fair, or the fair as a process that goes
on?

Method: where the register tells how many exhibitors there were, a level stands for them, and its
error shrinks by sqrt(1 - n/N) (`stats.mean`, `stats.finite_population`); changes and tests stand
for the process, unless the reader wants otherwise. Where no list is known (visitors, groups by what
respondents said, no register, more firms that answered than it lists) everything stands for the
process. Assumption: one answer, or several taken together, an exhibitor. Source: Cochran 1977.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite, sqrt

from analytics.filters import Filters, Option
from analytics.ratings.groups import TITLES
from analytics.stats.finite_population import share_of_this_fair
from analytics.stats.mean import MeanEstimate, of_this_fair
from analytics.stats.net_promoter import NetPromoter
from analytics.stats.proportion import Proportion
from analytics.store import Reader
from analytics.study import statement
from analytics.wording import Say, phrase

STANDS_FOR = Option(
    "stands_for",
    phrase("Intervals stand for"),
    ("usual", "fair", "process"),
    (
        phrase("This fair; changes for the fair as a process"),
        phrase("This fair"),
        phrase("The fair as a process"),
    ),
)
EVERYBODY = ""
HERE = "here"


@dataclass(frozen=True, slots=True)
class Populations:
    """Exhibitors by edition and group ('' for all of it); empty where no list is known."""

    sizes: Mapping[tuple[str, str], int]
    stands_for: str = "usual"

    def of(self, edition: str, group: str = EVERYBODY) -> int | None:
        """How many exhibitors a level stands for; None where it stands for the process."""
        return None if self.stands_for == "process" else self.sizes.get((edition, group))

    @property
    def has_changes_of_this_fair(self) -> bool:
        return self.stands_for == "fair"

    def mean(self, estimate: MeanEstimate, edition: str, group: str = EVERYBODY) -> MeanEstimate:
        """A mean with the interval that it is to have."""
        size = self._size(edition, group, estimate.independent)
        return of_this_fair(estimate, size) if size else estimate

    def share(
        self, share: Proportion, exhibitors: float, edition: str, group: str = EVERYBODY
    ) -> Proportion:
        """A share, of whose whole so many `exhibitors` answered."""
        size = self._size(edition, group, exhibitors)
        return share_of_this_fair(share, size, exhibitors) if size and share.n else share

    def score(self, score: NetPromoter, exhibitors: float, edition: str) -> NetPromoter:
        """A net promoter score, to which so many `exhibitors` answered."""
        size = self._size(edition, EVERYBODY, exhibitors)
        if not size or not isfinite(score.low):
            return score
        smaller = sqrt(1 - exhibitors / size)
        half = max(score.score - score.low, score.high - score.score) * smaller
        if not half > 0:
            return replace(score, se=0.0, low=score.score, high=score.score)
        return replace(
            score,
            se=score.se * smaller,
            low=max(-100.0, score.score - half),
            high=min(100.0, score.score + half),
        )

    def _size(self, edition: str, group: str, exhibitors: float) -> int | None:
        size = self.of(edition, group)
        return size if size and exhibitors <= size else None

    def worded(self, say: Say, edition: str, exhibitors: float) -> str:
        """For the base line: whom the intervals of levels stand for."""
        size = self._size(edition, EVERYBODY, exhibitors)
        if size:
            return say("intervals for the {n} exhibitors of this fair", n=say.number(size))
        return say("intervals for the fair as a process")

    def why_process(self, say: Say, edition: str, exhibitors: float) -> str:
        """Why they stand for the process although the reader did not want it; empty where they do
        not, or no list could be known.
        """
        size = self.of(edition)
        if size is None or exhibitors <= size:
            return ""
        return say(
            "More firms answered ({n}) than the register lists ({size}), so intervals stand for the"
            " fair as a process.",
            n=say.number(exhibitors),
            size=say.number(size),
        )


def of_edition(exhibitors: int, stands_for: str) -> Populations:
    """Where one register alone is looked at, under the name `HERE`."""
    return Populations({(HERE, EVERYBODY): exhibitors}, stands_for)


PROCESS = Populations({}, "process")
"""Everything stands for the fair as a process."""


def of_register(share: Proportion, stands_for: str) -> Proportion:
    """A share of a whole register: counted, so without an interval for this fair; with one for the
    fair as a process, as `share` has it.
    """
    whole = round(share.n)
    return (
        share if stands_for == "process" or not whole else share_of_this_fair(share, whole, whole)
    )


def worded_register(say: Say, stands_for: str) -> str:
    """For the base line of shares of a register."""
    if stands_for == "process":
        return say("intervals for the fair as a process")
    return say("counted on the whole register, so without an interval")


def worded_own(say: Say) -> str:
    """For the base line where levels of several editions stand side by side."""
    return say("intervals for each edition's own exhibitors")


def worded_process(say: Say) -> str:
    """For the base line of what goes together, and of forecasts."""
    return say("intervals for the fair as a process")


def read_populations(
    reader: Reader, filters: Filters, stands_for: str, group_by: str = ""
) -> Populations:
    """Of every edition of the fair inside the filters, and by group where the register tells it."""
    if filters.audience != "exhibitor" or filters.profile:
        return Populations({}, stands_for)
    rows = reader.rows(
        statement(__package__, "populations"),
        register=replace(filters, editions=()).slice(),
        fair=filters.fair,
        group_by=group_by if group_by in TITLES else "",
    )
    sizes: dict[tuple[str, str], int] = {}
    for row in rows:
        everybody = row["edition_id"], EVERYBODY
        sizes[everybody] = sizes.get(everybody, 0) + row["exhibitors"]
        if row["part"]:
            sizes[row["edition_id"], row["part"]] = row["exhibitors"]
    return Populations(sizes, stands_for)
