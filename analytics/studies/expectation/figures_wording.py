"""What the figures of this study share: the base line's parts and the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures import small_bases
from analytics.figures.base_line import answers_a_row
from analytics.figures.sentences import notes

if TYPE_CHECKING:
    from analytics.studies.expectation.compute import Expectation
    from analytics.wording import Say


def answers(answer: Expectation, say: Say) -> str:
    """How many gave both."""
    return answers_a_row(say, (part.gap.n for part in answer.parts))


def whose(answer: Expectation, say: Say) -> str:
    """Whom the intervals of levels and shares stand for."""
    return answer.populations.worded(say, answer.focus.key, answer.exhibitors)


def study_notes(answer: Expectation, say: Say) -> tuple[str, ...]:
    """What is hidden, and why intervals do not stand for this fair where they should."""
    return notes(
        *small_bases.notes(say, answer.hidden, [part.gap.n for part in answer.parts]),
        answer.populations.why_process(say, answer.focus.key, answer.exhibitors),
    )
