"""What a file leaves open and a press answers, above everything that follows from it."""

from __future__ import annotations

from functools import partial

from analytics.intake.table.file_kinds import kind_of
from ui.upload import (
    amount_questions,
    column_questions,
    row_questions,
    scale_questions,
    working_mapping,
)
from ui.upload.working_mapping import Work


def draw(work: Work) -> None:
    """One question after the other; nothing where all is said."""
    draft, inspection, mapping, say = work.draft, work.inspection, work.mapping, work.say
    kind = kind_of(mapping.kind)
    change = partial(working_mapping.change, draft, mapping)
    column_questions.date_orders(draft, inspection, mapping, kind, say, change)
    column_questions.directions(draft, inspection, mapping, say, change)
    amount_questions.draw(draft, inspection, mapping, kind, say, change)
    scale_questions.draw(draft, inspection, mapping, say, change)
    row_questions.draw(draft, inspection, mapping, say, change)
    column_questions.words_without_rating(draft, inspection, mapping, say, change)
