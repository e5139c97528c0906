"""Raked weights and means against R's survey package; the error by clusters, which the product has
no use for, is worked out here.

Margins, their categories and the columns of counts are those of the case. Respondents with the same
categories and the same base weight are one group.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.stats.mean import weighted_mean
from analytics.stats.raking import Kish, Raked, kish, rake, raked_mean
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import named, words
from tests.reference.comparison import within


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The respondents: codes by margin, base weights, and to which group each belongs."""

    table: pd.DataFrame
    codes: np.ndarray
    base: np.ndarray
    group: np.ndarray
    raked: Raked

    @property
    def weights(self) -> np.ndarray:
        """One weight a respondent."""
        return self.raked.weights[self.group]


def recompute(case: Case) -> dict:
    sample = _sample(case)
    totals = {
        key: float(sample.weights @ sample.table[match.group(1)].fillna(0))
        for key in case.expected
        if (match := re.fullmatch(r"total_(.+)_raked", key))
    }
    means = {
        key: _means(sample, match.group(1), _cluster(case, sample.table))
        for key in case.expected
        if (match := re.fullmatch(r"mean_(.+)", key))
    }
    return (
        totals
        | means
        | {
            "base_weight": case.expected.get("base_weight"),
            "raked_weights_row_order": sample.weights,
            "kish_base": _kish(kish(sample.base)),
            "kish_raked": _kish(kish(sample.weights)),
        }
    )


def _sample(case: Case) -> Sample:
    margins = {name: _targets(name, rows) for name, rows in case.expected["margins"].items()}
    table, weight = case.table(), case.expected.get("base_weight")
    table = table.dropna(subset=list(margins))
    codes = np.stack(
        [words(table[name]).map(list(goal).index) for name, goal in margins.items()], axis=1
    ).astype(np.int64)
    base = table[weight].to_numpy(float) if weight in table else np.ones(len(table))
    keyed = np.column_stack([codes, base])
    cells, group = np.unique(keyed, axis=0, return_inverse=True)
    raked = rake(
        cells[:, :-1].astype(np.int64),
        np.bincount(group),
        [list(goal.values()) for goal in margins.values()],
        cells[:, -1],
        bounds=case.setting("bounds"),
    )
    return Sample(table, codes, base, group, raked)


def _targets(name: str, rows: Iterable[dict] | dict) -> dict[str, float]:
    """Counts by category, from rows of {category, count} or from a mapping."""
    if isinstance(rows, dict):
        return {str(category): float(count) for category, count in rows.items()}
    table = pd.DataFrame(list(rows))
    category = name if name in table else str(table.columns[0])
    count = next(column for column in table if column != category)
    return dict(zip(words(table[category]), table[count].astype(float), strict=True))


def _cluster(case: Case, table: pd.DataFrame) -> str | None:
    """The column of clusters: named by the case, by its how.md, or by its own name."""
    written = re.search(r"clusters?\s*(?:=|:|by|are|is)\s*`?([\w.]+)", case.how)
    by_case = case.setting("cluster") or (written.group(1) if written else None)
    return by_case if by_case in table else named(table, r"dnum|cluster\w*|psu|firm\w*|district")


def _kish(worth: Kish) -> dict:
    return {
        "n": worth.n,
        "sum_w": worth.sum_w,
        "sum_w2": worth.sum_ww,
        "n_eff": worth.n_eff,
        "deff_w": worth.deff,
        "cv_w": worth.cv,
        "min_w": worth.smallest,
        "max_w": worth.largest,
        "ratio_max_min": worth.ratio,
    }


def _means(sample: Sample, outcome: str, cluster: str | None) -> dict:
    answered = sample.table[outcome].notna().to_numpy()
    y = sample.table[outcome].fillna(0).to_numpy(float)
    sums = [
        np.bincount(sample.group, part, minlength=sample.raked.counts.size)
        for part in (answered * 1.0, y, y**2)
    ]
    raked = raked_mean(sample.raked, *sums)
    means = {
        "unweighted": y[answered].mean(),
        "base": np.average(y[answered], weights=sample.base[answered]),
        "base_se_srs_linearised": _fixed(y[answered], sample.base[answered]),
        "raked": raked.mean,
        "raked_se_taking_raking_into_account": raked.se,
        "raked_se_treating_weights_as_fixed": _fixed(y[answered], sample.weights[answered]),
    }
    if cluster:
        means["raked_clustered_se"] = _clustered(sample, y, sample.table[cluster].to_numpy())
    return means


def _fixed(y: np.ndarray, w: np.ndarray) -> float:
    sums = (w.sum(), w @ y, w @ y**2, w @ w, w**2 @ y, w**2 @ y**2)
    return weighted_mean(y.size, *map(float, sums)).se


def _clustered(sample: Sample, y: np.ndarray, cluster: np.ndarray) -> float:
    """Residuals from the margins (base weights), summed by cluster."""
    marks = np.hstack([column[:, None] == np.unique(column) for column in sample.codes.T]).astype(
        float
    )
    w, root = sample.weights, np.sqrt(sample.base)
    off = y - np.average(y, weights=w)
    slopes = np.linalg.lstsq(marks * root[:, None], off * root, rcond=None)[0]
    left = w * (off - marks @ slopes) / w.sum()
    sums = np.bincount(np.unique(cluster, return_inverse=True)[1], left)
    return float(np.sqrt(sums.size / (sums.size - 1) * np.sum((sums - sums.mean()) ** 2)))


CHECKER = Checker(
    recompute,
    # R stops raking when the margins are met to about 1e-7; linearisations differ by up to 1%.
    {
        "raked_weights_row_order": within(relative=1e-6),
        "kish_raked.*": within(relative=1e-6),
        "mean_*.raked_se_taking*": within(relative=1e-2),
        "mean_*.raked_clustered_se": within(relative=1e-2),
        "mean_*.*": within(relative=1e-6),
        "total_*": within(relative=1e-6),
    },
    frozenset({"margins", "bounds", "cluster"}),
    keys=(frozenset({"raked_weights_row_order"}), frozenset({"kish_raked"})),
    words=r"rak(e|ing)|post.?stratif",
)
