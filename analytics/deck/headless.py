"""A deck without a screen: from the live database, or from the backup while the app holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analytics import fairs
from analytics.ask import ask
from analytics.deck import changes_since_pinned, outline, ready_made
from analytics.deck import saved_decks as boards
from analytics.deck.deck_contents import Answer, Found, Missing, look_up
from analytics.deck.slides import Deck
from analytics.errors import UnknownChoice
from analytics.figures import Figure
from analytics.store import Store
from analytics.study import Filters, Options, Study
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
    found, missing = look_up(ready_made.wanted(kind, filters), Asking(store, say), say)
    frame = frame_of(store, kind, filters, say, dated or "")
    return outline.compose(frame, found, missing, offers(store, filters.fair), date.today(), say)


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


class Asking:
    """Answers studies from a store, each once."""

    def __init__(self, store: Store, say: Say) -> None:
        self._store, self._say = store, say
        self._kept: dict[tuple[str, Filters, Options], Sequence[Figure]] = {}

    def __call__(self, study: Study, filters: Filters, options: Options) -> Sequence[Figure]:
        key = (study.key, filters, options)
        if key not in self._kept:
            self._kept[key] = figures_of(
                study, ask(self._store, study, filters, options), self._say
            )
        return self._kept[key]


def pinned(store: Store, deck_id: str, today: date, say: Say, dated: str | None) -> Deck:
    """A saved deck as it is now. Raises UnknownChoice where there is none with this id."""
    board = boards.deck(store, deck_id)
    found, missing = with_changes(boards.pins(store, deck_id), Asking(store, say), say)
    fair = next((fair for fair in fairs.fairs(store) if fair.id == board.fair), None)
    called = say.name(fair.zh, fair.en) if fair else board.fair
    frame = outline.Frame(
        board.name, called, bool(fair and fair.is_demo), board.is_brief, dated or ""
    )
    return outline.compose(frame, found, missing, offers(store, board.fair), today, say)


def with_changes(
    pins: Sequence[boards.Pin], answer: Answer, say: Say
) -> tuple[list[Found], list[Missing]]:
    """The figures of pins, each with what is different since it was pinned."""
    found: list[Found] = []
    missing: list[Missing] = []
    for pin in pins:
        here, gone = look_up([pin.wanted], answer, say)
        found += [
            replace(one, changes=changes_since_pinned.changes(pin.shown, one.figure, say))
            for one in here
        ]
        missing += gone
    return found, missing
