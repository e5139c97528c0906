"""What a reader does about a complaint; carried out in the run that follows, under the rights the
reader has then, and each with its way back.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from analytics.complaints import events, topics
from analytics.complaints.cases import Outcome as Ending
from analytics.complaints.cases import history
from analytics.complaints.events import NewComplaint
from analytics.wording import phrase
from ui.frame.acts import Act, Outcome
from ui.server import answer_cache


def entering(fair: str, complaint: NewComplaint) -> Act:
    return partial(_enter, fair, complaint)


def assigning(fair: str, case_id: str, owner: str) -> Act:
    return partial(_assign, fair, case_id, owner)


def due(fair: str, case_id: str, day: date) -> Act:
    return partial(_due, fair, case_id, day)


def answering(fair: str, case_id: str, text: str, day: date) -> Act:
    return partial(_answer, fair, case_id, text, day)


def closing(fair: str, case_id: str, ending: Ending | None, text: str, day: date) -> Act:
    return partial(_close, fair, case_id, ending, text, day)


def reopening(fair: str, case_id: str, text: str, day: date) -> Act:
    return partial(_reopen, fair, case_id, text, day)


def undoing(fair: str, event_id: int) -> Act:
    return partial(_undo, fair, event_id)


def joining(fair: str, topic: str, into: str) -> Act:
    return partial(_join, fair, topic, into)


def _enter(fair: str, complaint: NewComplaint, actor: str) -> Outcome:
    case_id = events.enter(answer_cache.store(), fair, complaint, actor)
    return _done(fair, case_id, phrase("The complaint is entered."), first=True)


def _assign(fair: str, case_id: str, owner: str, actor: str) -> Outcome:
    events.assign(answer_cache.store(), fair, case_id, owner, actor)
    return _done(fair, case_id, phrase("The complaint has somebody who sees to it."))


def _due(fair: str, case_id: str, day: date, actor: str) -> Outcome:
    events.set_due(answer_cache.store(), fair, case_id, day, actor)
    return _done(fair, case_id, phrase("The complaint has a day it is due."))


def _answer(fair: str, case_id: str, text: str, day: date, actor: str) -> Outcome:
    events.answer(answer_cache.store(), fair, case_id, text, actor, day)
    return _done(fair, case_id, phrase("The answer is kept."))


def _close(
    fair: str, case_id: str, ending: Ending | None, text: str, day: date, actor: str
) -> Outcome:
    events.close(answer_cache.store(), fair, case_id, ending, actor, day=day, text=text)
    return _done(fair, case_id, phrase("The complaint is closed."))


def _reopen(fair: str, case_id: str, text: str, day: date, actor: str) -> Outcome:
    events.reopen(answer_cache.store(), fair, case_id, actor, day=day, text=text)
    return _done(fair, case_id, phrase("The complaint is open again."))


def _undo(fair: str, event_id: int, actor: str) -> Outcome:
    events.undo(answer_cache.store(), fair, event_id, actor)
    return Outcome(phrase("That step was taken back."))


def _join(fair: str, topic: str, into: str, actor: str) -> Outcome:
    topics.join(answer_cache.store(), fair, topic, into)
    return Outcome(
        phrase("“{topic}” counts as “{into}” from now on."), {"topic": topic, "into": into}
    )


def _done(fair: str, case_id: str, sentence: str, *, first: bool = False) -> Outcome:
    """What was done, and the way back: the newest event of the case, or the one that entered it."""
    numbers = [step.event_id for step in history(answer_cache.store(), fair, case_id)]
    known = [number for number in numbers if number is not None]
    number = (min if first else max)(known)
    return Outcome(sentence, {}, undoing(fair, number))
