"""What sets each segment apart: sizes, means against all, categories that stand out, the largest
members.

Method: v-test of a group mean against the mean of all; mid-p hypergeometric v-test of categories
that formed no segment. Assumption: for the features that formed the segments the v-test only
orders, it proves nothing. Source: Lebart, Morineau & Piron 1995; Husson, Lê & Pagès 2017.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analytics.stats.multiplicity import LEVEL_OF_P, benjamini_hochberg
from analytics.stats.suppression import NEVER_BELOW
from analytics.stats.v_test import category_v_test, mean_v_test

if TYPE_CHECKING:
    from analytics.stats.arrays import BoolArray, FloatArray, IntArray

CATEGORIES = ("industry", "region", "size_band")
MOST_CATEGORIES = 3
MOST_MEMBERS = 20


def sizes(rows: pd.DataFrame, labels: IntArray, jaccard: list[float]) -> pd.DataFrame:
    """One row a segment: how many, what share of exhibitors and of declared turnover, how
    stable.
    """
    turnover = rows["total_turnover"].groupby(labels).sum(min_count=1)
    total, n = turnover.sum(), pd.Series(labels).value_counts().sort_index()
    return pd.DataFrame(
        {
            "segment": n.index,
            "n": n.to_numpy(),
            "share": n.to_numpy() / len(rows),
            "turnover": turnover.to_numpy(float),
            "turnover_share": turnover.to_numpy(float) / total if total > 0 else np.nan,
            "jaccard": jaccard,
        }
    )


def profile(rows: pd.DataFrame, labels: IntArray, used: tuple[str, ...]) -> pd.DataFrame:
    """One row per segment and feature: mean (as held, logs included), z = distance from all in
    standard deviations, v.
    """
    return pd.DataFrame(
        [
            {"segment": int(segment), "feature": name, **_distance(values, labels == segment)}
            for name, values in ((name, rows[name].to_numpy(float)) for name in used)
            for segment in np.unique(labels)
        ]
    )


def _distance(values: FloatArray, is_inside: BoolArray) -> dict[str, float]:
    """Of the mean of a segment from that of all."""
    inside, mean = values[is_inside], float(values.mean())
    test = mean_v_test(inside.size, float(inside.mean()), values.size, mean, float(values.var()))
    spread = float(values.std(ddof=1))
    return {"mean": test.group_mean, "z": (test.group_mean - mean) / spread, "v": test.v}


def who(rows: pd.DataFrame, labels: IntArray) -> pd.DataFrame:
    """The categories most over-represented in each segment, up to three a field, none of fewer than
    5 members.

    Established by Benjamini–Hochberg over every category of every segment looked at: `tests` of
    them, `p` adjusted.
    """
    tests = [test for field in CATEGORIES for test in _category_tests(rows[field], labels, field)]
    adjusted = benjamini_hochberg([test["p"] for test in tests])
    adjusted_tests = [
        test | {"p": float(p), "tests": adjusted.family_size}
        for test, p in zip(tests, adjusted.p, strict=True)
    ]
    marked = [
        test
        for field in CATEGORIES
        for test in _standing_out([test for test in adjusted_tests if test["field"] == field])
    ]
    names = ["segment", "field", "category", "n", "share", "share_overall", "v", "p", "tests"]
    return pd.DataFrame(marked, columns=names)


def place(
    rows: pd.DataFrame, labels: IntArray, chosen: IntArray, points: FloatArray
) -> pd.DataFrame:
    """The exhibitors drawn on the map; a single axis lies on the horizontal."""
    return pd.DataFrame(
        {
            "x": points[:, 0],
            "y": points[:, 1] if points.shape[1] > 1 else 0.0,
            "segment": labels[chosen],
            "name": rows["name"].to_numpy()[chosen],
        }
    )


def largest(rows: pd.DataFrame, labels: IntArray) -> pd.DataFrame:
    """The members of each segment with the highest declared turnover, its own order kept."""
    order = np.lexsort((-rows["total_turnover"].fillna(-np.inf).to_numpy(), labels))
    first = [
        place
        for segment in np.unique(labels)
        for place in order[labels[order] == segment][:MOST_MEMBERS]
    ]
    return rows.iloc[first].assign(segment=labels[first]).reset_index(drop=True)


def _category_tests(field: pd.Series[str], labels: IntArray, name: str) -> list[dict[str, Any]]:
    table = _crossed(field.astype("category"), labels)
    known = int(table.to_numpy().sum())
    tests: list[dict[str, Any]] = []
    for segment, counts in table.iterrows():
        size = int(counts.sum())
        for category, both in counts[counts >= NEVER_BELOW].items():
            test = category_v_test(int(both), size, int(table[category].sum()), known)
            tests.append(
                {
                    "segment": int(str(segment)),
                    "field": name,
                    "category": str(category),
                    "n": int(both),
                    "share": test.share_of_group,
                    "share_overall": test.share_overall,
                    "v": test.v,
                    "p": test.p,
                }
            )
    return tests


def _standing_out(tested: list[dict[str, Any]]) -> list[dict[str, Any]]:
    significant = [test for test in tested if test["v"] > 0 and test["p"] <= LEVEL_OF_P]
    ordered = sorted(significant, key=lambda test: (test["segment"], -test["v"]))
    return [test for place, test in enumerate(ordered) if _rank(ordered, place) < MOST_CATEGORIES]


def _crossed(field: pd.Series[str], labels: IntArray) -> pd.DataFrame:
    """Counts, segments by categories; who lacks the field is left out."""
    codes, names = field.cat.codes.to_numpy(), list(field.cat.categories)
    known, segments = codes >= 0, int(labels.max()) + 1
    flat = np.bincount(labels[known] * len(names) + codes[known], minlength=segments * len(names))
    return pd.DataFrame(flat.reshape(segments, len(names)), columns=names)


def _rank(ordered: list[dict[str, Any]], place: int) -> int:
    """How many of the same segment come before."""
    return sum(test["segment"] == ordered[place]["segment"] for test in ordered[:place])
