"""Group comparisons; the pooled F and Tukey's classic pairs, which the product does not offer, come
from SciPy.

R's ptukey is accurate to about 1e-10, not to nine digits of a small p, and its qtukey stops at a
coarse step: those p values and Tukey's limits are compared absolutely.
"""

from itertools import combinations

import numpy as np
import pandas as pd

from analytics.stats.group_difference import GroupPair, effect_size, games_howell, welch_anova
from analytics.stats.multiplicity import benjamini_hochberg, holm
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import in_order, words
from tests.reference.comparison import within
from tests.reference.methods.kruskal_wallis import kruskal_wallis, score_table


def recompute(case: Case) -> dict:
    y, by = case.expected["y"], case.expected["group"]
    rows = case.table()[[by, y]].dropna()
    rows = rows.assign(**{by: words(rows[by])})
    groups = rows.groupby(by)[y].agg(["count", "mean", "var"])
    groups = groups.loc[in_order(groups.index, case.expected.get("means", {}))]
    values = [rows.loc[rows[by] == name, y].to_numpy(float) for name in groups.index]
    ranks = kruskal_wallis(score_table(rows[y], rows[by]))
    return {
        "y": y,
        "group": by,
        "means": groups["mean"].to_dict(),
        "sd": np.sqrt(groups["var"]).to_dict(),
        "n": groups["count"].to_dict(),
        "anova": _anova(values, groups),
        "welch_anova": _welch(groups),
        "kruskal": {"H": ranks.h, "df": ranks.df, "p": ranks.p, "epsilon2": ranks.epsilon2},
        "tukey": _tukey(values, groups.index.tolist()),
        "pairs": _pairs(groups),
    }


def _columns(groups: pd.DataFrame) -> list[np.ndarray]:
    return [groups[column].to_numpy(float) for column in ("count", "mean", "var")]


def _anova(values: list[np.ndarray], groups: pd.DataFrame) -> dict:
    from scipy.stats import f_oneway

    pooled, effect = f_oneway(*values), effect_size(*_columns(groups))
    k, n = len(values), sum(map(len, values))
    f, p = pooled.statistic, pooled.pvalue
    return {
        "F": f,
        "df1": k - 1,
        "df2": n - k,
        "p": p,
        "eta2": effect.eta2,
        "omega2": effect.omega2,
    }


def _welch(groups: pd.DataFrame) -> dict:
    test = welch_anova(*_columns(groups))
    return {"F": test.statistic, "df": [test.df1, test.df2], "p": test.p}


def _tukey(values: list[np.ndarray], names: list[str]) -> dict:
    from scipy.stats import tukey_hsd

    tukey = tukey_hsd(*values)
    interval = tukey.confidence_interval(0.95)
    tables = tukey.statistic, interval.low, interval.high, tukey.pvalue
    pairs = list(combinations(range(len(names)), 2))
    return {
        "rows": [f"{names[second]}-{names[first]}" for first, second in pairs],
        "cols": ["diff", "lwr", "upr", "p adj"],
        "values": [[table[second, first] for table in tables] for first, second in pairs],
    }


def _pairs(groups: pd.DataFrame) -> list[dict]:
    pairs, names = games_howell(*_columns(groups)), groups.index.tolist()
    alone = [pair.welch_p for pair in pairs]
    adjusted = zip(pairs, holm(alone).p, benjamini_hochberg(alone).p, strict=True)
    return [_pair(pair, names, groups, step_down, step_up) for pair, step_down, step_up in adjusted]


def _pair(
    pair: GroupPair, names: list[str], groups: pd.DataFrame, step_down: float, step_up: float
) -> dict:
    n, _, variance = (column[[pair.first, pair.second]] for column in _columns(groups))
    pooled = (n - 1) @ variance / (n.sum() - 2)
    return {
        "a": names[pair.first],
        "b": names[pair.second],
        "diff": pair.difference,
        "welch_t": pair.t,
        "welch_df": pair.df,
        "welch_p": pair.welch_p,
        "games_howell_p": pair.p,
        "cohen_d_pooled": pair.difference / pooled**0.5,
        "hedges_g_approxJ": pair.hedges_g,
        "welch_holm": step_down,
        "welch_bh": step_up,
    }


CHECKER = Checker(
    recompute,
    {
        "pairs.*.games_howell_p": within(absolute=1e-10),
        "tukey.values.*.3": within(absolute=1e-10),
        "tukey.values.*.[12]": within(absolute=1e-6),
    },
    keys=(frozenset({"welch_anova"}), frozenset({"games_howell_p"})),
    words=r"group comparison|welch|games.?howell|anova",
)
