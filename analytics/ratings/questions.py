"""What was asked, under which dimension, on which scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analytics.filters import Filters, Option
from analytics.ratings.scale import Scale
from analytics.store import Reader
from analytics.study import statement
from analytics.wording import Name, phrase

DIMENSION = Option("dimension", phrase("Dimension"), among="dimension")


@dataclass(frozen=True, slots=True)
class Question:
    """One question of one edition. `dimension` is '' for a measure (overall, intention …).

    `wording` is the question as asked. Its importance was asked as `stated_form` ('rating', 'rank',
    'share') on the scale `stated`.
    """

    edition: str
    key: str
    name: Name
    is_measure: bool
    dimension: str
    dimension_name: Name
    scale: Scale
    wording: str = ""
    stated: Scale | None = None
    stated_form: str = "rating"


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Every question of every edition, in the order of dimensions and of asking."""

    questions: tuple[Question, ...]

    def of(self, editions: Iterable[str]) -> Questionnaire:
        keys = set(editions)
        return Questionnaire(
            tuple(question for question in self.questions if question.edition in keys)
        )

    def dimensions(self) -> dict[str, Name]:
        """Dimensions that rated items stand under."""
        return {
            question.dimension: question.dimension_name
            for question in self.questions
            if not question.is_measure
        }

    def items(self, dimension: str) -> dict[str, Name]:
        return {
            question.key: question.name
            for question in self.questions
            if not question.is_measure and question.dimension == dimension
        }

    def measure_scales(self, measure: str) -> set[Scale]:
        return {
            question.scale
            for question in self.questions
            if question.is_measure and question.key == measure
        }

    def item_scales(self, dimension: str | None = None) -> set[Scale]:
        return {
            question.scale
            for question in self.questions
            if not question.is_measure and (dimension is None or question.dimension == dimension)
        }

    def changed_dimensions(self) -> tuple[Name, ...]:
        """Dimensions whose items are not the same in every edition here: their means do not measure
        quite the same.
        """
        asked: dict[str, dict[str, set[str]]] = {}
        for question in self.questions:
            if not question.is_measure:
                asked.setdefault(question.dimension, {}).setdefault(question.edition, set()).add(
                    question.key
                )
        names = self.dimensions()
        return tuple(
            names[dimension]
            for dimension, by_edition in asked.items()
            if len({frozenset(items) for items in by_edition.values()}) > 1
        )


def read_questions(reader: Reader, filters: Filters) -> Questionnaire:
    rows = reader.rows(
        statement(__package__, "questions"), fair=filters.fair, audience=filters.audience
    )
    return Questionnaire(
        tuple(
            Question(
                row["edition_id"],
                row["item_id"],
                Name(row["name_zh"], row["name_en"]),
                row["is_measure"],
                row["dimension_id"] or "",
                Name(
                    row["dimension_zh"] or row["dimension_id"] or "",
                    row["dimension_en"] or row["dimension_id"] or "",
                ),
                Scale(row["scale_min"], row["scale_max"]),
                row["label_as_asked"],
                Scale(row["importance_min"], row["importance_max"]),
                row["importance_form"],
            )
            for row in rows
        )
    )
