"""Answers of a case as the product counts them: by value, with their weights and with what one firm
gave twice.
"""

from collections import Counter

import numpy as np
import pandas as pd

from analytics.ratings.tally import Tally


def tallies(
    values: pd.Series, weights: pd.Series | None = None, firms: pd.Series | None = None
) -> list[tuple[Tally, float]]:
    """One tally a value; a firm of its own for each answer without one."""
    rows = pd.DataFrame({"value": values.to_numpy(float)})
    rows["weight"] = 1.0 if weights is None else weights.to_numpy(float)
    rows["firm"] = firm_of_each(firms, len(rows))
    answers = rows.groupby("firm")["value"].transform("size")
    rows["repeats"] = (answers - 1) / answers
    products = _products(rows[answers > 1])
    return [
        (_tally(part, value, products, is_clustered=firms is not None), float(value))
        for value, part in rows.groupby("value")
    ]


def firm_of_each(firms: pd.Series | None, n: int) -> np.ndarray:
    """Numbers of firms; an answer without a firm is a firm of its own."""
    if firms is None:
        return np.arange(n)
    codes = firms.astype("category").cat.codes.to_numpy()
    return np.where(codes < 0, codes.max() + 1 + np.arange(n), codes)


def _tally(part: pd.DataFrame, value: float, products: Counter, *, is_clustered: bool) -> Tally:
    pairs = {two: product for two, product in products.items() if two[0] == value}
    weights = part["weight"].to_numpy()
    repeats = float(part["repeats"].sum()) if is_clustered else 0.0
    return Tally(len(part), float(weights.sum()), float(weights @ weights), pairs, repeats)


def _products(repeated: pd.DataFrame) -> Counter:
    """Of the weights of two different answers of one firm, by their values."""
    sums: Counter = Counter()
    for _, own in repeated.groupby("firm"):
        answers = list(zip(own["value"], own["weight"], strict=True))
        for first, (value, weight) in enumerate(answers):
            for second, (other, its_weight) in enumerate(answers):
                if first != second:
                    sums[(value, other)] += weight * its_weight
    return sums
