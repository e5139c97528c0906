"""Columns whose answers run against the other ratings: perhaps 1 is best there. Found here, asked
of a person, never assumed.

The ratings of one questionnaire go together. The evidence is the correlation of a column with the
mean of the ratings that do, and is given only where these are the clear majority and chance is out
of the question.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.best_end import agrees, direction
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import guess_scale, looks_like_ratings, stated_number
from analytics.intake.mapping.standard_questionnaire import measure_of
from analytics.intake.table.inspection import ColumnSeen

Values = np.ndarray[Any, np.dtype[np.float64]]
MOST_ROWS = 20_000
FEWEST_COLUMNS = 4
WEAKEST, SUREST, SURE_OF_STATEMENT = 0.3, 5.0, 2.0
STEPS = 30


def against(columns: Sequence[ColumnSeen], cells: Sequence[pa.DictionaryArray]) -> dict[str, float]:
    """Column -> its correlation with the other ratings, for those that run clearly against them."""
    rated = [place for place, column in enumerate(columns) if _is_rated(column)]
    if len(rated) < FEWEST_COLUMNS:
        return {}
    step = max(1, -(-len(cells[0]) // MOST_ROWS))
    values = np.stack([_values(columns[place], cells[place], step) for place in rated], axis=1)
    z = _standardised(values)
    opposed = _opposed(z) | _opposed_statements(z, [_is_statement(columns[at]) for at in rated])
    return {columns[rated[place]].name: round(r, 2) for place, r in opposed.items()}


def _is_rated(column: ColumnSeen) -> bool:
    """A column of numbers that rates, and does not say itself which end is best."""
    asked = read_question(column.name)
    says_end = direction(column.name, (text for text, _ in column.common))
    if (
        (says_end and not _is_statement(column))
        or asked.about in ("importance", "expectation")
        or column.word_share
        or column.distinct < 2
    ):
        return False
    return looks_like_ratings(column, bool(asked.dimension) or bool(measure_of(asked.label)))


def _is_statement(column: ColumnSeen) -> bool:
    """Is a column about agreement with a statement: which end agrees says not which is best."""
    return agrees(column.name, (text for text, _ in column.common))


def _opposed_statements(z: Values, is_statement: list[bool]) -> dict[int, float]:
    """Statements that run against what the other columns say together."""
    plain = np.flatnonzero(~np.array(is_statement))
    opposed = {}
    for place in np.flatnonzero(np.array(is_statement)).tolist() if len(plain) > 1 else []:
        r, n = _correlation(z[:, place], z[:, plain].sum(axis=1))
        if -r >= WEAKEST and -r * np.sqrt(n) >= SURE_OF_STATEMENT:
            opposed[place] = r
    return opposed


def _values(column: ColumnSeen, cells: pa.DictionaryArray, step: int) -> Values:
    """The numbers inside the scale; NaN for the rest."""
    guess = guess_scale(column, read_question(column.name).scale)
    numbers = [
        None if text in guess.missing else stated_number(text)
        for text in cells.dictionary.to_pylist()
    ]
    inside = [
        number if number is not None and guess.scale[0] <= number <= guess.scale[1] else np.nan
        for number in numbers
    ]
    places = cells.indices.fill_null(len(inside)).to_numpy()[::step]
    return np.asarray(np.array([*inside, np.nan])[places])


def _standardised(values: Values) -> Values:
    """Each column with mean 0 and spread 1; 0 where nobody answered, or all say the same."""
    is_given = ~np.isnan(values)
    count = np.maximum(is_given.sum(axis=0), 1)
    centred = np.where(is_given, values - np.nansum(values, axis=0) / count, 0.0)
    spread = np.sqrt((centred**2).sum(axis=0) / count)
    return np.asarray(
        np.where(is_given & (spread > 0), centred / np.where(spread > 0, spread, 1), 0.0)
    )


def _opposed(z: Values) -> dict[int, float]:
    """Column number -> correlation with the mean of the agreeing columns."""
    agrees = _main_axis(z) >= 0
    agrees = agrees if agrees.sum() * 2 >= len(agrees) else ~agrees
    if agrees.sum() < FEWEST_COLUMNS - 1 or agrees.sum() < 2 * (~agrees).sum():
        return {}
    total, opposed = z[:, agrees].sum(axis=1), {}
    together = [
        _correlation(z[:, place], total - z[:, place])[0] for place in np.flatnonzero(agrees)
    ]
    for place in np.flatnonzero(~agrees).tolist():
        r, n = _correlation(z[:, place], total)
        if min(-r, float(np.median(together))) >= WEAKEST and -r * np.sqrt(n) >= SUREST:
            opposed[place] = r
    return opposed


def _main_axis(z: Values) -> Values:
    """How each column goes with what they have in common (power iteration: a file may have
    thousands of columns).
    """
    axis = np.ones(z.shape[1])
    for _ in range(STEPS):
        axis = z.T @ (z @ axis)
        axis /= np.linalg.norm(axis) or 1.0
    return axis


def _correlation(values: Values, others: Values) -> tuple[float, int]:
    """The correlation over the rows that answered both, and how many these are."""
    both = (values != 0) & (others != 0)
    if both.sum() < 3 or not values[both].std() or not others[both].std():
        return 0.0, 0
    return float(np.corrcoef(values[both], others[both])[0, 1]), int(both.sum())
