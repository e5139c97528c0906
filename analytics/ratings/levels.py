"""Dimensions or items: what a study of ratings looks at, and the slots behind each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.figures import Column
from analytics.filters import Filters, Option
from analytics.ratings.questions import Questionnaire
from analytics.ratings.sums import Sums, SumTable
from analytics.store import Reader
from analytics.study import statement
from analytics.wording import Name, Say, phrase

DIMENSIONS, ITEMS = "dimension", "item"
FEWEST_DIMENSIONS = 3
LEVEL = Option(
    "level", phrase("Look at"), (DIMENSIONS, ITEMS), (phrase("Dimensions"), phrase("Items"))
)


PARTS = {DIMENSIONS: phrase("dimensions"), ITEMS: phrase("items")}
PART = {DIMENSIONS: phrase("Dimension"), ITEMS: phrase("Item")}


@dataclass(frozen=True, slots=True)
class Rated:
    """A dimension with the items that stand under it, or an item alone."""

    key: str
    name: Name
    level: str
    items: tuple[str, ...]

    @property
    def score(self) -> tuple[str, str]:
        """Kind and key under which `sums` holds it."""
        return ("item" if self.level == ITEMS else "score", self.key)

    def sums(self, table: SumTable, edition: str) -> Sums:
        """Over those who rated it: an item's ratings, or respondents' means of a
        dimension's items.
        """
        return table.of(edition, self.score)


def rated_in(edition: str, asked: Questionnaire, level: str) -> tuple[Rated, ...]:
    """What the edition had rated, in the order of asking. Items of its dimensions asked at other
    times count with them.
    """
    now = asked.of([edition])
    if level == ITEMS:
        return tuple(
            Rated(key, name, level, (key,))
            for dimension in now.dimensions()
            for key, name in now.items(dimension).items()
        )
    return tuple(
        Rated(key, name, level, tuple(asked.items(key))) for key, name in now.dimensions().items()
    )


def items_of(asked: Questionnaire) -> dict[str, Name]:
    """Every item of every dimension."""
    return {
        key: name
        for dimension in asked.dimensions()
        for key, name in asked.items(dimension).items()
    }


def level_shown(edition: str, asked: Questionnaire, level: str) -> str:
    """Items lead where an edition asked for fewer than three dimensions: one survey is enough."""
    now = asked.of([edition])
    dimensions = now.dimensions()
    is_thin = len(dimensions) < FEWEST_DIMENSIONS and len(items_of(now)) > len(dimensions)
    return ITEMS if is_thin else level


def part_column(say: Say, level: str) -> Column:
    """The column that names what a row is about."""
    return Column("label", say(PART[level]))


def read_slots(reader: Reader, filters: Filters) -> Mapping[str, int]:
    """The permanent slot of each item of the audience."""
    rows = reader.rows(
        statement(__package__, "slots"), fair=filters.fair, audience=filters.audience
    )
    return {row["item_id"]: row["slot"] for row in rows}
