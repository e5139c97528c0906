"""Confirmed drafts are taken in one after the other, whatever becomes of the page behind."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from analytics import worker
from analytics.errors import Fault, Unreadable
from analytics.intake.cells.text_keys import shown_file_name
from analytics.intake.load import inbox
from analytics.intake.load.draft import Draft, drop_old_drafts
from analytics.intake.load.outcome import as_json, kept_from_others, outcome_of
from analytics.intake.load.take_in import CONVERT, take_in
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.fair_and_edition import namesake, with_edition
from analytics.intake.mapping.known_fair import Known, KnownFair, fairs, know
from analytics.intake.mapping.open_points import refuse_unsettled
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.file_kinds import kind_of, survey_of
from analytics.intake.table.inspection import Inspection
from analytics.store import Receipt, Store

State = Literal["waiting", "running", "done", "failed"]
LOOK_SECONDS = 1.0
KEPT_JOBS = 200
UNWRITTEN: dict[Path, dict[str, Any]] = {}
"""Answers to orders whose receipt could not be written: a full disk, a folder only to be read."""


@dataclass(frozen=True)
class Job:
    """One draft in the queue. `share` goes from 0 to 1; `fault` says why it failed, `number` finds
    a bug in the log.
    """

    job_id: str
    file_name: str
    actor: str
    state: State = "waiting"
    share: float = 0.0
    step: str = "waiting"
    receipt: Receipt | None = None
    fault: Fault | None = None
    number: str = ""

    @property
    def is_over(self) -> bool:
        return self.state in ("done", "failed")


class ImportQueue:
    """One a process. Any page may ask after any job; a draft confirmed twice is one job."""

    def __init__(self, store: Store, *, watches_inbox: bool = True) -> None:
        self.store = store
        self._watches_inbox = watches_inbox
        self._jobs: dict[str, Job] = {}
        self._waiting: queue.Queue[tuple[Draft, Mapping, str] | None] = queue.Queue()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="intake", daemon=True)
        self._thread.start()

    def submit(self, draft: Draft, mapping: Mapping, actor: str) -> Job:
        """Hand in a confirmed draft. To do so again changes nothing, unless it has failed."""
        with self._lock:
            known = self._jobs.get(draft.draft_id)
            if known and known.state != "failed":
                return known
            job = Job(draft.draft_id, draft.file_name, actor)
            self._jobs[draft.draft_id] = job
            for oldest in list(self._jobs)[:-KEPT_JOBS]:
                del self._jobs[oldest]
        draft.keep_mapping(mapping)
        self._waiting.put((draft, mapping, actor))
        return job

    def job(self, job_id: str) -> Job | None:
        return self._jobs.get(job_id)

    def jobs(self) -> list[Job]:
        """Every job of this process, newest first."""
        return list(reversed(self._jobs.values()))

    def wait(self, job_id: str, seconds: float = 60) -> Job | None:
        """The job once it is over, or as it stands after so many seconds."""
        end = time.monotonic() + seconds
        while (job := self.job(job_id)) and not job.is_over and time.monotonic() < end:
            time.sleep(0.02)
        return self.job(job_id)

    def close(self) -> None:
        """Finish the running job, leave the waiting ones."""
        self._closed = True
        self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        with kept_from_others():
            drop_old_drafts(self.store.folder / "drafts")
            inbox.drop_old_answers(self.store.folder / "inbox")
        while not self._closed:
            try:
                handed = self._waiting.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                handed = None
            with kept_from_others():
                if handed and not self._closed:
                    self._take(*handed)
                elif self._watches_inbox and not self._closed:
                    take_waiting(self.store)

    def _take(self, draft: Draft, mapping: Mapping, actor: str) -> None:
        def report(share: float, step: str) -> None:
            self._update(draft.draft_id, state="running", share=share, step=step)

        report(0.02, "reading")
        outcome = outcome_of(lambda: take_in(self.store, draft, mapping, actor, report))
        self._update(draft.draft_id, **outcome)
        if outcome["state"] == "done":
            draft.drop()

    def _update(self, job_id: str, **changes: Any) -> None:
        with self._lock:
            if job_id in self._jobs:
                self._jobs[job_id] = replace(self._jobs[job_id], **changes)


def take_waiting(store: Store) -> None:
    """Take in what lies in the inbox and answer every order. One whose answer cannot be written is
    not taken in again, nor told of again, until this process ends: only its answer is tried.
    """
    folder = store.folder / "inbox"
    for order in inbox.waiting(folder):
        place = inbox.data_of(folder, order)
        with kept_from_others():
            answer = UNWRITTEN.get(place)
            if answer is None:
                outcome = outcome_of(partial(take_order, store, folder, order))
                answer = as_json(store, outcome, shown_file_name(order.file_name))
            _settle(folder, order, answer)


def _settle(folder: Path, order: inbox.Order, answer: dict[str, Any]) -> None:
    place = inbox.data_of(folder, order)
    is_first = place not in UNWRITTEN
    UNWRITTEN[place] = answer
    try:
        inbox.settle(folder, order, answer)
    except OSError:
        if is_first:
            raise
    else:
        del UNWRITTEN[place]


def take_order(store: Store, folder: Path, order: inbox.Order) -> Receipt:
    """Take in a file left in the inbox, as if uploaded and confirmed."""
    data, drafts = inbox.data_of(folder, order), store.folder / "drafts"
    draft = Draft.create(order.file_name, data, drafts, follows_links=False)
    try:
        return take_file(
            store, draft, order.fair, order.edition, order.mapping, order.actor, order.agreed
        )
    finally:
        draft.drop()


def take_file(
    store: Store,
    draft: Draft,
    fair: str,
    edition: int | None,
    mapping: str,
    actor: str,
    agreed: inbox.Agreed = inbox.NOTHING,
) -> Receipt:
    """Inspect a draft and take it in with the mapping given, else with the suggested one.

    Raises NotSettled where that leaves something open.
    """
    with worker.ready(CONVERT):
        given_mapping = Mapping.loads(mapping) if mapping else None
        sheet = agreed.sheet or (given_mapping.sheet if given_mapping else "")
        inspection = _inspect(draft, sheet, agreed.mend)
        full = _full_mapping(store, inspection, fair, edition, given_mapping, agreed)
        return take_in(store, draft, full, actor)


def _inspect(draft: Draft, sheet: str, mend: bool) -> Inspection:
    try:
        return draft.inspect(sheet=sheet)
    except Unreadable as fault:
        if not mend or fault.reason != "mendable":
            raise
        return draft.inspect(sheet=sheet, encoding=fault.details["way"])


def _full_mapping(
    store: Store,
    inspection: Inspection,
    fair: str,
    edition: int | None,
    mapping: Mapping | None,
    agreed: inbox.Agreed,
) -> Mapping:
    """The mapping given, else the suggested one, sent to a fair and edition. Raises NotSettled."""
    name = fair.strip() or (mapping.fair_id if mapping else "")
    with store.reader() as reader:
        known = know(reader, _fair_id(fairs(reader), name) or own_fair(store))
    mapping = mapping or suggest(
        inspection,
        known,
        kind_named(inspection, known, agreed),
        takes_half=bool(agreed.audience and not agreed.kind),
    )
    mapping = replace(
        mapping,
        fair_id=known.fair_id,
        fair_zh=mapping.fair_zh or known.fair_zh,
        fair_en=mapping.fair_en or known.fair_en,
        is_further=mapping.is_further or agreed.is_further,
        accepts_guesses=mapping.accepts_guesses or agreed.accepts_guesses,
    )
    if edition is not None:
        mapping = with_edition(mapping, edition, known)
    refuse_unsettled(mapping, inspection, known)
    return mapping


def kind_named(inspection: Inspection, known: Known, agreed: inbox.Agreed) -> str:
    """The kind that a person named, or a survey of the audience named where the file is a survey;
    '' where it is to be seen from the file.
    """
    if agreed.kind or not agreed.audience:
        return agreed.kind
    kind = kind_of(suggest(inspection, known).kind)
    return survey_of(agreed.audience).key if kind.audience else ""


def _fair_id(in_store: Sequence[KnownFair], name: str) -> str:
    """The fair meant by its id or one of its names; the name itself where none is meant."""
    for fair in in_store:
        if fair.is_demo and name in (fair.fair_id, fair.name_zh, fair.name_en):
            raise Unreadable("demo_fair")
    own = [fair for fair in in_store if not fair.is_demo]
    return name if name in {fair.fair_id for fair in own} else namesake(own, name) or name


def own_fair(store: Store) -> str:
    """The fair a file goes to where nobody says: the only one that is not the demo, else ''."""
    with store.reader() as reader:
        own = [fair.fair_id for fair in fairs(reader) if not fair.is_demo]
    return own[0] if len(own) == 1 else ""
