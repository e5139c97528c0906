"""How many are satisfied: answers at the upper end of the overall question, now and before.

Method: Wilson's share of the overall question at either edition, compared by Newcombe's method 10,
its p adjusted (Holm) beside that of the mean's change: two tests of one question; for every
dimension or item, the share of its ratings at the upper end. Assumption: the
answers of two editions are independent; firms that answered both times answer alike, so the true
error of a change is smaller and the comparison is cautious. Ratings of one respondent are not
independent, so a dimension of several items has no interval. Source: Newcombe 1998; Holm 1979.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from analytics.figures.claims import by_p
from analytics.ratings.sums import OVERALL
from analytics.ratings.tally import Tally, added
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.proportion import Proportion, ProportionDifference, newcombe
from analytics.studies.satisfaction.compute_answers import ROUNDING, box_ends
from analytics.wording import Name

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty
    from analytics.ratings.change import Change
    from analytics.ratings.comparability import Obstacles
    from analytics.ratings.comparisons import Comparisons
    from analytics.ratings.editions import Edition
    from analytics.ratings.questions import Question, Questionnaire
    from analytics.ratings.scale import Scale
    from analytics.studies.satisfaction.compute_answers import Counts

LEVEL = 0.95
MEASURE = (True, "overall")


@dataclass(frozen=True, slots=True)
class SatisfiedShare:
    """One row: the share at the upper end now, and before where enough answered (else None)."""

    key: str
    name: Name
    now: Proportion
    then: Proportion | None


@dataclass(frozen=True, slots=True)
class Satisfied:
    """The overall question, and what is rated (`parts`). `gap` is now less before, `gap_p` its p
    after Holm beside the mean's change; `obstacles` what was not asked alike at both.
    """

    overall: SatisfiedShare
    parts: tuple[SatisfiedShare, ...]
    scale: Scale
    gap: ProportionDifference | None
    gap_p: float
    obstacles: Obstacles

    @property
    def is_significant(self) -> bool:
        """It stands after Holm, comparable or not."""
        return self.gap is not None and self.gap.is_reliable and self.gap_p <= LEVEL_OF_P

    @property
    def certainty(self) -> Certainty:
        """Of the change, as a badge."""
        if self.gap is None or not self.gap.is_reliable:
            return "no evidence"
        return by_p(self.gap_p, self.gap.p, is_comparable=not self.obstacles)


def satisfied(
    asked: Questionnaire,
    counts: Counts,
    pair: tuple[Edition, Edition | None],
    rated: Mapping[str, Name],
    least: int,
    comparisons: Comparisons,
    change_of_mean: Change | None,
) -> Satisfied | None:
    """`rated` are dimensions or items by key. None where the overall question was not asked, or too
    few answered it.
    """
    focus, before = pair[0].key, pair[1].key if pair[1] else ""
    now = _overall_ends(asked, counts, focus, least)
    scales = asked.of([focus]).measure_scales("overall")
    if now is None or not scales:
        return None
    then = _overall_ends(asked, counts, before, least) if before else None
    gap = _gap(now, then, (before, focus), comparisons) if then else None
    parts = []
    for key, name in rated.items():
        share = _part_share(asked, counts, focus, key, least)
        if share:
            then_share = _part_share(asked, counts, before, key, least)
            parts.append(SatisfiedShare(key, name, share, then_share))
    return Satisfied(
        SatisfiedShare(
            "overall",
            Name("", ""),
            _level(now, focus, comparisons),
            _level(then, before, comparisons) if then else None,
        ),
        tuple(parts),
        scales.pop(),
        gap,
        _adjusted(gap, change_of_mean),
        comparisons.obstacles(OVERALL, (before, focus)) if then else (),
    )


def _overall_ends(
    asked: Questionnaire, counts: Counts, edition: str, least: int
) -> tuple[Tally, Tally] | None:
    """Of the overall question in one edition; None below the smallest base."""
    questions = asked.of([edition]).questions
    overall = [question for question in questions if (question.is_measure, question.key) == MEASURE]
    ends = _ends(overall, counts)
    return ends if ends and ends[1].n >= least else None


def _level(ends: tuple[Tally, Tally], edition: str, comparisons: Comparisons) -> Proportion:
    """With the interval it is to have."""
    high, everybody = ends
    return comparisons.populations.share(high.share_of(everybody), everybody.exhibitors, edition)


def _gap(
    now: tuple[Tally, Tally],
    then: tuple[Tally, Tally],
    pair: tuple[str, str],
    comparisons: Comparisons,
) -> ProportionDifference:
    """Of the fair as a process, or of the exhibitors of this one where that was asked for."""
    if comparisons.populations.has_changes_of_this_fair:
        return newcombe(_level(now, pair[1], comparisons), _level(then, pair[0], comparisons))
    return newcombe(now[0].share_of(now[1]), then[0].share_of(then[1]))


def _adjusted(gap: ProportionDifference | None, change_of_mean: Change | None) -> float:
    if gap is None:
        return nan
    return float(holm([gap.p, change_of_mean.gap.p if change_of_mean else nan]).p[0])


def _part_share(
    asked: Questionnaire, counts: Counts, edition: str, key: str, least: int
) -> Proportion | None:
    """Of all ratings of a dimension, or of one item; described, without an interval."""
    questions = [question for question in asked.of([edition]).questions if not question.is_measure]
    of_part = [question for question in questions if question.dimension == key] or [
        question for question in questions if question.key == key
    ]
    ends = _ends(of_part, counts)
    if ends is None or ends[1].n < least:
        return None
    share, worth = ends[0].weight / ends[1].weight, ends[1].n_eff
    answered, gave = float(ends[1].n), float(ends[0].n)
    return Proportion(share * worth, worth, share, nan, nan, LEVEL, answered, gave)


def _ends(questions: Sequence[Question], counts: Counts) -> tuple[Tally, Tally] | None:
    """Answers at the upper end of their scales, and all answers; None where nobody answered."""
    high, everybody = Tally(), Tally()
    for question in questions:
        kind = "measure" if question.is_measure else "item"
        counted = counts.get((question.edition, kind, question.key), {})
        above = box_ends(question.scale)[1] - ROUNDING
        everybody += added(counted.values())
        high += added(tally for answer, tally in counted.items() if answer >= above)
    return (high, everybody) if everybody.n else None
