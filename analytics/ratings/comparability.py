"""Were two editions asked alike? What was not the same at both, and what that does to a change.

Method: a change that stands by its test is established only where nothing of this kind differs;
else it is a sign, and the sentence says why. Facts of the questionnaire, of the weights and of the
response rate are found here; a room that knows more hands its obstacles to `change`. Assumption: a
response rate that is half as high again, or less than two thirds, means that others answered.
Source: Groves et al. 2009, Survey Methodology (ch. 2, 6), for the kinds of difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from analytics.filters import Filters
from analytics.ratings.populations import EVERYBODY, Populations
from analytics.ratings.questions import Question, Questionnaire
from analytics.ratings.rewording import is_reworded
from analytics.ratings.scale import Scale
from analytics.store import Reader
from analytics.study import statement
from analytics.wording import Say, phrase

Reason = Literal["scale", "wording", "mode", "questionnaire", "weights", "response_rate"]
REASONS: dict[Reason, str] = {
    "scale": phrase("the scale is not the same ({then}, now {now})"),
    "wording": phrase("the question is worded differently"),
    "mode": phrase("answers came in another way ({then}, now {now})"),
    "questionnaire": phrase("other items were asked"),
    "weights": phrase("only one of them is weighted by its own file"),
    "response_rate": phrase("the response rate is not the same ({then}, now {now})"),
}
SHORT: dict[Reason, str] = {
    "scale": phrase("another scale"),
    "wording": phrase("another wording"),
    "mode": phrase("another way of asking"),
    "questionnaire": phrase("other items"),
    "weights": phrase("weights in one edition only"),
    "response_rate": phrase("another response rate"),
}
MUCH_MORE = 1.5


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that was not the same at both editions; `then` and `now` as a reader writes them,
    '' where there is nothing to write.
    """

    reason: Reason
    then: str = ""
    now: str = ""

    def worded(self, say: Say) -> str:
        """As a clause."""
        return say(REASONS[self.reason], then=self.then, now=self.now)


Obstacles = tuple[Obstacle, ...]


def not_comparable(say: Say, obstacles: Sequence[Obstacle]) -> str:
    """The sentence that says why a change is no more than a sign; empty where nothing stands in
    the way.
    """
    if not obstacles:
        return ""
    return say(
        "It is no more than a sign, because the two editions cannot be compared as they are:"
        " {reasons}.",
        reasons=say.listed([obstacle.worded(say) for obstacle in obstacles]),
    )


def short(say: Say, obstacles: Sequence[Obstacle]) -> str:
    """The reasons in a cell of a table."""
    return say.listed([say(SHORT[obstacle.reason]) for obstacle in obstacles])


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under which an edition was asked: `rate` of its exhibitors that answered (None where no
    register tells), and whether its own file weights the answers.
    """

    rate: float | None = None
    is_weighted: bool = False


@dataclass(frozen=True, slots=True)
class Comparability:
    """What any two editions were asked, and under which conditions (by edition)."""

    asked: Questionnaire
    conditions: Mapping[str, Conditions]

    def of(self, then: str, now: str, score: tuple[str, str]) -> Obstacles:
        """What was not the same at both editions for a score (kind and key, as in `sums`)."""
        before, after = (self.conditions.get(key, Conditions()) for key in (then, now))
        return (
            *questionnaire_obstacles(self.asked, then, now, score),
            *(() if before.is_weighted == after.is_weighted else (Obstacle("weights"),)),
            *rate_obstacles(before.rate, after.rate),
        )


def rate_obstacles(then: float | None, now: float | None) -> Obstacles:
    """From the share of the exhibitors that answered at either edition; None where unknown."""
    if not then or not now or max(then, now) < MUCH_MORE * min(then, now) - 1e-9:
        return ()
    return (Obstacle("response_rate", f"{then:.0%}", f"{now:.0%}"),)


def questionnaire_obstacles(
    asked: Questionnaire, then: str, now: str, score: tuple[str, str]
) -> Obstacles:
    """Another scale, other words, or other items under the same name; nothing where an edition did
    not ask.
    """
    before, after = (_questions(asked.of([key]), score) for key in (then, now))
    if not before or not after:
        return ()
    obstacles = []
    scales = tuple(
        {question.key: question.scale for question in questions} for questions in (before, after)
    )
    changed = [key for key in scales[0] if scales[1].get(key, scales[0][key]) != scales[0][key]]
    if changed:
        ends = (_ends(scale[changed[0]]) for scale in scales)
        obstacles.append(Obstacle("scale", *ends))
    if _is_any_reworded(before, after):
        obstacles.append(Obstacle("wording"))
    if scales[0].keys() != scales[1].keys():
        obstacles.append(Obstacle("questionnaire"))
    return tuple(obstacles)


def _is_any_reworded(before: tuple[Question, ...], after: tuple[Question, ...]) -> bool:
    """Was a question that both editions asked put in other words."""
    wordings = {question.key: question.wording for question in before}
    return any(is_reworded(wordings.get(question.key, ""), question.wording) for question in after)


def _questions(asked: Questionnaire, score: tuple[str, str]) -> tuple[Question, ...]:
    """The questions that a score is made of."""
    kind, key = score
    if kind == "measure":
        return tuple(q for q in asked.questions if q.is_measure and q.key == key)
    items = tuple(q for q in asked.questions if not q.is_measure)
    if kind == "item":
        return tuple(q for q in items if q.key == key)
    return items if key.startswith("*") else tuple(q for q in items if q.dimension == key)


def _ends(scale: Scale) -> str:
    return f"{scale.low:g}–{scale.high:g}"


def read_comparability(
    reader: Reader, filters: Filters, asked: Questionnaire, populations: Populations
) -> Comparability:
    """Of every edition of the fair inside the filters."""
    rows = reader.rows(
        statement(__package__, "conditions"), slice=replace(filters, editions=()).slice()
    )
    weighted = filters.own.editions if filters.own else frozenset()
    conditions = {}
    for row in rows:
        edition = row["edition_id"]
        listed = populations.sizes.get((edition, EVERYBODY))
        conditions[edition] = Conditions(
            row["answers"] / listed if listed else None, edition in weighted
        )
    return Comparability(asked, conditions)
