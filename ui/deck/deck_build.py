"""A deck as a file: answers first, then slides in a child process, and how far it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import count

from analytics import clock
from analytics.deck import deck_file, headless, outline, saved_decks
from analytics.deck.slides import Deck
from analytics.figures import Figure
from analytics.filters import Filters, Options
from analytics.people import Role
from analytics.store import Store
from analytics.study import Study
from analytics.wording import Say, phrase
from analytics.worker import listener
from ui.server import answer_cache
from ui.server.jobs import Job, Jobs
from ui.server.result_shelf import ResultShelf

FILES: ResultShelf[bytes] = ResultShelf(12)
JOBS = Jobs(together=1)
ANSWERING = phrase("Computing the figures")
SHARE = 0.4


def figures_of(
    study: Study, filters: Filters, options: Options, say: Say, rights: Role
) -> Sequence[Figure]:
    """A study's figures in a language, from the kept answers."""
    answer = answer_cache.answer(study, filters, options, rights=rights)
    shown = answer_cache.figures(study, answer, say, filters.fair)
    return answer_cache.without_names(study, shown, rights)


def compose(
    deck: saved_decks.Board, pins: Sequence[saved_decks.Pin], say: Say, rights: Role
) -> Deck:
    """The deck as it is now, reporting to whoever listens."""
    store, report, answers = answer_cache.store(), listener.get(), count()

    def answer(study: Study, filters: Filters, options: Options) -> Sequence[Figure]:
        if report:
            report(SHARE * next(answers) / max(1, len(pins)), ANSWERING)
        return figures_of(study, filters, options, say, rights)

    findings, missing = headless.with_changes(pins, answer, say)
    return outline.compose(
        frame_of(store, deck, say),
        findings,
        missing,
        headless.offers(store, deck.fair),
        clock.today(),
        say,
        answer_cache.key_numbers(headless.slice_of(deck, pins), say, rights),
    )


def frame_of(store: Store, deck: saved_decks.Board, say: Say) -> outline.Frame:
    """What stands around the findings of a saved deck."""
    fairs = {fair.id: fair for fair in answer_cache.open_fairs()}
    fair = fairs.get(deck.fair)
    fair_name = say.name(fair.zh, fair.en) if fair else deck.fair
    return outline.Frame(deck.name, fair_name, bool(fair and fair.is_demo), deck.is_brief)


def file_key(
    deck: saved_decks.Board,
    pins: Sequence[saved_decks.Pin],
    kind: str,
    say: Say,
    template: bytes | None,
) -> str:
    """Everything a file depends on."""
    parts = [
        deck.id,
        deck.name,
        kind,
        say.language,
        answer_cache.snapshot().version,
        clock.today().isoformat(),
        [(pin.id, str(pin.shown.get("digest"))) for pin in pins],
        hashlib.sha256(template or b"").hexdigest(),
    ]
    return json.dumps(parts)


def file_or_job(
    deck: saved_decks.Board,
    pins: Sequence[saved_decks.Pin],
    kind: deck_file.FileKind,
    say: Say,
    rights: Role,
    template: bytes | None,
) -> bytes | Job:
    """The file if it stands, else the job that makes it. Raises what went wrong with it."""
    name = file_key(deck, pins, kind, say, template)
    file = FILES.peek(name)
    if file is not None:
        return file
    job = JOBS.start(
        name, lambda: FILES.get(name, lambda: _make(deck, pins, kind, say, rights, template))
    )
    if job.error:
        JOBS.forget(name)
        raise job.error
    return job


def _make(
    deck: saved_decks.Board,
    pins: Sequence[saved_decks.Pin],
    kind: deck_file.FileKind,
    say: Say,
    rights: Role,
    template: bytes | None,
) -> bytes:
    whole, outer = compose(deck, pins, say, rights), listener.get()

    def further(share: float, step: str) -> None:
        if outer:
            outer(SHARE + (1 - SHARE) * share, step)

    return deck_file.file_bytes(whole, kind, template, further)
