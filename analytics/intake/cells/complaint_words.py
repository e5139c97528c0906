"""How a complaint stands and how it ended, as lists of complaints write it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import word_meanings
from analytics.intake.cells.yes_no import parse_yes_no

STATES = word_meanings("complaint_states")
OUTCOMES = word_meanings("complaint_outcomes")
TICKS = frozenset("01")


def state_of(text: str | None) -> str | None:
    """'open', 'closed' or 'reopened'; None where the words say none of these."""
    return STATES.get(name_key(text)) if text else None


def outcome_reader(texts: Iterable[str]) -> Callable[[str], str | Refused]:
    """How the cells of a column are read that holds these texts: 0 and 1 are no and yes only where
    no other number stands there, for then they are marks on a scale nobody named.
    """
    numbers = {text.strip() for text in texts if text and text.strip().isdigit()}
    has_marks = bool(numbers - TICKS)

    def read(text: str) -> str | Refused:
        outcome = OUTCOMES.get(name_key(text))
        if outcome:
            return outcome
        if has_marks and text.strip().isdigit():
            return Refused("not_an_outcome")
        answer = parse_yes_no(text)
        if isinstance(answer, Refused):
            return Refused("not_an_outcome")
        return "satisfied" if answer else "unsatisfied"

    return read
