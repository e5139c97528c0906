"""The key numbers say what the studies' own pages say, to the digit."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.filters import Filters
from analytics.headless_answer import numbers_as_json
from analytics.key_numbers.row import of_store
from analytics.store import Store
from analytics.weighting import figures_of
from analytics.wording import LANGUAGES, Say, speaker
from tests import fairs, small_fair

EN = Say("en")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("numbers")) as store:
        small_fair.load(store)
        yield store


@pytest.mark.parametrize("language", LANGUAGES)
def test_card_headline_and_key_number_agree(small: Store, language: str) -> None:
    say = speaker(language)
    numbers = {number.key: number for number in of_store(small, Filters("f"), say)}
    for key, of_study, figure in (
        ("satisfied", "satisfaction", "overview"),
        ("overall", "satisfaction", "overalls"),
    ):
        answer = ask(small, study(of_study), Filters("f"))
        shown = {shown.key: shown for shown in figures_of(study(of_study), answer, say)}
        assert numbers[key].value in shown[figure].title
        assert numbers[key].before.split()[-1] in shown[figure].title
        claim = shown[figure].claim
        assert claim is not None
        assert (numbers[key].certainty, numbers[key].badge) == (claim.certainty, claim.badge(say))


def test_exhibitors_and_return_are_those_of_the_retention_page(small: Store) -> None:
    numbers = {number.key: number for number in of_store(small, Filters("f"), EN)}
    last = ask(small, study("retention"), Filters("f")).on_file.iloc[-1]
    assert numbers["exhibitors"].value == EN.number(last["exhibitors"])
    assert numbers["retention"].value == EN.percent(last["retention"], 0)


def test_a_survey_alone_has_its_numbers_without_a_last_time(tmp_path_factory) -> None:
    with Store(tmp_path_factory.mktemp("alone")) as store:
        fairs.load(
            store,
            "exhibitor_survey",
            edition_rows=fairs.editions([1]),
            question_rows=fairs.questions("f-1", []),
            response_rows=fairs.answers("f-1", [{"overall": 4}, {"overall": 3}] * 20),
        )
        numbers = of_store(store, Filters("f"), EN)
    assert [(number.key, number.value, number.before) for number in numbers][:2] == [
        ("satisfied", "50%", ""),
        ("overall", "3.50", ""),
    ]


def test_the_command_line_writes_the_same(small: Store) -> None:
    answer = json.loads(numbers_as_json(small, Filters("f"), EN, None))
    shown = [(number.key, number.value) for number in of_store(small, Filters("f"), EN)]
    assert [(number["key"], number["value"]) for number in answer["numbers"]] == shown
