"""What one audience was asked, and when: what an action can be judged by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analytics.ratings.editions import Edition, read_editions
from analytics.ratings.questions import Questionnaire, read_questions

if TYPE_CHECKING:
    from analytics.action_plan import Action
    from analytics.filters import Audience, Filters
    from analytics.store import Reader
    from analytics.wording import Name


@dataclass(frozen=True, slots=True)
class Asked:
    """What one audience was asked, and when."""

    filters: Filters
    editions: tuple[Edition, ...]
    questions: Questionnaire

    def after(self, key: str) -> Edition | None:
        """The next edition held that has answers."""
        number = next(each.number for each in self.editions if each.key == key)
        later = [each for each in self.editions if each.number > number and each.has_answers]
        return later[0] if later else None

    def edition(self, key: str) -> Edition | None:
        return next((each for each in self.editions if each.key == key), None)

    def items(self, action: Action, edition: str) -> set[str]:
        """The items aimed at that were asked at an edition."""
        asked = self.questions.of([edition])
        if action.aim == "dimension":
            return set(asked.items(action.aim_key))
        return {
            question.key
            for question in asked.questions
            if not question.is_measure and question.key == action.aim_key
        }

    def name(self, action: Action) -> Name | None:
        if action.aim == "dimension":
            return self.questions.dimensions().get(action.aim_key)
        return next(
            (
                question.name
                for question in reversed(self.questions.questions)
                if not question.is_measure and question.key == action.aim_key
            ),
            None,
        )


def read_asked(reader: Reader, filters: Filters, audience: Audience) -> Asked:
    """Of all editions, whatever the reader chose among them."""
    within = replace(filters, audience=audience, editions=(), profile=())
    if audience == filters.audience:
        within = replace(within, profile=filters.profile)
    return Asked(within, read_editions(reader, within), read_questions(reader, within))
