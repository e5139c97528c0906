"""Why a database will not open is decided by what can be seen of it, and nothing is changed."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from analytics import headless_answer
from analytics.__main__ import main
from analytics.errors import StoreFault
from analytics.folders import ROOT
from analytics.store import Store, data_lock, engine_faults, opening
from analytics.store.engine_faults import reason_of
from tests.store.broken import BROKEN, filled, foreign, laid_down

HOLD = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""
WINDOWS_TEXTS = [
    "IO Error: Cannot open file: The process cannot access the file because it is being used by"
    " another process.",
    "IO Error: Cannot open file: 另一个程序正在使用此文件，进程无法访问。",
]


@pytest.mark.parametrize(
    ("breaks", "reason"), BROKEN.items(), ids=lambda value: getattr(value, "__name__", value)
)
def test_what_is_wrong_is_named_and_nothing_is_changed(
    breaks: Callable[[Path], None], reason: str, tmp_path: Path
) -> None:
    breaks(tmp_path)
    before = laid_down(tmp_path)
    with pytest.raises(StoreFault) as caught:
        Store(tmp_path)
    assert caught.value.reason == reason
    assert laid_down(tmp_path) == before


@pytest.mark.parametrize("breaks", BROKEN, ids=lambda breaks: breaks.__name__)
def test_the_command_line_says_the_same_without_a_trace(
    breaks: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    breaks(tmp_path)
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    assert main(["answer", "satisfaction"]) == 1
    error = capsys.readouterr().err
    assert "Traceback" not in error
    assert ("restore" in error) is (BROKEN[breaks] != "foreign")


def test_a_log_that_reads_in_full_after_a_crash_is_taken_in(tmp_path: Path) -> None:
    filled(tmp_path, crashed=True)
    with Store(tmp_path) as store, store.reader() as reader:
        assert reader.value("select name_en from fairs") == "After the backup"


def test_a_program_that_is_not_ours_and_holds_the_file_is_no_damage(tmp_path: Path) -> None:
    file = filled(tmp_path)
    order = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(order, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreFault) as caught:
            Store(tmp_path)
        other.communicate(timeout=20)
    assert caught.value.reason == "locked"


def test_the_process_that_holds_the_data_is_named(tmp_path: Path) -> None:
    with Store(tmp_path), pytest.raises(StoreFault) as caught:
        Store(tmp_path)
    assert caught.value.details["process"] == str(os.getpid())


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EACCES, "no_permission"), (errno.EROFS, "read_only"), (errno.ENOSPC, "full")],
)
def test_a_folder_that_may_not_be_written_is_named_as_such(
    number: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    before = laid_down(tmp_path)

    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(data_lock.os, "open", refuse)
        with pytest.raises(StoreFault) as caught:
            Store(tmp_path)
    assert caught.value.reason == reason
    assert laid_down(tmp_path) == before


@pytest.mark.parametrize("text", WINDOWS_TEXTS)
def test_a_sound_file_that_does_not_open_is_never_called_damaged(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise duckdb.IOException(text)

    monkeypatch.setattr(opening, "connect", fail)
    with pytest.raises(StoreFault) as caught:
        Store(tmp_path)
    assert caught.value.reason == "unreadable"


def test_windows_says_by_number_that_another_process_has_the_file() -> None:
    refusal = OSError(errno.EACCES, WINDOWS_TEXTS[1])
    refusal.winerror = 32  # type: ignore[attr-defined]
    assert engine_faults.fault_of_system(refusal, "expolens.duckdb").reason == "locked"


def test_a_full_disk_is_told_from_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise duckdb.IOException("could not write")

    monkeypatch.setattr(opening, "connect", fail)
    monkeypatch.setattr(opening, "is_full", lambda _: True)
    with pytest.raises(StoreFault) as caught:
        Store(tmp_path)
    assert caught.value.reason == "full"


def test_the_word_lock_in_a_text_decides_nothing() -> None:
    assert reason_of(duckdb.IOException("blocked clock: could not read block 7")) == "unreadable"


def test_a_foreign_database_is_not_touched_by_the_command_line_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign(tmp_path)
    before = laid_down(tmp_path)
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    with pytest.raises(StoreFault), headless_answer.open_to_write():
        pass
    assert laid_down(tmp_path) == before


def test_the_time_limit_is_worded_when_it_comes_in_the_fetch(tmp_path: Path) -> None:
    endless = "select i from range(100000000000) as r(i)"
    with Store(tmp_path) as store:
        for fetch in ("rows", "value", "frame"):
            with store.reader() as reader:
                reader._cursor.execute("set max_execution_time = 100")
                with pytest.raises(StoreFault) as caught:
                    getattr(reader, fetch)(endless)
                assert caught.value.reason == "too_slow", fetch
                reader._cursor.execute("reset max_execution_time")


def test_the_app_starts_beside_a_database_that_will_not_open(tmp_path: Path) -> None:
    foreign(tmp_path)
    code = "from ui.server import start_up; start_up.open_store(); print('started')"
    process = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"EXPOLENS_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert process.stdout.strip() == "started"
