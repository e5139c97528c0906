"""A deck without a screen: from the live database, or from the backup while the app holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from analytics import clock, fairs
from analytics.ask import ask
from analytics.category_names import CategoryNames, read_category_names
from analytics.deck import changes_since_pinned, outline, ready_made, saved_decks
from analytics.deck.requested_figures import Answer, DeckFigure, MissingFigure, look_up
from analytics.deck.slides import Deck
from analytics.errors import UnknownChoice
from analytics.figures import Figure
from analytics.figures.key_number import KeyNumber
from analytics.filters import Filters, Options
from analytics.key_numbers import row
from analytics.store import Store
from analytics.study import Study
from analytics.weighting import figures_of
from analytics.wording import Say


def ready(
    store: Store, kind: ready_made.Kind, filters: Filters, say: Say, dated: str | None
) -> Deck:
    """A ready-made deck. `dated` says of which moment the data are, where that is not now."""
    if kind == "segment" and not filters.segment:
        known = tuple(
            segment.id for segment in fairs.choices(store, filters.fair, "exhibitor").segments
        )
        raise UnknownChoice("segment", "", known)
    requests = ready_made.requests(kind, filters)
    answers = StoreAnswers(store, say)
    figures, missing = look_up(requests, answers, say)
    frame = frame_of(store, kind, filters, say, dated or "")
    numbers, today = answers.key_numbers(filters), clock.today()
    offer = offers(store, filters.fair)
    return outline.compose(frame, figures, missing, offer, today, say, numbers)


def frame_of(
    store: Store, kind: ready_made.Kind, filters: Filters, say: Say, remark: str = ""
) -> outline.Frame:
    """What a ready-made deck is called, and for which fair."""
    fair = next((fair for fair in fairs.fairs(store) if fair.id == filters.fair), None)
    name = say(ready_made.NAMES[kind])
    if kind == "segment":
        segments = {
            segment.id: say.name(segment.zh, segment.en)
            for segment in fairs.choices(store, filters.fair, "exhibitor").segments
        }
        name = say("Segment: {name}", name=segments.get(filters.segment or "", filters.segment))
    called = say.name(fair.zh, fair.en) if fair else filters.fair
    return outline.Frame(name, called, bool(fair and fair.is_demo), kind == "board", remark)


def offers(store: Store, fair: str) -> dict[str, fairs.Choices]:
    """What each audience of a fair can filter by."""
    return {
        "exhibitor": fairs.choices(store, fair, "exhibitor"),
        "visitor": fairs.choices(store, fair, "visitor"),
    }


class StoreAnswers:
    """Answers studies from a store, each once: for the figures of a deck and its key numbers."""

    def __init__(self, store: Store, say: Say) -> None:
        self._store, self._say = store, say
        self._answers: dict[tuple[str, Filters, Options], Any] = {}
        self._figures: dict[tuple[str, Filters, Options], Sequence[Figure]] = {}
        self._names: dict[str, CategoryNames] = {}

    def __call__(self, study: Study, filters: Filters, options: Options) -> Sequence[Figure]:
        key = (study.key, filters, options)
        if key not in self._figures:
            drawn = figures_of(study, self._answer(study, filters, options), self._say)
            self._figures[key] = self._names_of(filters.fair).in_figures(drawn, self._say)
        return self._figures[key]

    def key_numbers(self, filters: Filters) -> tuple[KeyNumber, ...]:
        """Those of a slice."""
        return row.row(self._store, filters, self._answer, self._say)

    def _answer(self, study: Study, filters: Filters, options: Options = ()) -> Any:
        key = (study.key, filters, options)
        if key not in self._answers:
            self._answers[key] = ask(self._store, study, filters, options)
        return self._answers[key]

    def _names_of(self, fair: str) -> CategoryNames:
        if fair not in self._names:
            with self._store.reader() as reader:
                self._names[fair] = read_category_names(reader, fair)
        return self._names[fair]


def pinned(store: Store, deck_id: str, today: date, say: Say, dated: str | None) -> Deck:
    """A saved deck as it is now. Raises UnknownChoice where there is none with this id."""
    deck = saved_decks.deck(store, deck_id)
    pins = saved_decks.pins(store, deck_id)
    answers = StoreAnswers(store, say)
    figures, missing = with_changes(pins, answers, say)
    fair = next((fair for fair in fairs.fairs(store) if fair.id == deck.fair), None)
    called = say.name(fair.zh, fair.en) if fair else deck.fair
    frame = outline.Frame(
        deck.name, called, bool(fair and fair.is_demo), deck.is_brief, dated or ""
    )
    numbers = answers.key_numbers(slice_of(deck, pins))
    return outline.compose(frame, figures, missing, offers(store, deck.fair), today, say, numbers)


def slice_of(deck: saved_decks.Board, pins: Sequence[saved_decks.Pin]) -> Filters:
    """Whose key numbers open a saved deck: of the slice that all its figures share, else of the
    whole fair.
    """
    slices = {pin.wanted.filters for pin in pins}
    return slices.pop() if len(slices) == 1 else Filters(deck.fair)


def with_changes(
    pins: Sequence[saved_decks.Pin], answer: Answer, say: Say
) -> tuple[list[DeckFigure], list[MissingFigure]]:
    """The figures of pins, each with what is different since it was pinned."""
    figures: list[DeckFigure] = []
    missing: list[MissingFigure] = []
    for pin in pins:
        of_pin, missing_of_pin = look_up([pin.wanted], answer, say)
        missing += missing_of_pin
        for figure in of_pin:
            changes = changes_since_pinned.changes(pin.shown, figure.figure, say)
            figures.append(replace(figure, changes=changes))
    return figures, missing
