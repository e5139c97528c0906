"""Every headline of every study keeps the rules of the room, on every fair there is here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.errors import Fault
from analytics.figures import Figure
from analytics.figures.claims import BADGES, length, limit
from analytics.filters import Audience, Filters
from analytics.store import Store
from analytics.study import Study
from analytics.weighting import figures_of
from analytics.wording import LANGUAGES, Language, speaker
from tests import headline_measure, small_fair
from tests.in_process import without_child

KEYS = [study.key for study in STUDIES]


def answered(store: Store, study: Study, audience: Audience) -> Iterator[tuple[Language, Figure]]:
    """The figures of a study in both languages; nothing where the fair does not bear it."""
    fair = store.default_fair()
    with without_child():
        try:
            answer = ask(store, study, Filters(fair, audience=audience))
        except Fault:
            return
    for language in LANGUAGES:
        for figure in figures_of(study, answer, speaker(language)):
            yield language, figure


def check(language: Language, figure: Figure) -> None:
    claim = figure.claim
    assert claim is not None, figure.key
    assert headline_measure.faults(claim.text, language) == [], (figure.key, claim.text)
    assert len(headline_measure.numbers(claim.text)) <= 4, (figure.key, claim.text)
    assert headline_measure.measured(claim.text) <= 2, (figure.key, claim.text)
    assert claim.certainty in BADGES
    assert "{" not in claim.text
    assert "nan" not in claim.text.lower().split()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A fair of 180 exhibitors over four editions, nothing in it but chance."""
    with Store(tmp_path_factory.mktemp("small")) as store:
        small_fair.load(store)
        yield store


@pytest.mark.parametrize("key", KEYS)
def test_headlines_of_the_demo_are_short_and_plain(demo: Store, key: str) -> None:
    study = next(study for study in STUDIES if study.key == key)
    figures = [pair for audience in study.audiences for pair in answered(demo, study, audience)]
    assert figures
    for language, figure in figures:
        check(language, figure)


@pytest.mark.parametrize("key", KEYS)
def test_headlines_of_a_small_fair_are_short_and_plain(small: Store, key: str) -> None:
    study = next(study for study in STUDIES if study.key == key)
    for audience in study.audiences:
        for language, figure in answered(small, study, audience):
            check(language, figure)


def test_the_measure_counts_as_a_reader_would() -> None:
    assert headline_measure.length("88% of them came back.", "en") == 5
    assert headline_measure.length("评 5 分的 USD 展商，88% 再来。", "zh") == 7
    assert headline_measure.faults("The interval of α", "en") == ["interval", "Greek"]
    assert headline_measure.faults("35%, 36% and 37% of 1,900 came.", "en") == ["3 numbers"]
    assert headline_measure.measured("评 5 分的成交 118.2万美元，评 2 分的 32.7万美元。") == 2
    for language, text in (("en", "88% of them came back."), ("zh", "评 5 分的展商，88% 再来。")):
        assert length(text, language) == headline_measure.length(text, language)  # type: ignore[arg-type]
        assert limit(language) in (20, 30)  # type: ignore[arg-type]
