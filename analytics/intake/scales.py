"""Which scale a column was answered on: what its header says, else the smallest usual scale that holds its values."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.intake.facing import anchored_number
from analytics.intake.inspection import ColumnSeen
from analytics.intake.names import label_key, name_key
from analytics.intake.numbers import plain_number
from analytics.intake.ratings import MISSING, SATISFACTION, Scale, family_of, word_rating
from analytics.intake.standard import USUAL_SCALES

CODES = frozenset((-99, -98, -9, -8, -7, -3, -2, -1, 8, 9, 77, 88, 96, 97, 98, 99, 888, 998, 999, 9999))
LADDER: tuple[Scale, ...] = ((1, 5), (1, 7), (1, 10), (0, 10), (0, 100))
NEARLY_ALL = 0.97
FEWEST = 20


@dataclass(frozen=True)
class Guess:
    """A scale, the codes that seem to mean "no answer", and why a person should look."""

    scale: Scale
    missing: tuple[str, ...] = ()
    doubt: str = ""


def looks_like_ratings(seen: ColumnSeen, is_named_so: bool = False) -> bool:
    """Few different values, nearly all rating words or numbers of one usual scale, with more than two steps in use."""
    if seen.word_share >= 0.8:
        return True
    numbers = _numbers(seen)
    inside = [value for value, _ in numbers if 0 <= value <= 10]
    if seen.numeric_share < 0.9 or not numbers:
        return False
    if is_named_so:
        return all(-99 <= value <= 100 or value in CODES for value, _ in numbers)
    is_few = seen.distinct <= 21 and max((value for value, _ in numbers), default=0) <= 99
    return (
        is_few
        and len(inside) >= 4
        and min(inside) <= 2
        and sum(n for v, n in numbers if 0 <= v <= 10) >= 0.9 * seen.filled
    )


def guess_scale(seen: ColumnSeen, said: Scale | None = None, measure: str = "") -> Guess:
    """The scale of a rating column."""
    if seen.word_share >= 0.5:
        return _words(seen, measure)
    numbers = _numbers(seen)
    if said:
        return Guess(said, _codes_outside(numbers, said))
    if measure and measure != "overall":
        return _of_measure(numbers, measure)
    return _of_numbers(numbers)


def holds(seen: ColumnSeen, scale: Scale, missing: tuple[str, ...]) -> bool:
    """Does a scale hold nearly all numbers of a column that are no codes for "no answer"."""
    answers = [(value, count) for value, count in _numbers(seen) if f"{value:g}" not in missing]
    outside = sum(count for value, count in answers if not scale[0] <= value <= scale[1])
    return outside <= (1 - NEARLY_ALL) * sum(count for _, count in answers)


def _numbers(seen: ColumnSeen) -> list[tuple[float, int]]:
    """Different numbers with their counts; the extremes too where there are more values than were kept."""
    found = [(number, count) for value, count in seen.common if (number := stated_number(value)) is not None]
    edges = [(edge, 1) for edge in (seen.lowest, seen.highest) if edge is not None and edge not in dict(found)]
    return sorted(found + edges)


def stated_number(text: str) -> float | None:
    """The number of an answer, alone or beside a word that rates."""
    plain = plain_number(text.rstrip("%分"))
    return plain if plain is not None else anchored_number(text)


def _words(seen: ColumnSeen, measure: str) -> Guess:
    """Words belong to the measure's own family, else to the five steps of satisfaction. Two words for one step are a doubt."""
    for scale, words in (family_of(measure), SATISFACTION):
        used = {
            label_key(value): word_rating(value, words) for value, _ in seen.common if name_key(value) not in MISSING
        }
        known = [rating for rating in used.values() if rating is not None]
        if known and len(known) * 2 >= len(used):
            return Guess(scale, doubt="two_words_one_step" if len(set(known)) < len(known) else "")
    return Guess(SATISFACTION[0], doubt="unknown_words")


def _codes_outside(numbers: list[tuple[float, int]], scale: Scale) -> tuple[str, ...]:
    return tuple(f"{value:g}" for value, _ in numbers if not scale[0] <= value <= scale[1] and value in CODES)


def _of_measure(numbers: list[tuple[float, int]], measure: str) -> Guess:
    usual = USUAL_SCALES[measure]
    highest = max((value for value, _ in numbers if value not in CODES or value <= usual[1]), default=usual[1])
    if highest <= usual[1]:
        is_doubtful = measure == "recommend" and highest <= 5 and sum(count for _, count in numbers) >= FEWEST
        return Guess(usual, _codes_outside(numbers, usual), "scale_guessed" if is_doubtful else "")
    return _of_numbers(numbers)


def _of_numbers(numbers: list[tuple[float, int]]) -> Guess:
    total = sum(count for _, count in numbers)
    values = [value for value, _ in numbers]
    for scale in LADDER:
        outside = [(value, count) for value, count in numbers if not scale[0] <= value <= scale[1]]
        if not outside:
            return Guess(scale)
        gap = not any(scale[1] < value < 8 for value in values)
        if scale == (1, 5) and gap and all(value in CODES or value == 0 for value, _ in outside):
            return Guess(scale, tuple(f"{value:g}" for value, _ in outside), "missing_codes")
        if total >= FEWEST and sum(count for _, count in outside) <= (1 - NEARLY_ALL) * total and scale[1] <= 10:
            return Guess(scale, tuple(f"{value:g}" for value, _ in outside if value in CODES), "outliers")
    return Guess((0, 100), doubt="scale_guessed")
