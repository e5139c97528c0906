"""Decks and pins in the store: made, named, ordered by hand, found again by their link.

A pin holds the question (study, figure, filters, dials), never the answer; beside it stands what
the answer was then. Nothing here touches a fact, so no kept answer goes stale.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from analytics.deck.requested_figures import FigureRequest
from analytics.errors import UnknownChoice
from analytics.filters import Filters

if TYPE_CHECKING:
    from analytics.store import Store

DECKS = """-- one row per deck of a fair, the newest first
select d.deck_id, d.fair_id, d.name, d.is_brief, d.actor, d.made_at, count(p.pin_id) as pins
from decks as d
left join pins as p on p.deck_id = d.deck_id
where $fair is null or d.fair_id = $fair
group by all
order by d.made_at desc, d.deck_id
"""
PINS = """-- one row per pin of a deck, in its order
select pin_id, position, study, figure, filters, options, shown, actor, pinned_at
from pins where deck_id = $deck order by position, pinned_at, pin_id
"""
MAKE = "insert into decks values ($deck, $fair, $name, $brief, $actor, now()::timestamp)"
NAME = "update decks set name = $name where deck_id = $deck"
REMOVE_PINS = "delete from pins where deck_id = $deck"
REMOVE = "delete from decks where deck_id = $deck"
PIN = """insert into pins
select
    $pin, $deck, coalesce(max(position), 0) + 1, $study, $figure, $filters, $options, $shown,
    $actor, now()::timestamp
from pins where deck_id = $deck
"""
UNPIN = "delete from pins where pin_id = $pin"
PLACE = "update pins set position = $position where pin_id = $pin"
DECK_COLUMNS = ("deck_id", "fair_id", "name", "is_brief", "actor", "made_at", "pins")
LONGEST_NAME = 80


@dataclass(frozen=True)
class Board:
    """One deck, without its pins."""

    id: str
    fair: str
    name: str
    is_brief: bool
    actor: str
    made_at: datetime
    pins: int


@dataclass(frozen=True)
class Pin:
    """One figure of a deck: what to ask, and what it showed then (see `changes_since_pinned`)."""

    id: str
    wanted: FigureRequest
    shown: dict[str, Any]
    actor: str
    pinned_at: datetime


def decks(store: Store, fair: str | None = None) -> list[Board]:
    """The decks of a fair, or of all."""
    with store.reader() as reader:
        return [
            Board(*(row[name] for name in DECK_COLUMNS)) for row in reader.rows(DECKS, fair=fair)
        ]


def deck(store: Store, deck_id: str) -> Board:
    """The deck with this id. Raises UnknownChoice."""
    for deck in decks(store):
        if deck.id == deck_id:
            return deck
    raise UnknownChoice("deck", deck_id)


def make(store: Store, fair: str, name: str, actor: str, *, is_brief: bool = False) -> str:
    """A new, empty deck; returns its id, which is its link. A brief one is summary and findings."""
    deck_id = uuid.uuid4().hex[:12]
    store.note(MAKE, deck=deck_id, fair=fair, name=_plain(name), brief=is_brief, actor=actor)
    return deck_id


def rename(store: Store, deck_id: str, name: str) -> None:
    """Call it something else."""
    store.note(NAME, deck=deck_id, name=_plain(name))


def remove(store: Store, deck_id: str) -> None:
    """Throw a deck away, with its pins."""
    store.note(REMOVE_PINS, deck=deck_id)
    store.note(REMOVE, deck=deck_id)


def pin(
    store: Store, deck_id: str, request: FigureRequest, shown: dict[str, Any], actor: str
) -> str:
    """Put a figure at the end of a deck; returns the pin's id. Raises UnknownChoice."""
    deck(store, deck_id)
    pin_id = uuid.uuid4().hex[:12]
    store.note(
        PIN,
        pin=pin_id,
        deck=deck_id,
        study=request.study,
        figure=request.figure,
        filters=json.dumps(asdict(request.filters)),
        options=json.dumps(request.options),
        shown=json.dumps(shown, ensure_ascii=False),
        actor=actor,
    )
    return pin_id


def unpin(store: Store, pin_id: str) -> None:
    """Take a figure out."""
    store.note(UNPIN, pin=pin_id)


def pins(store: Store, deck_id: str) -> list[Pin]:
    """The figures of a deck, in order."""
    with store.reader() as reader:
        return [_pin(row) for row in reader.rows(PINS, deck=deck_id)]


def move(store: Store, deck_id: str, pin_id: str, by: int) -> None:
    """Move a figure up (negative) or down; at the ends it stays."""
    order = [pin.id for pin in pins(store, deck_id)]
    if pin_id not in order:
        raise UnknownChoice("pin", pin_id)
    at = order.index(pin_id)
    order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
    arrange(store, order)


def arrange(store: Store, order: Sequence[str]) -> None:
    """Put pins in this order."""
    for position, pin_id in enumerate(order, start=1):
        store.note(PLACE, pin=pin_id, position=position)


def _pin(row: dict[str, Any]) -> Pin:
    parts: dict[str, Any] = json.loads(row["filters"])
    profile = tuple((name, tuple(answers)) for name, answers in parts.pop("profile"))
    lists: dict[str, Any] = {
        name: tuple(parts.pop(name)) for name in ("editions", "industries", "regions")
    }
    filters = Filters(**parts, **lists, profile=profile)
    options = tuple((key, value) for key, value in json.loads(row["options"]))
    request = FigureRequest(row["study"], row["figure"], filters, options)
    return Pin(row["pin_id"], request, json.loads(row["shown"]), row["actor"], row["pinned_at"])


def _plain(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME] or "–"
