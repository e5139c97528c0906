"""The cards and the key numbers of the first screen, kept in a file for the next start.

It then computes nothing before the first reader sees them: the first chart stands half a second
sooner, the whole screen two (`python -m tests.bench starts`).

The file holds good for exactly the data it was made from and the code that made it: the stamp of
the database as it lay there, and a digest of the sources. Anything else, or a file that cannot be
read, counts as none.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Any

from analytics.errors import Fault
from analytics.fairs import Fair
from analytics.figures.key_number import KeyNumber
from analytics.filters import Filters
from analytics.folders import ROOT
from analytics.people import Role
from analytics.wording import LANGUAGES, Language, Say
from ui.frame import overview_card
from ui.frame.overview_card import Card, CardKey
from ui.server import answer_cache

WHO: Role = "admin"  # the one user of an installation without sign-in
SOURCES = (
    "analytics/**/*.py",
    "analytics/**/*.sql",
    "locales/**/*.po",
    "ui/frame/figure_chart.py",
    "ui/frame/key_number_row.py",
    "ui/frame/overview_card.py",
)
LIBRARIES = ("altair", "duckdb", "numpy", "pandas", "pyarrow", "scipy", "streamlit")


def recall(file: Path) -> bool:
    """Take in the cards that this code made from these data. Returns whether there were any."""
    cards = _kept(file)
    for key, card in cards:
        overview_card.READY.put(key, card)
    for fair, language, numbers in _kept_numbers(file):
        key_of_row = answer_cache.numbers_key(Filters(fair), Say(language), WHO)
        answer_cache.NUMBERS.put(key_of_row, numbers)
    return bool(cards)


def _kept(file: Path) -> list[tuple[CardKey, Card]]:
    try:
        return [_whole(card) for card in _content(file).get("cards", ())]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _kept_numbers(file: Path) -> list[tuple[str, Language, tuple[KeyNumber, ...]]]:
    try:
        return [
            (row["fair"], row["language"], tuple(KeyNumber(**part) for part in row["numbers"]))
            for row in _content(file).get("numbers", ())
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _content(file: Path) -> dict[str, Any]:
    """What the file says; nothing where other data or other code made it."""
    content = json.loads(file.read_text("utf-8"))
    return dict(content) if content["of"] == _stamp() else {}


def ask_ahead() -> None:
    """Have the answers behind the cards ready: one of them is what the reader opens next."""
    from analytics.catalogue import on_overview

    for fair in _first_fair():
        for study in on_overview():
            with suppress(Fault):  # the page that asks will be told
                answer_cache.answer(study, Filters(fair.id), rights=WHO)


def record(file: Path) -> None:
    """Write the cards that are not there yet, one after the other: whoever closes the app soon
    keeps those that were made.

    Nothing is written where the data have changed since they were opened.
    """
    written, cards = len(_kept(file)), list[tuple[CardKey, Card]]()
    slices = (Filters(fair.id) for fair in _first_fair())
    for pair in chain.from_iterable(_of_fair(whole) for whole in slices):
        cards.append(pair)
        if answer_cache.store().has_moved:
            return
        if len(cards) > written:
            _write(file, cards)


def _write(file: Path, cards: list[tuple[CardKey, Card]]) -> None:
    """Whole or not at all."""
    beside = file.with_suffix(".part")
    content = {
        "of": _stamp(),
        "cards": [_plain(*pair) for pair in cards],
        "numbers": [_plain_row(fair.id, lang) for fair in _first_fair() for lang in LANGUAGES],
    }
    beside.write_text(json.dumps(content), "utf-8")
    beside.replace(file)


def _first_fair() -> tuple[Fair, ...]:
    return answer_cache.open_fairs()[:1]


def _plain_row(fair: str, language: Language) -> dict[str, Any]:
    numbers = answer_cache.key_numbers(Filters(fair), Say(language), WHO)
    return {"fair": fair, "language": language, "numbers": [asdict(part) for part in numbers]}


def _of_fair(filters: Filters) -> Iterator[tuple[CardKey, Card]]:
    """Every card of the first screen, in both languages; those quick to make come first, those
    about visitors last.
    """
    from analytics.catalogue import about_visitors, on_overview

    visitors = overview_card.visitors_too(filters)
    quick_first = sorted(on_overview(), key=lambda study: study.is_slow)
    asked = [(study, filters) for study in quick_first]
    asked += [(study, visitors) for study in about_visitors() if visitors and not study.is_slow]
    for study, of_slice in asked:
        for language in LANGUAGES:
            try:
                yield overview_card.ready(study, of_slice, WHO, Say(language))
            except Fault:  # the page that asks will be told
                continue


def _plain(key: CardKey, card: Card) -> dict[str, Any]:
    rows = {name: b64encode(packed).decode() for name, packed in card.rows.items()}
    return {
        "study": key.study,
        "fair": key.filters.fair,
        "audience": key.filters.audience,
        "language": key.language,
        "card": asdict(card) | {"rows": rows},
    }


def _whole(plain: dict[str, Any]) -> tuple[CardKey, Card]:
    rows = {name: b64decode(packed) for name, packed in plain["card"]["rows"].items()}
    filters = Filters(plain["fair"], audience=plain["audience"])
    key = CardKey(plain["study"], filters, answer_cache.snapshot(), WHO, plain["language"])
    return key, Card(**plain["card"] | {"rows": rows})


def _stamp() -> str:
    return f"{answer_cache.store().found_as} {_version()}"


@cache
def _version() -> str:
    digest = hashlib.sha256(" ".join(map(metadata.version, LIBRARIES)).encode())
    for source in sorted(file for pattern in SOURCES for file in ROOT.glob(pattern)):
        digest.update(source.read_bytes())
    return digest.hexdigest()
