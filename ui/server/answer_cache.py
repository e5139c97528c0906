"""The only caches: the store, answers, figures, and what there is to choose from.

An answer is kept under everything it depends on: study, filters, dials, snapshot and rights. A
write moves the snapshot on, so nothing is ever cleared by hand. A refusal that follows from the
data is an answer too; a fault of the machine is not, and the next run tries again. What computes
brings NumPy with it and is imported when it is needed: the server must not wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from analytics import fairs
from analytics.category_names import CategoryNames, read_category_names
from analytics.errors import Fault, StoreFault
from analytics.fairs import Choices, Fair
from analytics.figures import Figure
from analytics.filters import Audience, Filters, Options
from analytics.folders import data_folder
from analytics.people import Role
from analytics.store import Store
from analytics.study import Snapshot, Study
from analytics.wording import Say
from ui.server.jobs import Job, Jobs
from ui.server.result_shelf import ResultShelf

if TYPE_CHECKING:
    from analytics.comments.dictionary import Theme
    from analytics.figures.key_number import KeyNumber
    from analytics.intake.load.queue import ImportQueue
    from analytics.matching import Match
    from analytics.matching.prospect_comparison import ProspectPairs
    from analytics.trust.data_quality import Ground


@dataclass(frozen=True)
class AnswerKey:
    """Everything an answer depends on."""

    study: str
    filters: Filters
    options: Options
    snapshot: Snapshot
    rights: Role


ANSWERS: ResultShelf[Any] = ResultShelf(256)
FIGURES: ResultShelf[tuple[Any, tuple[Figure, ...]]] = ResultShelf(512)
OFFERS: ResultShelf[Any] = ResultShelf(64)
NUMBERS: ResultShelf[tuple[KeyNumber, ...]] = ResultShelf(64)
PAIRS: ResultShelf[tuple[Match, ...]] = ResultShelf(16)
PROSPECTS: ResultShelf[ProspectPairs] = ResultShelf(16)
JOBS = Jobs(together=2)


def store() -> Store:
    """The store of this process. Raises StoreFault, and tries again on the next run."""
    return _open(str(data_folder()))


@st.cache_resource(show_spinner=False, max_entries=4, on_release=Store.close)
def _open(folder: str) -> Store:
    from pathlib import Path

    return Store(Path(folder))


def import_queue() -> ImportQueue:
    """The worker of this process that takes files in, one import at a time."""
    return _import_queue(str(data_folder()))


@st.cache_resource(show_spinner=False, max_entries=4, on_release=lambda desk: desk.close())
def _import_queue(folder: str) -> ImportQueue:
    from analytics.intake.load.queue import ImportQueue

    return ImportQueue(_open(folder))


def close() -> None:
    """Let go of the database for another process, once a running import is finished."""
    _import_queue.clear()
    _open.clear()


def forget_everything() -> None:
    """Answers of data that are no longer there, once the database is another one."""
    for shelf in (ANSWERS, FIGURES, OFFERS, PAIRS, PROSPECTS):
        shelf.clear()


def snapshot() -> Snapshot:
    """Whose data, and after which write."""
    opened = store()
    return Snapshot(str(opened.folder), opened.version)


def open_fairs() -> tuple[Fair, ...]:
    """The fairs a reader can open, the usual one first."""
    offer: tuple[Fair, ...] = OFFERS.get(("fairs", snapshot()), lambda: fairs.fairs(store()))
    return offer


def choices(fair: str, audience: Audience) -> Choices:
    """What this fair and audience offer to filter by."""
    key = ("choices", fair, audience, snapshot())
    offer: Choices = OFFERS.get(key, lambda: fairs.choices(store(), fair, audience))
    return offer


def themes(fair: str, audience: Audience) -> tuple[Theme, ...]:
    """What people of this fair write about: standard themes, their own, and their questions."""
    key = ("themes", fair, audience, snapshot())
    offer: tuple[Theme, ...] = OFFERS.get(key, lambda: _read_themes(fair, audience))
    return offer


def _read_themes(fair: str, audience: Audience) -> tuple[Theme, ...]:
    from analytics.comments.written import read_dictionary

    with store().reader() as reader:
        return read_dictionary(reader, fair, audience).themes


def ground(filters: Filters) -> Ground:
    """What every study of these filters stands on."""
    from analytics.trust.data_quality import read_ground

    offer: Ground = OFFERS.get(
        ("ground", filters, snapshot()), lambda: read_ground(store(), filters)
    )
    return offer


def answer_key(study: Study, filters: Filters, options: Options, rights: Role) -> AnswerKey:
    """The key of an answer, every dial told."""
    return AnswerKey(study.key, filters, tuple(study.chosen(options).items()), snapshot(), rights)


def answer(study: Study, filters: Filters, options: Options = (), *, rights: Role) -> Any:
    """The study's answer, computed once for everybody with the same rights. Raises the Fault that
    stands in its place.
    """
    key = answer_key(study, filters, options, rights)
    return _or_raise(ANSWERS.get(key, lambda: _compute(study, key)))


def answer_or_job(
    study: Study, filters: Filters, options: Options = (), *, rights: Role
) -> Any | Job:
    """The answer of a slow study if it stands, else the job that computes it, begun if needed."""
    key = answer_key(study, filters, options, rights)
    result = ANSWERS.peek(key)
    if result is not None:
        return _or_raise(result)
    job = JOBS.start(key, lambda: ANSWERS.get(key, lambda: _compute(study, key)))
    if job.error:
        JOBS.forget(key)
        raise job.error
    return job


def is_ready(study: Study, filters: Filters, options: Options = (), *, rights: Role) -> bool:
    """Whether the answer stands, so that showing it takes no time."""
    return ANSWERS.peek(answer_key(study, filters, options, rights)) is not None


def forget(study: Study, filters: Filters, options: Options, rights: Role) -> None:
    """Compute this answer anew when it is asked for next."""
    ANSWERS.drop(answer_key(study, filters, options, rights))


def pairs(fair: str) -> tuple[Match, ...] | None:
    """The pairs of names that may be one firm, if they were compared since the register changed."""
    return PAIRS.peek(_register_key(fair))


def pairs_or_job(fair: str) -> tuple[Match, ...] | Job:
    """The same, or the job that is looking for them, started if need be."""
    key = _register_key(fair)
    matches = PAIRS.peek(key)
    if matches is not None:
        return matches
    job = JOBS.start(key, lambda: PAIRS.get(key, lambda: _look_for_pairs(fair)))
    if job.error:
        JOBS.forget(key)
        raise job.error
    return job


def _register_key(fair: str) -> tuple[object, ...]:
    """A decision does not change what was found, so the key is not the snapshot."""
    from analytics.matching import queue

    with store().reader() as reader:
        return ("pairs", str(data_folder()), fair, *queue.state(reader, fair))


def _look_for_pairs(fair: str) -> tuple[Match, ...]:
    from analytics.matching import queue, register_comparison

    with store().reader() as reader:
        return queue.suspected_pairs(reader, fair, register_comparison.duplicates_in_a_child)


def prospect_pairs_or_job(fair: str) -> ProspectPairs | Job:
    """Which prospects may be which firms, or the job that looks for them, started if need be."""
    from analytics.matching import prospects

    def look() -> ProspectPairs:
        with store().reader() as reader:
            return prospects.suspected(reader, fair)

    with store().reader() as reader:
        by_hand = prospects.names_by_hand(reader, fair)
    key = ("prospects", *_register_key(fair), *by_hand)
    pairs = PROSPECTS.peek(key)
    if pairs is not None:
        return pairs
    job = JOBS.start(key, lambda: PROSPECTS.get(key, look))
    if job.error:
        JOBS.forget(key)
        raise job.error
    return job


def figures(study: Study, result: Any, say: Say, fair: str) -> tuple[Figure, ...]:
    """The figures of an answer about this fair, in this language. The shelf holds the answer too,
    so that its identity stays its own.
    """
    key = (study.key, id(result), say.language)
    return FIGURES.get(key, lambda: (result, _figures(study, result, say, fair)))[1]


def _figures(study: Study, result: Any, say: Say, fair: str) -> tuple[Figure, ...]:
    from analytics.weighting import figures_of

    return category_names(fair).in_figures(figures_of(study, result, say), say)


def category_names(fair: str) -> CategoryNames:
    """What this fair's answers and classes are called in the other language."""
    key = ("category names", fair, snapshot())
    names: CategoryNames = OFFERS.get(key, lambda: _read_category_names(fair))
    return names


def _read_category_names(fair: str) -> CategoryNames:
    with store().reader() as reader:
        return read_category_names(reader, fair)


def key_numbers(filters: Filters, say: Say, rights: Role) -> tuple[KeyNumber, ...]:
    """The key numbers of a slice, from the kept answers."""
    from analytics.key_numbers import row  # brings numpy: numbers that were kept do without

    def kept_answer(study: Study, within: Filters) -> Any:
        return answer(study, within, rights=rights)

    key = numbers_key(filters, say, rights)
    return NUMBERS.get(key, lambda: row.row(store(), filters, kept_answer, say))


def numbers_key(filters: Filters, say: Say, rights: Role) -> tuple[object, ...]:
    """Everything the key numbers of a slice depend on."""
    return (filters, say.language, rights, snapshot())


def without_names(study: Study, shown: tuple[Figure, ...], rights: Role) -> tuple[Figure, ...]:
    """Without the lists of exhibitors by name and the texts people wrote, for a viewer: these carry
    money, risk, ratings and words of single firms.
    """
    if rights != "viewer":
        return shown
    closed = {*study.names_people, *study.quotes_people}
    return tuple(figure for figure in shown if figure.key not in closed)


def _compute(study: Study, key: AnswerKey) -> Any:
    from analytics.ask import ask

    try:
        return ask(store(), study, key.filters, key.options)
    except StoreFault:
        raise
    except Fault as fault:
        return fault


def _or_raise(result: Any) -> Any:
    if isinstance(result, Fault):
        raise result.with_traceback(None)
    return result
