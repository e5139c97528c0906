"""What the command line prints cannot move a terminal's cursor, and ends when nobody reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analytics import terminal
from analytics.folders import ROOT
from analytics.store import Store

HOSTILE = "a\x1b[2Jb\u202eexe\u2066.csv"


def command(data: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "analytics", *arguments]


def environment(data: Path) -> dict[str, str]:
    return os.environ | {"EXPOLENS_DATA": str(data)}


@pytest.mark.parametrize("is_there", [False, True], ids=["missing", "no table"])
def test_a_file_name_is_printed_without_what_a_terminal_would_obey(
    tmp_path: Path, is_there: bool
) -> None:
    path = tmp_path / HOSTILE
    if is_there:
        path.write_bytes(b"%PDF-1.4")
    process = subprocess.run(
        command(tmp_path, "import", str(path), "--mapping", str(path), "--edition", HOSTILE),
        cwd=ROOT,
        env=environment(tmp_path / "data"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    printed = process.stdout + process.stderr
    assert printed.strip()
    assert not terminal.OBEYED.search(printed)


def test_json_says_the_same_once_control_characters_are_spelt_out() -> None:
    text = json.dumps({"名称": HOSTILE + "\x7f\x9b"}, ensure_ascii=False, indent=1)
    assert terminal.visible(text) != text
    assert json.loads(terminal.visible(text)) == json.loads(text)


def test_an_answer_that_nobody_reads_to_its_end_ends_quietly(demo: Store) -> None:
    process = subprocess.Popen(
        command(demo.folder, "answer", "satisfaction", "--fair", "demo"),
        cwd=ROOT,
        env=environment(demo.folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    assert process.wait(60) == terminal.NOBODY_LISTENS
    process.stderr.close()


def test_an_error_of_any_other_kind_is_no_closed_pipe() -> None:
    assert terminal.is_closed_pipe(BrokenPipeError(32, "pipe"))
    assert not terminal.is_closed_pipe(OSError(28, "full"))
