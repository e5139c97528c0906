"""What is stored stays stored, and is said to be, where its copy cannot be written."""

from pathlib import Path

import pytest

from analytics.store import Store
from analytics.store import store as module
from tests.test_fairs import editions, load


def test_an_import_and_its_undo_hold_without_room_for_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_backup", full)
    with Store(tmp_path) as store:
        receipt = load(store, "editions", "f", edition_rows=editions([1], "f"))
        assert (receipt.rows_stored, receipt.is_backed_up) == (1, False)
        store.undo(receipt.import_id, "anna")
        assert store.history()[0].undone_at is not None
