"""Confirmed drafts are taken in one after the other, whatever becomes of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.errors import Unreadable
from analytics.intake.load.queue import ImportQueue
from analytics.store import Store
from tests.intake.load.drafts import drafted


def test_a_confirmed_draft_is_taken_in_and_its_progress_can_be_asked_for(store: Store) -> None:
    imports = ImportQueue(store)
    draft, mapping = drafted(store)
    job = imports.submit(draft, mapping, "anna")
    assert imports.submit(draft, mapping, "anna").job_id == job.job_id
    job = imports.wait(job.job_id)
    imports.close()
    assert job is not None
    assert (job.state, job.share) == ("done", 1.0)
    assert job.receipt is not None
    assert (job.receipt.lines_read, job.receipt.rows_stored) == (10, 10)
    assert [(record.actor, record.kind) for record in store.history()] == [
        ("anna", "exhibitor_survey")
    ]
    assert not draft.folder.exists()


def test_a_faulty_mapping_stores_nothing_and_says_why(store: Store) -> None:
    imports = ImportQueue(store)
    draft, mapping = drafted(store)
    job = imports.wait(imports.submit(draft, replace(mapping, edition=None), "anna").job_id)
    imports.close()
    assert job is not None
    assert isinstance(job.fault, Unreadable)
    assert (job.state, job.fault.reason) == ("failed", "needs_edition")
    assert store.history() == []
    assert draft.folder.exists()


def test_a_bug_is_told_as_a_number(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret 13800138000")

    monkeypatch.setattr("analytics.intake.load.queue.take_in", broken)
    imports = ImportQueue(store)
    draft, mapping = drafted(store)
    job = imports.wait(imports.submit(draft, mapping, "anna").job_id)
    imports.close()
    assert job is not None
    assert (job.state, job.fault, len(job.number)) == ("failed", None, 6)
