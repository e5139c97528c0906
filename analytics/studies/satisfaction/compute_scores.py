"""Scores of one edition beside those of another: three overalls, dimensions, items.

Method: means with the linearised interval of `ratings.sums`, changes by Welch with Holm's
correction over the table. Assumption: the editions are independent samples, and so are two scores
of the same people when they are told apart; ratings of the same people go together, so the true
error of their difference is smaller and "leads" is a cautious claim. Source: Cochran 1977; Welch
1947; Holm 1979.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import nan

from analytics.ratings.change import WithChange
from analytics.ratings.comparisons import PLAIN, Comparisons
from analytics.ratings.editions import Edition
from analytics.ratings.scale import Scale
from analytics.ratings.sums import SumTable
from analytics.stats.mean import MeanEstimate, difference
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.wording import Name


@dataclass(frozen=True, slots=True)
class Score(WithChange):
    """`now` on the scale shown; its change was tested over the table the score stands in."""

    key: str
    name: Name
    now: MeanEstimate


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores that may be shown, in the order given; `hidden` are on too few answers; `family`
    changes were tested.
    """

    scores: tuple[Score, ...]
    hidden: tuple[Name, ...]
    scale: Scale
    family: int

    def highest_first(self) -> tuple[Score, ...]:
        return tuple(sorted(self.scores, key=lambda score: -score.now.mean))

    def level_with_highest(self) -> tuple[Score, ...]:
        """Scores that the data cannot tell apart from the highest one, the next highest first."""
        return _level(self.highest_first())

    def untested_with_highest(self) -> tuple[Score, ...]:
        """Those of them that no test can tell: answers to one of the two are all alike, or worth
        too few.
        """
        first = self.highest_first()[0]
        return tuple(
            score
            for score in self.level_with_highest()
            if not difference(first.now, score.now).is_reliable
        )

    def level_with_lowest(self) -> tuple[Score, ...]:
        """Scores that the data cannot tell apart from the lowest one, the next lowest first."""
        return _level(self.highest_first()[::-1])


def _level(scores: tuple[Score, ...]) -> tuple[Score, ...]:
    return tuple(score for score in scores[1:] if not are_apart(scores[0], score))


def are_apart(first: Score, second: Score) -> bool:
    gap = difference(first.now, second.now)
    return gap.is_reliable and gap.p <= LEVEL_OF_P


def score_table(
    sums: SumTable,
    asked: Mapping[tuple[str, str], Name],
    pair: tuple[Edition, Edition | None],
    scale: Scale,
    least: int,
    comparisons: Comparisons = PLAIN,
) -> ScoreTable:
    """The scores of `asked` (kind and key -> name) that anybody answered in the edition
    looked at.
    """
    shown_scores, hidden = [], []
    for score, name in asked.items():
        n = sums.of(pair[0].key, score).n
        if n >= least:
            shown_scores.append(_score(sums, score, name, pair, scale, least, comparisons))
        elif n:
            hidden.append(name)
    tested = [score.change.gap.p if score.change else nan for score in shown_scores]
    adjusted = holm(tested)
    scores = (
        replace(score, change_p=float(p)) for score, p in zip(shown_scores, adjusted.p, strict=True)
    )
    return ScoreTable(tuple(scores), tuple(hidden), scale, adjusted.family_size)


def _score(
    sums: SumTable,
    score: tuple[str, str],
    name: Name,
    pair: tuple[Edition, Edition | None],
    scale: Scale,
    least: int,
    comparisons: Comparisons,
) -> Score:
    focus, before = pair
    now = comparisons.level(sums.of(focus.key, score), focus.key, scale)
    if before is None or sums.of(before.key, score).n < least:
        return Score(score[1], name, now)
    moved = comparisons.change(sums, score, (before.key, focus.key), scale)
    return Score(score[1], name, now, change=moved)
