"""A case of a known method passes whatever its columns, categories and method are called."""

import json
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.reference import recognise
from tests.reference.columns import NoSuchColumn, column, in_order, words
from tests.reference.comparison import compare
from tests.reference.run import run_folder

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture
def variant(tmp_path):
    """A copy of a case with another table, other expectations, another name of the method."""

    def make(name, table, expected=None, method="some method"):
        folder = tmp_path / name
        shutil.copytree(GOLDEN / name, folder)
        table.to_csv(folder / "input.csv", index=False)
        (folder / "how.md").write_text(f"method: {method}\n", encoding="utf-8")
        if expected is not None:
            (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
        return str(run_folder(folder))

    return make


def given(name):
    folder = GOLDEN / name
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return pd.read_csv(folder / "input.csv"), expected


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("wilson_public", {"x": "yes", "n": "answers"}),
        ("wilson_public", {"x": "one", "n": "other"}),
        ("trend_mk_noties", {"edition": "year", "value": "overall"}),
        ("trend_proportion_public", {"edition": "t", "exhibitors": "m", "repeaters": "again"}),
        ("retention_toy", {"exhibitor_id": "company", "edition": "wave"}),
        ("bgbb_staggered", {"exhibitor_id": "member", "edition": "year"}),
        ("keyness_comments", {"comment": "nr", "group": "side", "tokens": "remark"}),
        ("gammagamma_exhibitors", {"exhibitor_id": "firm", "edition": "wave", "fee": "turnover"}),
        ("kitagawa_simpson", {"n1": "firms 1", "rate1": "a", "n2": "firms 2", "rate2": "b"}),
    ],
)
def test_columns_may_be_called_otherwise(variant, name, columns):
    table, _ = given(name)
    shuffled = table if name in ("wilson_public", "kitagawa_simpson") else table.iloc[::-1]
    assert variant(name, shuffled.rename(columns=columns)).startswith("passed")


def test_categories_may_be_words(variant):
    table, _ = given("partition_agreement_public")
    named = pd.DataFrame({"a": "g" + table["a"].astype(str), "b": "w" + table["b"].astype(str)})
    assert variant("partition_agreement_public", named).startswith("passed")


def test_survivors_of_one_segment_need_no_name_and_may_be_counts(variant):
    table, expected = given("sbg_published")
    alone = pd.DataFrame({"edition": table["year"], "still_there": table["regular"] * 10})
    outcome = variant("sbg_published", alone, expected["regular"] | {"discount_rate": 0.1})
    assert outcome.startswith("passed"), outcome


def test_two_stands_of_a_firm_at_an_edition_are_one_amount(variant):
    table, _ = given("gammagamma_exhibitors")
    halves = table.assign(fee=table["fee"] / 2)
    assert variant("gammagamma_exhibitors", pd.concat([halves, halves])).startswith("passed")


def test_an_edition_held_that_nobody_joined_is_an_empty_cohort(variant):
    attended = pd.DataFrame({"firm": ["A", "A", "B"], "edition": [1, 3, 1]})
    flows = [(1, 2, 2, 0, None), (2, 0, 0, 2, 0.0), (3, 1, 0, 0, None)]
    names = ("edition", "exhibitors", "new", "lapsed_from_previous", "retention_rate_of_previous")
    expected = {
        "by_edition": [dict(zip(names, flow, strict=True)) for flow in flows],
        "cohorts": [
            {"cohort": 1, "size": 2, "attended_at_age": [2, 0, 1]},
            {"cohort": 2, "size": 0, "classic_retention": [None, None]},
        ],
    }
    outcome = variant("retention_toy", attended, expected)
    # Cohort 3 is empty too, and not listed by the case.
    assert outcome.startswith("passed"), outcome


def test_weights_change_everything_but_ranks(variant):
    table, _ = given("drivers_swiss")
    names = ["Education", "Catholic"]
    weight = np.linspace(0.5, 2, len(table))
    table = table.assign(w=weight)
    design = np.column_stack([np.ones(len(table)), table[names]])
    y = table["Fertility"].to_numpy()
    b = np.linalg.solve(design.T @ (design * weight[:, None]), design.T @ (weight * y))
    left, off = y - design @ b, y - np.average(y, weights=weight)
    r_squared = 1 - (weight @ left**2) / (weight @ off**2)
    expected = {
        "y": "Fertility",
        "predictors": names,
        "weights": "w",
        "R2": float(r_squared),
        "b": dict(zip(["(Intercept)", *names], b.tolist(), strict=True)),
        "spearman": {"Education": float(table["Education"].corr(table["Fertility"], "spearman"))},
    }
    outcome = variant("drivers_swiss", table, expected, "derived importance, weighted")
    assert outcome.startswith("passed"), outcome


def test_boxes_follow_the_scale_of_the_case(variant):
    answers = pd.DataFrame({"id": range(6), "q": [1, 2, 5, 6, 7, 7]})
    expected = {"q": {"n": 6, "fpc_N": None, "top2box": 0.5, "bottom2box": 2 / 6, "mean": 28 / 6}}
    assert variant("mean_ci_items", answers, expected, "means").startswith("passed")


def test_a_method_of_a_later_issue_is_not_built_and_no_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(recognise, "LATER", r"conjoint")
    (tmp_path / "how.md").write_text("method: Conjoint analysis\n", encoding="utf-8")
    (tmp_path / "expected.json").write_text("{}", encoding="utf-8")
    assert run_folder(tmp_path).state == "not built"


def test_a_method_nobody_knows_is_unknown(tmp_path):
    (tmp_path / "how.md").write_text("method: astrology\n", encoding="utf-8")
    (tmp_path / "expected.json").write_text('{"stars": 3}', encoding="utf-8")
    assert run_folder(tmp_path).state == "unknown"


def test_matrices_are_compared_by_the_names_of_rows_and_columns():
    r = {"rows": ["a", "b"], "cols": ["x", "y"], "values": [[1, 2], [3, 4]]}
    ours = {"rows": ["b", "a"], "cols": ["y", "x"], "values": [[4, 3], [2, 1]]}
    assert all(finding.agrees for finding in compare(r, ours, {}))
    wrong = ours | {"values": [[4, 3], [2, 9]]}
    assert [finding.path for finding in compare(r, wrong, {}) if not finding.agrees] == [
        "values.0.0"
    ]


def test_numbered_categories_are_words_and_keep_the_order_asked_for():
    assert words(pd.Series([1.0, None, 3.0])).dropna().tolist() == ["1", "3"]
    assert in_order(["b", "a", "C"], ["C", "a", "b"]) == ["C", "a", "b"]


def test_a_column_nobody_can_find_is_said():
    with pytest.raises(NoSuchColumn):
        column(pd.DataFrame({"id": [1], "text": ["x"]}), "value")
