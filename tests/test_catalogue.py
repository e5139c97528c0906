"""Every study in the list is whole: a page, sentences, sources, grain lines, an answer on the demo
fair in both languages.
"""

from __future__ import annotations

import pytest

from analytics import catalogue
from analytics.ask import ask
from analytics.errors import UnknownStudy
from analytics.headless_answer import filters
from analytics.settings import ROOT
from analytics.store import Store
from analytics.wording import speaker

KEYS = [study.key for study in catalogue.STUDIES]


@pytest.fixture(scope="module", params=catalogue.STUDIES, ids=KEYS)
def study(request: pytest.FixtureRequest):
    return request.param


def test_keys_are_folder_page_and_address(study):
    assert (ROOT / "analytics" / "studies" / study.key / "__init__.py").exists()
    assert (ROOT / "pages" / f"{study.key}.py").exists()


def test_no_folder_of_a_study_is_missing_from_the_list():
    folders = {path.parent.name for path in (ROOT / "analytics" / "studies").glob("*/__init__.py")}
    assert folders == set(KEYS)


def test_keys_are_unique_and_an_unknown_one_is_refused():
    assert len(set(KEYS)) == len(KEYS)
    with pytest.raises(UnknownStudy):
        catalogue.study("no_such_study")


def test_every_option_has_a_label_for_each_choice(study):
    for option in study.options:
        resting = option.choices[0] if option.choices else ""
        assert study.chosen(())[option.key] == resting
        assert study.chosen(((option.key, "nonsense"),))[option.key] == (
            "nonsense" if option.among else resting
        )
        assert len(option.choices) == len(option.labels)
        assert option.among or len(option.choices) > 1


def test_every_method_gives_formula_assumption_source_and_caution(study):
    assert study.methods
    for method in study.methods:
        assert all((method.formula, method.assumption, method.source, method.caution))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_demo_fair_gets_an_answer_in_both_languages(study, language: str, demo: Store):
    say = speaker(language)
    figures = study.figures(ask(demo, study, filters(demo, "demo", [], "exhibitor", (), ())), say)
    assert len({figure.key for figure in figures}) == len(figures) > 1
    for figure in figures:
        assert figure.finding.strip()
        assert figure.base.strip()
        assert "{" not in figure.finding + figure.base
        assert figure.table().shape[0] > 0
        assert {column.name for column in figure.columns} <= set(figure.data.columns)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in figure.finding) == (
            language == "zh"
        )
