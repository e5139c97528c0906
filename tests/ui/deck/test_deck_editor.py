"""The desk of decks: pin, order, name, make a file, present; in both languages, on a small fair."""

from __future__ import annotations

import time

import pytest
from streamlit.testing.v1 import AppTest

from analytics.deck import saved_decks
from analytics.store import Store
from tests.ui.conftest import Open, words_on
from ui.deck import deck_build, presentation


def press(at: AppTest, key: str) -> AppTest:
    return next(button for button in at.button if button.key == key).click().run()


def with_pins(store: Store, open_app: Open, language: str = "en") -> AppTest:
    at = open_app("satisfaction", lang=language)
    at = press(at, "satisfaction-overalls-pin")
    at = press(at, "satisfaction-dimensions-pin")
    assert not at.exception
    return at


def test_a_pin_makes_a_deck_and_remembers_the_question_and_the_answer(
    store: Store, open_app: Open
) -> None:
    at = open_app("satisfaction", lang="en", edition="f-2")
    press(at, "satisfaction-overalls-pin")
    (deck,) = saved_decks.decks(store)
    (pin,) = saved_decks.pins(store, deck.id)
    assert (pin.wanted.study, pin.wanted.figure, pin.wanted.filters.editions) == (
        "satisfaction",
        "overalls",
        ("f-2",),
    )
    assert set(pin.shown["finding"]) == {"zh", "en"}


def test_pinning_leaves_every_kept_answer_standing(store: Store, open_app: Open) -> None:
    before = store.version
    with_pins(store, open_app)
    assert store.version == before
    assert saved_decks.decks(store)[0].pins == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_lists_the_findings_and_offers_ready_made_decks(
    store: Store, open_app: Open, language: str
) -> None:
    with_pins(store, open_app, language)
    at = open_app("deck", lang=language)
    assert not at.exception
    assert {f"make-{kind}" for kind in ("review", "board")} <= {button.key for button in at.button}
    assert ("展商与上次一样满意" if language == "zh" else "as satisfied as last time") in words_on(
        at
    )


def test_figures_move_up_and_out(store: Store, open_app: Open) -> None:
    with_pins(store, open_app)
    deck = saved_decks.decks(store)[0].id
    first, second = saved_decks.pins(store, deck)
    at = press(open_app("deck", lang="en"), f"up-{second.id}")
    assert [pin.id for pin in saved_decks.pins(store, deck)] == [second.id, first.id]
    press(at, f"out-{first.id}")
    assert [pin.id for pin in saved_decks.pins(store, deck)] == [second.id]


def test_a_link_opens_its_own_deck(store: Store, open_app: Open) -> None:
    with_pins(store, open_app)
    mine = saved_decks.decks(store)[0].id
    saved_decks.make(store, "f", "A later one", "x")
    at = open_app("deck", lang="en", deck=mine)
    assert mine in at.query_params["deck"]
    assert len(saved_decks.pins(store, mine)) == 2
    assert len([button for button in at.button if str(button.key).startswith("out-")]) == 2


def test_a_file_is_made_apart_from_the_page_and_offered(store: Store, open_app: Open) -> None:
    with_pins(store, open_app)
    at = press(open_app("deck", lang="en"), "make-file")
    for _ in range(120):
        if at.get("download_button"):
            break
        time.sleep(0.5)
        at.run()
    assert at.get("download_button")
    assert not at.exception
    assert len(deck_build.FILES) >= 1


def test_present_mode_shows_one_finding_and_walks_to_the_next(store: Store, open_app: Open) -> None:
    with_pins(store, open_app)
    at = press(open_app("deck", lang="en"), "present")
    assert not at.exception
    first = at.header[0].value
    at = press(at, "slide-next")
    assert at.header[0].value != first
    assert not at.sidebar.children
    at = press(at, "slide-end")
    assert "Ready\\-made" in [subheader.value for subheader in at.subheader] or "Ready" in words_on(
        at
    )


def test_a_ready_made_deck_is_one_click(store: Store, open_app: Open) -> None:
    at = press(open_app("deck", lang="en"), "make-board")
    assert not at.exception
    (deck,) = saved_decks.decks(store)
    assert (deck.name, deck.is_brief, deck.pins) == ("Board summary", True, 2)


def test_on_the_wall_marks_and_their_places_grow_with_the_letters() -> None:
    drawn = presentation._enlarged(
        {
            "mark": {"type": "bar", "height": 15},
            "dx": {"expr": "datum.dx"},
            "height": 280,
            "legend": {"offset": 34},
        }
    )
    assert drawn["mark"]["height"] == 15 * presentation.BIGGER
    assert drawn["dx"] == {"expr": f"(datum.dx) * {presentation.BIGGER}"}
    assert (drawn["height"], drawn["legend"]["offset"]) == (280, 34 * presentation.BIGGER)
