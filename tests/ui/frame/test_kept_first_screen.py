"""The first screen's cards, kept for the next start."""

from pathlib import Path
from typing import Any

import pytest

from analytics.catalogue import study
from analytics.filters import Filters
from analytics.store import Store
from analytics.wording import speaker
from tests.ui.conftest import load_fair
from ui.frame import kept_first_screen, overview_card
from ui.server import answer_cache
from ui.server.result_shelf import ResultShelf


@pytest.fixture(autouse=True)
def nothing_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview_card, "READY", ResultShelf[Any](16))


def restart(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a new process knows: the database, and no card."""
    answer_cache.close()
    monkeypatch.setattr(overview_card, "READY", ResultShelf[Any](16))


def keep_cards(store: Store, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start that finds the fair and leaves its cards behind, and the start after it."""
    restart(monkeypatch)
    kept_first_screen.record(file)
    restart(monkeypatch)


def test_cards_come_back_as_they_were_and_nothing_is_computed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, say, of = tmp_path / "cards.json", speaker("zh"), study("satisfaction")
    keep_cards(store, file, monkeypatch)
    assert kept_first_screen.recall(file)
    with monkeypatch.context() as idle:
        idle.setattr(overview_card, "_make_card", lambda *_: pytest.fail("computed"))
        key, recalled = overview_card.ready(of, Filters("f"), "admin", say)
    assert recalled.title
    assert recalled == overview_card._make_card(of, key, say)


def test_what_an_early_end_left_undone_is_made_at_the_next_start(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, make_card = tmp_path / "cards.json", overview_card._make_card

    def interrupted(of_study: Any, *more: Any) -> Any:
        if of_study.is_slow:
            raise KeyboardInterrupt
        return make_card(of_study, *more)

    restart(monkeypatch)
    with monkeypatch.context() as closing:
        closing.setattr(overview_card, "_make_card", interrupted)
        with pytest.raises(KeyboardInterrupt):
            kept_first_screen.record(file)
    early = {key.study for key, _ in kept_first_screen._kept(file)}
    assert "satisfaction" in early
    assert "churn" not in early
    keep_cards(store, file, monkeypatch)
    assert {key.study for key, _ in kept_first_screen._kept(file)} >= early
    before = file.stat().st_mtime_ns
    kept_first_screen.record(file)
    assert file.stat().st_mtime_ns == before


def test_cards_of_other_data_are_none(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cards.json"
    keep_cards(store, file, monkeypatch)
    load_fair(answer_cache.store(), "g")
    restart(monkeypatch)
    assert not kept_first_screen.recall(file)


def test_cards_of_other_code_are_none(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cards.json"
    keep_cards(store, file, monkeypatch)
    monkeypatch.setattr(kept_first_screen, "_version", lambda: "another")
    assert not kept_first_screen.recall(file)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"of": 1, "cards": 2}', '{"cards": [{}], "of": "x"}']
)
def test_a_file_that_cannot_be_read_counts_as_none(store: Store, tmp_path: Path, text: str) -> None:
    (tmp_path / "cards.json").write_text(text)
    assert not kept_first_screen.recall(tmp_path / "cards.json")
    assert not kept_first_screen.recall(tmp_path / "absent.json")


def test_nothing_is_written_once_the_data_have_moved_on(store: Store, tmp_path: Path) -> None:
    kept_first_screen.record(tmp_path / "cards.json")  # this store was filled after it was opened
    assert not (tmp_path / "cards.json").exists()


def test_a_start_without_a_change_leaves_the_stamp_of_the_files(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    restart(monkeypatch)
    stamp = answer_cache.store().found_as
    restart(monkeypatch)
    assert answer_cache.store().found_as == stamp
    load_fair(answer_cache.store(), "g")
    restart(monkeypatch)
    assert answer_cache.store().found_as != stamp
