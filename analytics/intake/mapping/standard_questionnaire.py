"""What trade-fair surveys usually ask: dimensions, measures and objectives, in both languages, with
the words they go by.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analytics import standard_objectives
from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.two_languages import two_languages
from analytics.intake.cells.vocabulary import vocabulary

OTHER = "other"


@dataclass(frozen=True)
class Standard:
    """Something known by an id and by many words."""

    key: str
    name_zh: str
    name_en: str
    words: tuple[str, ...] = ()


def _group(name: str) -> tuple[Standard, ...]:
    return tuple(
        Standard(key, entry["zh"], entry["en"], tuple(entry["words"]))
        for key, entry in vocabulary()[name].items()
    )


DIMENSIONS = _group("dimensions")
MEASURES = _group("measures")
OBJECTIVES = tuple(
    Standard(
        objective.key,
        objective.name_zh,
        objective.name_en,
        tuple(vocabulary()["objectives"][objective.key]),
    )
    for objective in standard_objectives.OBJECTIVES
)
MEASURE_KEYS = tuple(measure.key for measure in MEASURES)
USUAL_SCALES: dict[str, tuple[float, float]] = {
    "overall": (1, 5),
    "goal_attainment": (1, 3),
    "intention": (1, 3),
    "recommend": (0, 10),
}


@cache
def words_of(group: tuple[Standard, ...]) -> dict[str, str]:
    """Every word the members of a group go by -> the member's key."""
    keys: dict[str, str] = {}
    for member in group:
        for word in (member.name_zh, member.name_en, member.key, *member.words):
            keys.setdefault(label_key(word), member.key)
    keys.pop("", None)
    return keys


def dimension_of(text: str) -> str:
    """The standard dimension a label names, else ''."""
    return words_of(DIMENSIONS).get(label_key(text), "")


def measure_of(text: str) -> str:
    """The measure a label or a question's full text asks, else ''."""
    key = label_key(text)
    if exact := words_of(MEASURES).get(key):
        return exact
    for hint in vocabulary()["hints"]:
        if all(any(word in key for word in group) for group in hint["groups"]):
            return str(hint["measure"])
    parts = two_languages(text) or ()
    return next((measure for part in parts if (measure := measure_of(part))), "")


def objective_of(text: str) -> str:
    """The standard objective an answer names, else the answer itself."""
    return words_of(OBJECTIVES).get(label_key(text), text)


def standard_dimension(key: str) -> Standard | None:
    return next((dimension for dimension in DIMENSIONS if dimension.key == key), None)


def standard_measure(key: str) -> Standard | None:
    return next((measure for measure in MEASURES if measure.key == key), None)
