"""The closed page says what is wrong and leads back; pages warn while nothing is backed up."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from analytics.store import BackupState, Store
from analytics.wording import speaker
from tests.store import broken
from tests.ui.conftest import Open, words_on
from ui.frame import backup_notice
from ui.people import gate
from ui.server import answer_cache


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    return tmp_path


def test_a_damaged_database_is_restored_from_the_closed_page(data: Path, open_app: Open) -> None:
    broken.truncated(data)
    at = open_app(lang="en")
    assert "The database file is damaged" in words_on(at)
    at.button(key="restore").click().run()
    assert "The newest backup that reads in full is of" in words_on(at)
    at.button(key="restore-now").click().run()
    assert "The database file is damaged" not in words_on(at)
    assert len(answer_cache.store().history()) == 1
    assert list(data.glob("expolens-set-aside-*.duckdb"))
    answer_cache.close()


def test_what_was_not_found_damaged_is_never_offered_to_be_replaced(
    data: Path, open_app: Open
) -> None:
    broken.foreign(data)
    at = open_app(lang="en")
    assert "is no database of ExpoLens" in words_on(at)
    assert [button.key for button in at.button if (button.key or "").startswith("restore")] == []


def test_with_sign_in_only_the_admin_whom_the_machine_names_may_restore(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "has_sign_in", lambda: True)
    monkeypatch.setenv("EXPOLENS_ADMIN", "anna@example.org")
    now = datetime.now().timestamp()
    for email, is_in, may in (
        ("Anna@example.org", True, True),
        ("eve@example.org", True, False),
        ("anna@example.org", False, False),
    ):
        claims = {"is_logged_in": is_in, "email": email, "iat": now}
        monkeypatch.setattr(gate.st, "user", claims)
        assert gate.may_restore() is may


def test_every_page_of_an_administrator_warns_while_nothing_is_backed_up(
    store: Store, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now()
    state = BackupState(now - timedelta(hours=3), now, now, "full")
    monkeypatch.setattr(Store, "backup_state", state)
    assert "The data are not backed up" in words_on(open_app(lang="en"))
    text = backup_notice.overdue_text(BackupState(None, now, now, "damaged"), speaker("zh"))
    assert "未通过检查" in text
