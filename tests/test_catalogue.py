"""Every study in the list is whole: a page, sentences, sources, grain lines, an answer on the demo
fair in both languages.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import get_args

import pytest

from analytics import catalogue
from analytics.ask import ask
from analytics.errors import UnknownStudy
from analytics.folders import ROOT
from analytics.headless_answer import filters
from analytics.intake.table.file_kinds import KIND_KEYS
from analytics.store import Store
from analytics.study import Deck
from analytics.wording import speaker

KEYS = [study.key for study in catalogue.STUDIES]
MODULE = re.compile(r"(__init__|compute(_[a-z_]+)?|figures(_[a-z_]+)?)\.py|[a-z_]+\.sql")
NOT_YET_CONVERTED: set[str] = set()
"""Studies whose folders have another shape. No study is ever added here."""


@pytest.fixture(scope="module", params=catalogue.STUDIES, ids=KEYS)
def study(request: pytest.FixtureRequest):
    return request.param


def test_keys_are_folder_page_and_address(study):
    assert (ROOT / "analytics" / "studies" / study.key / "__init__.py").exists()
    assert (ROOT / "pages" / f"{study.key}.py").exists()


def test_no_folder_of_a_study_is_missing_from_the_list():
    folders = {path.parent.name for path in (ROOT / "analytics" / "studies").glob("*/__init__.py")}
    assert folders == set(KEYS)


def test_a_study_is_what_it_declares_what_it_computes_what_it_shows_and_its_statements(study):
    folder = ROOT / "analytics" / "studies" / study.key
    files = {path.name for path in folder.iterdir() if path.name != "__pycache__"}
    if study.key not in NOT_YET_CONVERTED:
        assert {name for name in files if not MODULE.fullmatch(name)} == set()
        assert {"__init__.py", "compute.py", "figures.py"} <= files


def test_the_list_of_studies_waits_for_nothing_that_computes():
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import analytics.catalogue\n"
        "print(sorted({'pandas', 'scipy', 'sklearn', 'statsmodels'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_every_study_reads_kinds_of_files_that_there_are(study):
    assert study.reads
    assert set(study.reads) <= set(KIND_KEYS)
    assert len(set(study.reads)) == len(study.reads)


def test_no_two_cards_claim_one_place_on_the_overview():
    ranks = [study.on_overview.rank for study in catalogue.STUDIES if study.on_overview]
    assert len(set(ranks)) == len(ranks) > 1
    assert len(catalogue.on_overview()) == len(ranks)


@pytest.mark.parametrize("deck", get_args(Deck))
def test_no_two_figures_claim_one_place_in_a_deck(deck: Deck):
    places = [
        place for study in catalogue.STUDIES for place in study.in_decks if place.deck == deck
    ]
    assert len({place.rank for place in places}) == len(places) > 1
    figures = [(study.key, figure) for study, figure in catalogue.in_deck(deck)]
    assert len(set(figures)) == len(figures) == len(places)


def test_every_place_and_list_of_names_is_of_a_figure_that_there_is(study, demo: Store):
    answer = ask(demo, study, filters(demo, "demo", [], "exhibitor", (), ()))
    keys = {figure.key for figure in study.figures(answer, speaker("en"))}
    declared = {place.figure for place in study.in_decks} | set(study.names_people)
    declared |= set(study.quotes_people)
    if study.on_overview:
        declared.add(study.on_overview.figure)
    assert declared <= keys


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
