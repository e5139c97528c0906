"""The fair's own questions as themes: what people were asked about is what they write about.

A question that the dictionary has no word for becomes a theme of its own, named and worded like the
question. A theme that questions ask about stands under the dimension of those questions, so that
comments and ratings are read side by side; the others under their usual one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analytics.comments.dictionary import Dictionary, Kind, Theme, dictionary_of, dimension_names
from analytics.comments.units import CHINESE, plain, units
from analytics.wording import Name

if TYPE_CHECKING:
    from analytics.store import Reader

LONGEST = 8
"""Units of a question beyond which nobody quotes it."""
ASKED = """-- one row per rated question that the fair ever asked this audience, with its dimension
select distinct
    q.item_id, q.name_zh, q.name_en, q.dimension_id,
    d.name_zh as dimension_zh, d.name_en as dimension_en
from questions as q
join dimensions as d
    on d.fair_id = q.fair_id and d.audience = q.audience and d.dimension_id = q.dimension_id
where q.fair_id = $fair and q.audience = $audience and not q.is_measure
order by all
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by its names, and the dimension it stands under."""

    item: str
    name: Name
    dimension: str
    dimension_name: Name


def read_asked(reader: Reader, fair: str, audience: str) -> tuple[Asked, ...]:
    """Every rated question of the fair's questionnaires for one audience."""
    return tuple(
        Asked(
            row["item_id"],
            Name(row["name_zh"], row["name_en"]),
            row["dimension_id"],
            Name(row["dimension_zh"], row["dimension_en"]),
        )
        for row in reader.rows(ASKED, fair=fair, audience=audience)
    )


def with_questions(themes: Sequence[Theme], asked: Sequence[Asked]) -> tuple[Theme, ...]:
    """The themes under the fair's dimensions, and those of questions that no theme covers."""
    dictionary = dictionary_of(themes)
    places: dict[str, Counter[str]] = {}
    further: dict[str, Theme] = {}
    for question in asked:
        keys = _named(question, dictionary)
        for key in keys:
            places.setdefault(key, Counter())[question.dimension] += 1
        if not keys and (theme := _own_theme(question)):
            further[theme.key] = theme
    placed = (
        replace(theme, dimension=places[theme.key].most_common(1)[0][0])
        if theme.key in places and not theme.is_own
        else theme
        for theme in themes
    )
    return (*placed, *further.values())


def _named(question: Asked, dictionary: Dictionary) -> list[str]:
    """Themes that a question names by a word that counts by itself, in the language it was asked
    in.
    """
    text = question.name.zh if CHINESE.search(question.name.zh) else question.name.en
    spots = dictionary.words.spots(units(plain(text)))
    keys = (key for _, _, entries in spots for key, kind in entries if kind != "weak")
    return list(dict.fromkeys(keys))


def _own_theme(question: Asked) -> Theme | None:
    names = dict.fromkeys((question.name.zh, question.name.en))
    words: tuple[tuple[str, Kind], ...] = tuple(
        (name, "words") for name in names if 1 < len(units(plain(name))) <= LONGEST
    )
    if not words:
        return None
    return Theme(f"item_{question.item}", question.dimension, question.name, words)


def names_of_dimensions(asked: Sequence[Asked]) -> dict[str, Name]:
    """What dimensions are called: as the fair calls them, else as usual."""
    return dimension_names() | {each.dimension: each.dimension_name for each in asked}
