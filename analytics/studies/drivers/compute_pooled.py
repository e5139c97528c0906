"""What was read once for all parts: editions, what is rated, and how high each part is rated.

Method: what matters is taken from all editions chosen, within each of them; how well it is rated,
from the last one. Assumption: the same matters at every edition chosen. Source: none needed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.errors import NotEnough
from analytics.filters import Filters
from analytics.ratings.answer_blocks import Layout, layout
from analytics.ratings.comparability import Comparability, read_comparability
from analytics.ratings.editions import Edition, chosen, compared, named, read_editions
from analytics.ratings.levels import FEWEST_DIMENSIONS, ITEMS, Rated, rated_in
from analytics.ratings.populations import Populations, read_populations
from analytics.ratings.questions import Questionnaire, read_questions
from analytics.ratings.scale import Scale, common
from analytics.ratings.sums import OVERALL, SumTable, read_sums
from analytics.stats.arrays import FloatArray
from analytics.stats.mean import MeanEstimate
from analytics.stats.standardised_betas import answers_needed
from analytics.stats.suppression import HIDDEN_BELOW
from analytics.store import Reader
from analytics.wording import Name

FEWEST = 2


@dataclass(frozen=True, eq=False)
class Pooled:
    """`hidden` were rated by too few at the edition looked at; `rated` are the others.
    `is_by_item`: items stand in for dimensions that are too few.
    """

    focus: Edition
    before: Edition | None
    editions: tuple[Edition, ...]
    asked: Questionnaire
    rated: tuple[Rated, ...]
    hidden: tuple[Name, ...]
    sums: SumTable
    scale: Scale
    plan: Layout
    is_by_item: bool
    populations: Populations
    comparability: Comparability

    def places(self) -> FloatArray:
        """Mean places, editions × (what is rated, overall): what answers are measured from."""
        rows = [
            [
                *(part.sums(self.sums, edition).estimate.mean for part in self.rated),
                self.sums.of(edition, OVERALL).estimate.mean,
            ]
            for edition in self.plan.editions
        ]
        return np.array(rows)

    def performance(self, part: Rated) -> MeanEstimate:
        """How high a part is rated at the edition looked at, on the scale shown."""
        mean = self.scale.estimate(part.sums(self.sums, self.focus.key).estimate)
        return self.populations.mean(mean, self.focus.key)


def read_pooled(reader: Reader, filters: Filters, options: dict[str, str]) -> Pooled:
    """Raises NothingChosen without answers, NotEnough where fewer than two things were rated,
    UnknownChoice.
    """
    known = read_editions(reader, filters)
    focus, before = compared(known, filters, options["compare_with"])
    editions = tuple(edition for edition in chosen(known, filters) if edition.has_answers)
    asked = read_questions(reader, filters)
    sums = read_sums(reader, filters, [edition.key for edition in editions])
    parts_asked, is_by_item = _parts(focus, asked, options["level"], sums)
    rated = _seen(parts_asked, sums, focus)
    if len(rated) < FEWEST:
        most = max((part.sums(sums, focus.key).n for part in parts_asked), default=0)
        if len(parts_asked) < FEWEST:
            raise NotEnough("items", FEWEST, len(parts_asked))
        raise NotEnough("answers", HIDDEN_BELOW, most)
    responses = {edition.key: edition.responses for edition in editions}
    plan = layout(reader, filters, responses, asked, rated, named(editions, known))
    scale = common(asked.of([focus.key]).item_scales())
    hidden = tuple(part.name for part in parts_asked if part not in rated)
    populations = read_populations(reader, filters, options["stands_for"])
    return Pooled(
        focus,
        before,
        editions,
        asked,
        rated,
        hidden,
        sums,
        scale,
        plan,
        is_by_item,
        populations,
        read_comparability(reader, filters, asked, populations),
    )


def _parts(
    focus: Edition, asked: Questionnaire, level: str, sums: SumTable
) -> tuple[tuple[Rated, ...], bool]:
    """Dimensions; where they are fewer than three and the answers bear the items, these instead."""
    parts = rated_in(focus.key, asked, level)
    if level == ITEMS or len(_seen(parts, sums, focus)) >= FEWEST_DIMENSIONS:
        return parts, False
    items = rated_in(focus.key, asked, ITEMS)
    rated_items = _seen(items, sums, focus)
    most = max((part.sums(sums, focus.key).n for part in rated_items), default=0)
    is_better = len(rated_items) > max(FEWEST - 1, len(_seen(parts, sums, focus)))
    if is_better and (most >= answers_needed(len(rated_items)) or len(parts) < FEWEST):
        return items, True
    return parts, False


def _seen(parts: tuple[Rated, ...], sums: SumTable, focus: Edition) -> tuple[Rated, ...]:
    return tuple(part for part in parts if part.sums(sums, focus.key).n >= HIDDEN_BELOW)
