"""Tests that stand together are judged together: studies name families and how they adjust."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd
import pytest

from analytics import sheets
from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.errors import Fault
from analytics.figures import Figure
from analytics.figures.families import Family, family, listed
from analytics.filters import Filters
from analytics.folders import ROOT
from analytics.store import Store
from analytics.wording import Say
from tests import small_fair

EN, ZH = Say("en"), Say("zh")
UNADJUSTED = {
    ("satisfaction", "pairs", "p"): "Games–Howell's p is simultaneous over all pairs",
    ("satisfaction", "screening", "p"): "stands beside Benjamini–Hochberg's",
    ("satisfaction_turnover", "ways", "p"): "stands beside Holm's",
    ("loyalty", "ratios", "p"): "stands beside Holm's",
    ("churn", "terms", "p"): "stands beside Holm's",
    ("churn", "risks", "p"): "a probability of staying away, no test",
}
"""Columns of p values that are not adjusted one by one, and why."""
P_COLUMN = re.compile(r"^p$|_p$|^p_holm$")
P_TOLD = re.compile(r"\bp (?:=|<) \d?")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Figure, ...]]]:
    with Store(tmp_path_factory.mktemp("small")) as store:
        small_fair.load(store)
        figures = {}
        for study in STUDIES:
            try:
                figures[study.key] = study.figures(ask(store, study, Filters("f")), EN)
            except Fault:
                figures[study.key] = ()
        yield figures


def test_a_family_counts_only_tests_that_could_be_made() -> None:
    assert family("Steps", [0.01, float("nan"), None, 0.2]) == (Family("Steps", 2, "holm", 1),)
    assert family("Steps", [float("nan"), None]) == ()


def test_a_family_says_how_it_is_adjusted_and_one_test_that_it_is_not() -> None:
    assert Family("Steps", 7).how(EN).startswith("7 tests, Holm: at most one chance in twenty")
    assert "Benjamini–Hochberg" in Family("Steps", 7, "benjamini-hochberg").how(EN)
    assert Family("Steps", 1).how(EN).startswith("one test, nothing to adjust")
    assert listed((Family("甲", 2), Family("乙", 1)), ZH).count("；") == 1


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.key)
def test_whoever_prints_a_p_names_the_family_it_belongs_to(study, shown) -> None:
    for figure in shown[study.key]:
        columns = [column.name for column in figure.columns if P_COLUMN.search(column.name)]
        has_p = [
            name
            for name in columns
            if (study.key, figure.key, name) not in UNADJUSTED or name != "p"
        ]
        tested = any(
            pd.to_numeric(figure.data[name], errors="coerce").notna().any() for name in has_p
        )
        is_risk = (study.key, figure.key) == ("churn", "risks")
        if (tested and not is_risk) or P_TOLD.search(figure.finding):
            assert figure.families, (figure.key, figure.finding)


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.key)
def test_a_column_of_several_ps_says_that_they_are_adjusted(study, shown) -> None:
    for figure in shown[study.key]:
        for column in figure.columns:
            several = P_COLUMN.search(column.name) and figure.data[column.name].nunique() > 1
            if several and (study.key, figure.key, column.name) not in UNADJUSTED:
                adjusted = re.search("Holm|Benjamini", column.title) or any(
                    each.tests > 1 for each in figure.families
                )
                assert adjusted, (figure.key, column.title)


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.key)
def test_families_are_told_wherever_the_method_is(study, shown) -> None:
    for figure in shown[study.key]:
        for each in figure.families:
            assert each.name
            assert each.tests >= 1
        if figure.families:
            assert sheets.workbook(figure, EN)


def test_no_study_adjusts_by_itself() -> None:
    """Bonferroni by hand, or a second Holm, would be another rule in another place."""
    for path in (ROOT / "analytics" / "studies").rglob("*.py"):
        text = path.read_text("utf-8")
        assert "multipletests" not in text, path
        assert not re.search(r"\.p \* |\* pairs\b|/ pairs\b", text), path


def test_limits_of_small_bases_are_numbers_of_one_module() -> None:
    for path in (ROOT / "analytics").rglob("*.py"):
        if path.name != "suppression.py":
            assert not re.search(
                r"^(NEVER_BELOW|HIDDEN_BELOW|PALE_BELOW|FAINT_BELOW|SMALLEST_BASE)\s*=",
                path.read_text("utf-8"),
                re.MULTILINE,
            ), path
