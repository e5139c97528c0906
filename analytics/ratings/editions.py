"""Which edition is looked at, and which one it is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.errors import NothingChosen, UnknownChoice
from analytics.filters import Filters, Option
from analytics.store import Reader
from analytics.study import statement
from analytics.wording import Name, phrase

COMPARE_WITH = Option("compare_with", phrase("Compare with"), among="edition")


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition as planned; `responses` are those inside the filters."""

    key: str
    number: int
    year: int | None
    name: Name
    is_held: bool
    currency: str
    turnover: float | None
    responses: int

    @property
    def has_answers(self) -> bool:
        return self.is_held and self.responses > 0


def read_editions(reader: Reader, filters: Filters) -> tuple[Edition, ...]:
    """Every edition of the fair in order, chosen or not."""
    within = filters.slice() | {"editions": None}
    rows = reader.rows(statement(__package__, "editions"), slice=within, fair=filters.fair)
    return tuple(
        Edition(
            row["edition_id"],
            row["number"],
            row["year"],
            Name(row["name_zh"], row["name_en"]),
            row["is_held"],
            row["currency"],
            row["turnover"],
            row["responses"],
        )
        for row in rows
    )


def chosen(editions: Sequence[Edition], filters: Filters) -> tuple[Edition, ...]:
    """The editions a reader chose: all of them where none is named."""
    return tuple(
        edition for edition in editions if not filters.editions or edition.key in filters.editions
    )


def named(editions: Sequence[Edition], known: Sequence[Edition]) -> tuple[str, ...]:
    """What a slice has to name to hold the responses of `editions` only: nothing where no other of
    those known has any.

    Told to look for editions, the engine expects few rows, and holds them all to join them to the
    register.
    """
    keys = tuple(edition.key for edition in editions)
    return keys if any(edition.responses and edition.key not in keys for edition in known) else ()


def compared(
    editions: Sequence[Edition], filters: Filters, compare_with: str = ""
) -> tuple[Edition, Edition | None]:
    """The last chosen edition with answers, and the one it is compared with.

    That is the edition named; else the one before it among those chosen; else, where only one was
    chosen, the one before it in the fair. None where there is no other. Changes run forward in
    time: where the edition named is the later one, it is the one looked at. Raises NothingChosen
    where no chosen edition has answers.
    """
    answered = [edition for edition in chosen(editions, filters) if edition.has_answers]
    if not answered:
        raise NothingChosen("answers")
    focus = answered[-1]
    others = [edition for edition in editions if edition.has_answers and edition.key != focus.key]
    if compare_with:
        before, focus = sorted(
            (focus, _named(others, compare_with)), key=lambda edition: edition.number
        )
        return focus, before
    pool = answered[:-1] if len(filters.editions) > 1 else others
    earlier = [edition for edition in pool if edition.number < focus.number]
    return focus, earlier[-1] if earlier else None


def _named(others: Sequence[Edition], key: str) -> Edition:
    for other in others:
        if other.key == key:
            return other
    raise UnknownChoice("edition", key, tuple(other.key for other in others))
