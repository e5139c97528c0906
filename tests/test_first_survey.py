"""One survey is enough: what a fair's first and only file answers, whoever made it."""

from __future__ import annotations

from typing import Any

import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES, invited, on_overview
from analytics.deck.ready_made import requests
from analytics.deck.requested_figures import look_up
from analytics.errors import Fault
from analytics.fairs import choices, loaded_kinds
from analytics.figures import Figure, Grid
from analytics.filters import Filters, Options
from analytics.headless_answer import open_to_read
from analytics.remedies import invitation
from analytics.store import Store
from analytics.study import Study
from analytics.weighting import figures_of
from analytics.wording import LANGUAGES, speaker
from tests import headline_measure
from tests.first_surveys import SURVEYS, write
from tests.headlines import take_in
from tests.in_process import without_child


@pytest.fixture(scope="module", params=SURVEYS)
def fair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A store whose only file is one survey, and the audience that answered it."""
    folder = tmp_path_factory.mktemp(request.param)
    take_in(write(request.param, folder), folder / "data")
    with pytest.MonkeyPatch.context() as patch, without_child():
        patch.setenv("EXPOLENS_DATA", str(folder / "data"))
        with open_to_read(speaker("en")) as (store, _):
            name = store.default_fair()
            audience = choices(store, name, "exhibitor").audiences[0]
            yield store, Filters(name, audience=audience)


def answered(store: Store, filters: Filters) -> tuple[list[Figure], list[tuple[Study, Fault]]]:
    """The card of each study of the overview, and the studies without one."""
    cards, faults = [], []
    for study in on_overview():
        if filters.audience not in study.audiences:
            continue
        try:
            answer = ask(store, study, filters)
        except Fault as fault:
            faults.append((study, fault))
            continue
        cards.append(figures_of(study, answer, speaker("en"))[0])
    return cards, faults


def test_one_survey_fills_four_cards_and_says_what_would_answer_the_rest(fair: Any) -> None:
    store, filters = fair
    cards, faults = answered(store, filters)
    assert len(cards) >= 4
    assert sum(not isinstance(card.form, Grid) for card in cards) >= 3
    loaded = loaded_kinds(store, filters.fair)
    for language in LANGUAGES:
        for study, fault in faults:
            line = invitation(invited(study, loaded), fault, speaker(language))
            assert "filter" not in line
            assert "筛选" not in line


def test_every_headline_of_a_first_survey_is_short_and_plain(fair: Any) -> None:
    store, filters = fair
    for study in STUDIES:
        try:
            answer = ask(store, study, filters)
        except Fault:
            continue
        for language in LANGUAGES:
            for figure in figures_of(study, answer, speaker(language)):
                assert figure.claim is not None
                assert headline_measure.faults(figure.claim.text, language) == []


def test_a_board_deck_of_one_survey_has_no_slide_that_only_says_what_is_missing(fair: Any) -> None:
    store, filters = fair
    say = speaker("en")

    def answer(study: Study, chosen: Filters, options: Options) -> tuple[Figure, ...]:
        return figures_of(study, ask(store, study, chosen, options), say)

    for kind in ("board", "review"):
        figures, missing = look_up(requests(kind, filters), answer, say)
        assert figures
        assert all(shown.figure.claim for shown in figures)
        assert not [shown for shown in figures if shown.figure.data.empty]
        assert not [gap for gap in missing if "filter" in gap.why]
