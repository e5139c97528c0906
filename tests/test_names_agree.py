"""One thing has one name: whatever shows a question or a dimension calls it as the fair does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from analytics import fairs
from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.content_names import ContentName, content_names, set_names
from analytics.deck import headless, ready_made
from analytics.errors import Fault
from analytics.figures import Figure
from analytics.filters import Audience, Filters
from analytics.store import Store
from analytics.weighting import figures_of
from analytics.wording import LANGUAGES, Say, speaker
from tests import small_fair
from tests.in_process import without_child

SHOWN_IN = ("label", "series", "row", "item")
AUDIENCES: tuple[Audience, ...] = ("exhibitor", "visitor")
RENAMED = {"zh": "改过的名称", "en": "Name given afterwards"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A fair of chance whose every question and dimension was renamed in the table of names."""
    with Store(tmp_path_factory.mktemp("small")) as store:
        small_fair.load(store)
        set_names(store, store.default_fair(), [_renamed(name) for name in _named(store)])
        yield store


def _named(store: Store) -> list[ContentName]:
    names = content_names(store, store.default_fair())
    return [name for name in names if name.part in ("item", "dimension")]


def _renamed(name: ContentName) -> ContentName:
    zh, en = (f"{RENAMED[language]} {name.key}" for language in LANGUAGES)
    return ContentName(name.part, name.key, zh, en, name.audience)


def figures(store: Store, audience: Audience, say: Say) -> Iterator[tuple[str, Figure]]:
    """Every figure that the fair bears, with its study's key."""
    for study in STUDIES:
        if audience not in study.audiences:
            continue
        try:
            answer = ask(store, study, Filters(store.default_fair(), audience=audience))
        except Fault:
            continue
        for figure in figures_of(study, answer, say):
            yield study.key, figure


def rows_of(figure: Figure, names: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """(id, texts of the row) of each row about a question or a dimension."""
    shown = [column for column in SHOWN_IN if column in figure.data]
    if "key" in figure.data and shown:
        for row in figure.data.to_dict("records"):
            if str(row["key"]) in names:
                yield str(row["key"]), [str(row[column]) for column in shown]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_calls_a_question_as_the_fair_does(store: Store, language: str) -> None:
    say, walked = speaker(language), set[str]()
    with without_child():
        for audience in AUDIENCES:
            names = {
                name.key: say.name(name.zh, name.en)
                for name in _named(store)
                if name.audience == audience
            }
            for study, figure in figures(store, audience, say):
                for key, texts in rows_of(figure, names):
                    assert names[key] in texts, (study, figure.key, key, texts)
                    walked.add(study)
    assert {"satisfaction", "drivers"} <= walked


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_and_slides_call_a_dimension_so_too(store: Store, language: str) -> None:
    say, fair = speaker(language), store.default_fair()
    names = {name.key: say.name(name.zh, name.en) for name in _named(store)}
    offered = fairs.choices(store, fair, "exhibitor").dimensions
    assert offered
    assert all(say.name(each.zh, each.en) == names[each.id] for each in offered)
    answer, walked = headless.StoreAnswers(store, say), 0
    with without_child():
        for request in ready_made.requests("review", Filters(fair)):
            study = next(study for study in STUDIES if study.key == request.study)
            try:
                shown = answer(study, request.filters, request.options)
            except Fault:
                continue
            for figure in shown:
                for key, texts in rows_of(figure, names):
                    assert names[key] in texts, (study.key, figure.key, key)
                    walked += 1
    assert walked
