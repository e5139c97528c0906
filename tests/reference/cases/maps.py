"""Maps of answers against FactoMineR and ca. What the product does not show of respondents is
worked out here.

Axes have no sign of their own: ours are turned to R's before comparing.
"""

from typing import Any

import numpy as np
import pandas as pd

from analytics.stats.arrays import FloatArray
from analytics.stats.mca import Mca, mca, row_coordinates
from analytics.stats.mca_inertia import adjusted_inertia
from analytics.stats.mca_supplement import supplementary_categories
from tests.reference.case import Case
from tests.reference.cases.answers import Answers, answers_in
from tests.reference.cases.checker import Checker
from tests.reference.comparison import within
from tests.reference.methods.supplementary_number import supplementary_number
from tests.stats.oracles.burt_table import burt_of


def recompute(case: Case) -> dict:
    expected, table = case.expected, case.table()
    active = answers_in(table, expected["active_columns"])
    axes = len(expected["var"]["coord"]["cols"])
    answer_map = mca(burt_of(active.codes, active.sizes), active.sizes, axes)
    sides = _sides(expected["var"], answer_map, active)
    return {
        "n": answer_map.n,
        "K_active": answer_map.questions,
        "J_categories": answer_map.counts.size,
        "eig": _eigenvalues(answer_map, expected["eig"]),
        "total_inertia": answer_map.total_inertia,
        **_adjusted(answer_map),
        "var": _active(expected["var"], answer_map, active, sides),
        "ind": _respondents(expected["ind"], answer_map, active, sides),
        **_supplement(expected, table, answer_map, active, sides),
    }


def _supplement(
    expected: dict, table: pd.DataFrame, answer_map: Mca, active: Answers, sides: FloatArray
) -> dict:
    """Where the case has any: categories, and numbers (as many as there are)."""
    placed = {}
    if expected.get("quali_sup"):
        columns = expected.get("supplementary_quali") or expected["quali_sup"]["eta2"]["rows"]
        placed["quali_sup"] = _categories(
            expected["quali_sup"], table, columns, answer_map, active, sides
        )
    if expected.get("quanti_sup"):
        placed["quanti_sup"] = _numbers(expected["quanti_sup"], table, answer_map, active, sides)
    return placed


def _sides(var: dict, answer_map: Mca, active: Answers) -> FloatArray:
    places = [active.names.index(key) for key in var["keys"]]
    return np.sign(
        np.sum(np.array(var["coord"]["values"]) * answer_map.coordinates[places], axis=0)
    )


def _eigenvalues(answer_map: Mca, expected: dict) -> dict:
    shares = 100 * answer_map.eigenvalues / answer_map.eigenvalues.sum()
    values = np.stack([answer_map.eigenvalues, shares, shares.cumsum()], axis=1)
    return {"rows": expected["rows"], "cols": expected["cols"], "values": values}


def _adjusted(answer_map: Mca) -> dict:
    adjusted = adjusted_inertia(
        answer_map.eigenvalues, answer_map.questions, answer_map.counts.size
    )
    greenacre = 100 * adjusted.greenacre
    return {
        "benzecri": {"adjusted_inertia": adjusted.inertia, "pct": 100 * adjusted.benzecri},
        "greenacre": {
            "adjusted_inertia": adjusted.inertia,
            "adjusted_total": adjusted.total,
            "pct": greenacre,
            "sum_pct": greenacre.sum(),
        },
        "ca_mjca_adjusted": {
            "inertia": adjusted.inertia,
            "inertia_total": adjusted.total,
            "inertia_pct": greenacre,
        },
    }


def _active(expected: dict, answer_map: Mca, active: Answers, sides: FloatArray) -> dict:
    order = [active.names.index(key) for key in expected["keys"]]
    tables = {
        "coord": (answer_map.coordinates * sides)[order],
        "contrib": 100 * answer_map.contributions[order],
        "cos2": answer_map.cos2[order],
        "v.test": (answer_map.v * sides)[order],
        "eta2": answer_map.eta2[[active.columns.index(name) for name in expected["eta2"]["rows"]]],
    }
    return _like(expected, tables) | {"keys": expected["keys"]}


def _like(expected: dict, tables: dict[str, FloatArray]) -> dict[str, Any]:
    return {
        key: {"rows": expected[key]["rows"], "cols": expected[key]["cols"], "values": v}
        for key, v in tables.items()
    }


def _respondents(expected: dict, answer_map: Mca, active: Answers, sides: FloatArray) -> dict:
    places = row_coordinates(answer_map, active.codes) * sides
    by_answer = answer_map.n / answer_map.counts[active.columns_of_codes]
    distance = by_answer.mean(axis=1, keepdims=True) - 1
    return {
        "rows": expected["rows"],
        "coord": places,
        "contrib": 100 * places**2 / (answer_map.n * answer_map.eigenvalues[: answer_map.axes]),
        "cos2": places**2 / distance,
    }


def _categories(
    expected: dict,
    table: pd.DataFrame,
    columns: list[str],
    answer_map: Mca,
    active: Answers,
    sides: FloatArray,
) -> dict:
    others = answers_in(table, columns)
    placed = supplementary_categories(answer_map, others.indicator.T @ active.indicator)
    order = [others.names.index(key) for key in expected["keys"]]
    starts = np.concatenate([[0], np.cumsum(others.sizes)[:-1]])
    tables = {
        "coord": (placed.coordinates * sides)[order],
        "cos2": placed.cos2[order],
        "v.test": (placed.v * sides)[order],
        "eta2": np.add.reduceat(placed.parts, starts)[
            [columns.index(name) for name in expected["eta2"]["rows"]]
        ],
    }
    return _like(expected, tables) | {"keys": expected["keys"]}


def _numbers(
    expected: dict, table: pd.DataFrame, answer_map: Mca, active: Answers, sides: FloatArray
) -> dict:
    """FactoMineR puts the mean in the place of a missing number."""
    arrows = []
    for name in expected["correlation"]["rows"]:
        column = pd.to_numeric(table[name], errors="coerce")
        x = column.fillna(column.mean()).to_numpy(float)
        arrows.append(supplementary_number(answer_map, x @ active.indicator, x.sum(), x @ x))
    return _like(expected, {"correlation": np.stack(arrows) * sides})


def inertia(case: Case) -> dict:
    active = answers_in(case.table(), case.expected["active_columns"])
    answer_map = mca(burt_of(active.codes, active.sizes), active.sizes)
    adjusted = adjusted_inertia(
        answer_map.eigenvalues, answer_map.questions, answer_map.counts.size
    )
    raw, burt = answer_map.eigenvalues, answer_map.eigenvalues**2
    return {
        "active_columns": active.columns,
        "indicator": {"inertia": raw, "pct": 100 * raw / raw.sum()},
        "burt": {"inertia": burt, "pct": 100 * burt / burt.sum()},
        "adjusted": {
            "inertia": adjusted.inertia,
            "total": adjusted.total,
            "pct": 100 * adjusted.greenacre,
        },
    }


# The case's own tolerance: 1e-6 where axes were turned to match.
CHECKER = Checker(
    recompute,
    {
        "*.values.*": within(relative=1e-6, absolute=1e-8),
        "ind.*": within(relative=1e-6, absolute=1e-8),
    },
    frozenset({"active_columns", "supplementary_quanti", "supplementary_quali", "names_note"}),
    keys=(frozenset({"eig", "var", "ind"}), frozenset({"eig", "greenacre"})),
    words=r"\bmca\b|multiple correspondence",
)
INERTIA = Checker(
    inertia,
    settings=frozenset({"supplementary_columns"}),
    keys=(frozenset({"indicator", "burt", "adjusted"}),),
    words=r"\bmca\b.*inertia|adjusted inertia",
)
