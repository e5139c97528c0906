"""Whatever lies in the inbox, the orders beside it are taken in."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analytics.intake.load import inbox
from analytics.intake.load import queue as queue_module
from analytics.intake.load.outcome import failed_text
from analytics.intake.load.queue import ImportQueue, take_waiting
from analytics.store import Receipt, Store
from analytics.wording import speaker
from tests.intake.load.inbox_plants import COUNTS, PLANTS


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS.keys())
def test_what_lies_in_the_inbox_stops_no_order_behind_it(
    plant: Callable[[Path], None], store: Store, tmp_path: Path
) -> None:
    (tmp_path / "precious").write_text("precious", "utf-8")
    (tmp_path / "visitors.csv").write_text(COUNTS, "utf-8")
    plant(inbox.inbox_folder())
    order_id = inbox.leave(tmp_path / "visitors.csv", "f", None, "", "anna")
    for _ in range(2):
        take_waiting(store)
    answer = inbox.answer_to(order_id, 0)
    assert answer is not None
    assert answer["state"] == "done"
    assert [record.file_name for record in store.history()] == ["visitors.csv"]
    assert inbox.waiting(inbox.inbox_folder()) == []
    for refusal in inbox.refused(inbox.inbox_folder()).values():
        assert failed_text(refusal, speaker("en"))
    assert (tmp_path / "precious").read_text("utf-8") == "precious"


def test_the_thread_lives_on_whatever_goes_wrong_in_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "visitors.csv").write_text(COUNTS, "utf-8")
    failures = [ValueError("embedded null byte"), OSError(28, "full"), RuntimeError("secret")]

    def failing(what: Store) -> None:
        if failures:
            raise failures.pop()
        take_waiting(what)

    monkeypatch.setattr(queue_module, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(queue_module, "take_waiting", failing)
    order_id = inbox.leave(tmp_path / "visitors.csv", "f", None, "", "anna")
    imports = ImportQueue(store)
    answer = inbox.answer_to(order_id, 30)
    imports.close()
    assert (failures, answer and answer["state"]) == ([], "done")


def test_an_order_whose_receipt_cannot_be_written_is_taken_in_once_and_told_of_once(
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "visitors.csv").write_text(COUNTS, "utf-8")
    order_id = inbox.leave(tmp_path / "visitors.csv", "f", None, "", "anna")
    orders: list[str] = []
    take_order = queue_module.take_order

    def counted(*values: Any) -> Receipt:
        orders.append(values[-1].order_id)
        return take_order(*values)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(queue_module, "take_order", counted)
    with monkeypatch.context() as patch:
        patch.setattr(inbox, "_write", full)
        for _ in range(5):
            take_waiting(store)
    assert len(caplog.records) == 1
    for _ in range(2):
        take_waiting(store)
    answer = inbox.answer_to(order_id, 0)
    assert (answer and answer["state"], orders) == ("done", [order_id])
    assert queue_module.UNWRITTEN == {}


def test_a_receipt_that_tells_of_no_known_fault_is_worded_all_the_same(store: Store) -> None:
    place = store.folder / "inbox"
    place.mkdir()
    answer = {"state": "failed", "file": "a.csv", "number": "", "receipt": None, "findings": []}
    for number, name in enumerate(("NoSuchFault", "dataclass", "NotSettled")):
        answer["fault"] = {"type": name, "details": {}}
        (place / f"{number}.receipt.json").write_text(json.dumps(answer), "utf-8")
    answers = inbox.refused(place).values()
    assert [failed_text(values, speaker("en"))[:7] for values in answers] == ["a.csv: "] * 3


def test_what_nobody_fetched_is_dropped_after_a_week_and_an_order_is_not(store: Store) -> None:
    place = inbox.inbox_folder()
    names = ("aa.order.json", "aa.data", "bb.data", "cc.receipt.json", "dd.receipt.fresh")
    week_ago = time.time() - inbox.KEPT_SECONDS - 60
    for name in names:
        (place / name).write_text("{}", "utf-8")
        os.utime(place / name, (week_ago, week_ago))
    (place / "ee.receipt.json").symlink_to(place / "nowhere")
    inbox.drop_old_answers(place)
    assert sorted(path.name for path in place.iterdir()) == [
        "aa.data",
        "aa.order.json",
        "ee.receipt.json",
    ]
