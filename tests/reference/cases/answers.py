"""Columns of words as numbered answers, for the maps and clusters of answers."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.stats.arrays import FloatArray, IntArray
from tests.reference.columns import words


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """`codes` respondents × questions, as sorted; `names` "question=answer" by category."""

    columns: list[str]
    codes: IntArray
    sizes: list[int]
    names: list[str]

    @property
    def columns_of_codes(self) -> IntArray:
        """The category of each answer among those of all questions."""
        return self.codes + np.concatenate([[0], np.cumsum(self.sizes)[:-1]]).astype(np.int64)

    @property
    def indicator(self) -> FloatArray:
        """Respondents × categories, 0 and 1."""
        table = np.zeros((len(self.codes), sum(self.sizes)))
        table[np.arange(len(self.codes))[:, None], self.columns_of_codes] = 1
        return table


def answers_in(table: pd.DataFrame, columns: list[str]) -> Answers:
    """The answers to some of a table's questions; a missing one is an answer of its own, NA, as R's
    maps take it.
    """
    answers = {column: words(table[column]).fillna("NA") for column in columns}
    known = {column: sorted(values.unique().tolist()) for column, values in answers.items()}
    codes = np.stack([answers[column].map(known[column].index) for column in columns], axis=1)
    names = [f"{column}={word}" for column in columns for word in known[column]]
    return Answers(
        list(columns), codes.astype(np.int64), [len(known[column]) for column in columns], names
    )
