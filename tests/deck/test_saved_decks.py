"""Decks and pins are kept, ordered and compared with what they showed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from analytics.deck import changes_since_pinned, headless, outline, ready_made, saved_decks
from analytics.deck.requested_figures import FigureRequest, look_up, sliced
from analytics.deck.slides import Appendix, FigureSlide, Listing, Numbers, Opening
from analytics.errors import UnknownChoice
from analytics.fairs import Choices, Edition
from analytics.figures import Headline
from analytics.filters import Filters
from analytics.store import Store
from analytics.wording import speaker
from tests.deck.decks import of

EN, ZH = speaker("en"), speaker("zh")
QUESTION = FigureRequest(
    "satisfaction",
    "dimensions",
    Filters("f", ("f-1",), profile=(("size", ("big",)),)),
    (("by", "hall"),),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path) as opened:
        yield opened


def pinned(store: Store, deck: str, *figures: str) -> list[str]:
    return [
        saved_decks.pin(store, deck, replace(QUESTION, figure=figure), {}, "me")
        for figure in figures
    ]


def test_a_pin_comes_back_as_it_was_put(store: Store) -> None:
    deck = saved_decks.make(store, "f", "  Autumn \n board ", "me")
    saved_decks.pin(store, deck, QUESTION, {"number": {"en": "3.66"}}, "me")
    (pin,) = saved_decks.pins(store, deck)
    assert (pin.wanted, pin.shown, pin.actor) == (QUESTION, {"number": {"en": "3.66"}}, "me")
    assert (saved_decks.deck(store, deck).name, saved_decks.deck(store, deck).pins) == (
        "Autumn board",
        1,
    )


def test_a_weighted_figure_is_pinned_weighted_and_its_deck_says_so(
    demo: Store, store: Store
) -> None:
    deck = saved_decks.make(store, "f", "x", "me")
    request = FigureRequest("satisfaction", "overview", Filters("demo", ("demo-8",), weighted=True))
    saved_decks.pin(store, deck, request, {}, "me")
    (pin,) = saved_decks.pins(store, deck)
    assert pin.wanted == request
    assert (
        sliced(pin.wanted.filters, Choices(), EN)
        == "Filters: Exhibitors · demo-8 · Weighted to the register"
    )
    (figure,), missing = look_up([pin.wanted], headless.StoreAnswers(demo, EN), EN)
    assert (missing, "weighted to the register (effective n = " in figure.figure.base) == ([], True)


def test_pins_move_and_stay_at_the_ends(store: Store) -> None:
    deck = saved_decks.make(store, "f", "x", "me")
    a, b, c = pinned(store, deck, "a", "b", "c")
    saved_decks.move(store, deck, c, -1)
    saved_decks.move(store, deck, a, -1)
    assert [pin.id for pin in saved_decks.pins(store, deck)] == [a, c, b]
    saved_decks.unpin(store, c)
    assert [pin.id for pin in saved_decks.pins(store, deck)] == [a, b]


def test_a_deck_thrown_away_is_gone_with_its_pins(store: Store) -> None:
    deck = saved_decks.make(store, "f", "x", "me")
    pinned(store, deck, "a")
    saved_decks.remove(store, deck)
    assert saved_decks.pins(store, deck) == []
    with pytest.raises(UnknownChoice):
        saved_decks.pin(store, deck, QUESTION, {}, "me")


def test_a_name_is_a_value_and_never_a_statement(store: Store) -> None:
    deck = saved_decks.make(store, "f", "'); drop table pins; --", "me")
    saved_decks.rename(store, deck, "x'; delete from decks; --")
    assert [deck.name for deck in saved_decks.decks(store, "f")] == ["x'; delete from decks; --"]


def test_nothing_changed_says_nothing() -> None:
    assert (
        changes_since_pinned.changes(changes_since_pinned.shown({"en": of("bars")}), of("bars"), EN)
        == ()
    )


def test_a_changed_headline_is_told_in_the_readers_language() -> None:
    then = {
        "en": replace(of("bars"), headline=Headline("3.66", "mean")),
        "zh": replace(of("bars"), headline=Headline("3.66", "均值")),
    }
    now = replace(of("bars", values=[0.2, 0.3, 0.5]), headline=Headline("3.70", "mean"))
    assert changes_since_pinned.changes(changes_since_pinned.shown(then), now, EN) == (
        "Since it was pinned: 3.66 → 3.70",
    )
    assert changes_since_pinned.changes(changes_since_pinned.shown(then), now, ZH) == (
        "收入以来：3.66 → 3.70",
    )


def test_without_a_headline_the_rows_that_moved_are_told() -> None:
    then = changes_since_pinned.shown({"en": of("bars")})
    now = of("bars", values=[0.1, 0.3, 0.7])
    assert changes_since_pinned.changes(then, now, EN) == (
        "Since it was pinned: Hall 3 50.0% → 70.0%",
    )


def test_another_language_is_no_change() -> None:
    named = of("bars", ["a", "b", "c"])
    assert changes_since_pinned.digest(named) == changes_since_pinned.digest(
        of("bars", ["甲", "乙", "丙"])
    )


def test_filters_are_told_by_name() -> None:
    offer = Choices(
        audiences=("exhibitor",),
        editions=(Edition("f-1", "第1届", "Edition 1"),),
        industries=(),
        regions=(),
        dimensions=(),
        segments=(),
        fields=(),
    )
    sentence = sliced(Filters("f", ("f-1",), industries=("Toys", "Tools")), offer, EN)
    assert sentence == "Filters: Exhibitors · Edition 1 · Toys and Tools"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_ready_made_decks_of_the_demo_fair(demo: Store, language: str) -> None:
    say = speaker(language)
    ask = headless.StoreAnswers(demo, say)
    quick = ready_made.requests("review", Filters("demo"), has_slow=False)
    figures, missing = look_up(quick, ask, say)
    frame = headless.frame_of(demo, "review", Filters("demo"), say)
    deck = outline.compose(
        frame, figures, missing, headless.offers(demo, "demo"), date(2026, 1, 2), say
    )
    kinds = [type(slide) for slide in deck.slides]
    assert kinds[:3] == [Opening, Listing, Listing]
    assert 8 <= sum(kind is not Appendix for kind in kinds) <= 12
    assert [slide.figure.title for slide in deck.figure_slides()] == [
        entry.text for entry in deck.slides[2].entries
    ]
    assert all(
        any("\u4e00" <= letter <= "\u9fff" for letter in slide.figure.finding) == (language == "zh")
        for slide in deck.figure_slides()
    )


def test_a_board_summary_is_four_slides_the_key_numbers_first(demo: Store) -> None:
    deck = headless.ready(demo, "board", Filters("demo"), EN, None)
    kinds = [type(slide) for slide in deck.slides]
    assert kinds == [Numbers, Listing, FigureSlide, FigureSlide]


def test_a_study_that_refuses_costs_its_slides_and_is_named(demo: Store) -> None:
    requests = [
        FigureRequest("satisfaction", "dimensions", Filters("demo")),
        FigureRequest("satisfaction", "dimensions", Filters("demo", ("nowhere",))),
        FigureRequest("no_such_study", "overview", Filters("demo")),
    ]
    figures, missing = look_up(requests, headless.StoreAnswers(demo, EN), EN)
    assert len(figures) == 1
    assert [figure.title for figure in missing] == ["Satisfaction", "no_such_study"]
    assert "nowhere" in missing[0].why


def test_every_ready_made_figure_is_there(demo: Store) -> None:
    ask = headless.StoreAnswers(demo, EN)
    for kind in ready_made.KINDS:
        quick = ready_made.requests(kind, Filters("demo"), has_slow=False)
        figures, missing = look_up(quick, ask, EN)
        assert missing == []
        assert [figure.figure.key for figure in figures] == [request.figure for request in quick]
