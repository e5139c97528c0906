"""Every study answers without a screen, from the live database or, while it is held, from the last
backup.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analytics.catalogue import STUDIES
from analytics.settings import ROOT
from analytics.store import Store


@pytest.fixture(scope="module")
def folder(demo: Store) -> Path:
    return demo.folder


def command(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "analytics", *arguments],
        cwd=ROOT,
        env=os.environ | {"EXPOLENS_DATA": str(folder)} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_an_answer_is_utf_8_wherever_it_is_written_to(folder: Path, encoding: str):
    asked = ("--language", "zh", "answer", "satisfaction", "--fair", "demo", "--json")
    process = command(folder, *asked, PYTHONIOENCODING=encoding)
    assert (process.returncode, process.stderr) == (0, "")
    assert "满意" in json.loads(process.stdout)["figures"][0]["finding"]


@pytest.mark.parametrize("key", [study.key for study in STUDIES])
def test_a_study_answers_from_the_backup_while_the_database_is_held(key: str, folder: Path):
    process = command(folder, "answer", key, "--fair", "demo", "--json")
    answer = json.loads(process.stdout)
    assert "backup" in answer["backup"]
    assert all(figure["rows"] for figure in answer["figures"])


def test_the_last_edition_can_be_asked_for_by_its_number(folder: Path):
    process = command(
        folder, "--language", "zh", "answer", "satisfaction", "--fair", "demo", "--edition", "8"
    )
    assert "3.70" in process.stdout
    assert "第八届" in process.stdout or "第8届" in process.stdout


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("answer", "no_such_study"), "no_such_study"),
        (("answer", "satisfaction", "--edition", "99"), "99"),
        (("answer", "satisfaction", "--edition", "99"), "Choose one of: 1, 2, 3"),
        (("answer", "satisfaction", "--fair", "nowhere"), "nowhere"),
        (("answer", "satisfaction", "--fair", "nowhere"), "Choose one of: demo"),
        (
            ("answer", "segments", "--option", "banana=2"),
            "banana is not one of the settings here: ",
        ),
        (
            ("answer", "satisfaction", "--option", "group_by=banana"),
            "group_by=industry, group_by=region",
        ),
        (
            ("answer", "satisfaction", "--option", "dimension=banana"),
            "There is no dimension banana. Choose one of: ",
        ),
        (("answer", "satisfaction", "--industry", "no such industry"), ""),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_words(
    folder: Path, arguments: tuple[str, ...], named: str
):
    process = command(folder, *arguments)
    assert process.returncode == 1
    assert named in process.stderr
    assert "Traceback" not in process.stderr
