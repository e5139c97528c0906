"""What a change between two editions stands on beside their means: the firms that answered both
times, whether both were asked alike, and whom the intervals stand for.

Method: `stats.overlapping_change` for the covariance, `comparability` for what was not the same.
Assumption: one firm is one company throughout. Source: as there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from analytics.filters import Filters
from analytics.ratings.change import Change, change
from analytics.ratings.comparability import Comparability, Obstacles, read_comparability
from analytics.ratings.populations import Populations
from analytics.ratings.questions import Questionnaire
from analytics.ratings.scale import Scale
from analytics.ratings.sums import Sums, SumTable
from analytics.stats.mean import MeanEstimate
from analytics.stats.overlapping_change import NOBODY, Shared, shared_product
from analytics.store import Reader
from analytics.study import statement

Score = tuple[str, str]
Pair = tuple[str, str]
RECOMMENDED = ("score", "*recommend")


@dataclass(frozen=True, slots=True)
class Cross:
    """Over the firms that answered a score at both editions, the earlier first: Σx·x', Σx·c',
    Σc·x', Σc·c'.
    """

    firms: int
    xx: float
    xc: float
    cx: float
    cc: float

    def shared(self, then: Sums, now: Sums) -> Shared:
        """What these firms move both means by, in places."""
        cross = self.xx, self.xc, self.cx, self.cc
        means = then.total / then.answers, now.total / now.answers
        return Shared(self.firms, shared_product(cross, means, (then.answers, now.answers)))


@dataclass(frozen=True, slots=True)
class Comparisons:
    """`cross` by earlier edition, later edition and score."""

    comparability: Comparability
    populations: Populations
    cross: Mapping[tuple[str, str, Score], Cross] = field(default_factory=dict)

    def change(self, sums: SumTable, score: Score, pair: Pair, scale: Scale) -> Change:
        """Of one score from the earlier edition of the pair to the later one, on the scale
        shown.
        """
        then, now = (sums.of(edition, score) for edition in pair)
        cross = self.cross.get((*pair, score))
        shared = cross.shared(then, now).stretched(scale.span) if cross else NOBODY
        levels = self.level(then, pair[0], scale), self.level(now, pair[1], scale)
        return self.changed(levels, shared, score, pair)

    def changed(
        self, levels: tuple[MeanEstimate, MeanEstimate], shared: Shared, score: Score, pair: Pair
    ) -> Change:
        """From one level to the other."""
        return change(
            *levels,
            shared,
            self.obstacles(score, pair),
            is_of_this_fair=self.populations.has_changes_of_this_fair,
        )

    def level(self, sums: Sums, edition: str, scale: Scale, group: str = "") -> MeanEstimate:
        """The mean of an edition (or a group of it) with the interval it is to have."""
        return self.populations.mean(scale.estimate(sums.estimate), edition, group)

    def obstacles(self, score: Score, pair: Pair) -> Obstacles:
        """What was not the same at both editions."""
        return self.comparability.of(*pair, score)


PLAIN = Comparisons(Comparability(Questionnaire(()), {}), Populations({}))
"""Of editions that share nobody and were asked alike, for the fair as a process."""


def read_comparisons(
    reader: Reader,
    filters: Filters,
    asked: Questionnaire,
    pairs: Sequence[Pair],
    populations: Populations,
    score: Score | None = None,
) -> Comparisons:
    """Of these pairs of editions, the earlier first; of one score where it is named."""
    comparability = read_comparability(reader, filters, asked, populations)
    if not pairs:
        return Comparisons(comparability, populations)
    editions = tuple(dict.fromkeys(edition for pair in pairs for edition in pair))
    rows = reader.rows(
        statement(__package__, "shared"),
        slice=replace(filters, editions=editions).slice(),
        pairs=[{"earlier": then, "later": now} for then, now in pairs],
        kind=score[0] if score else None,
        key=score[1] if score else None,
    )
    return Comparisons(
        comparability,
        populations,
        {
            (row["earlier"], row["later"], (row["kind"], row["key"])): Cross(
                row["firms"], row["xx"], row["xc"], row["cx"], row["cc"]
            )
            for row in rows
        },
    )
