"""Every study answers without a screen, from the backup while the live database is held."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analytics.catalogue import STUDIES
from analytics.folders import ROOT
from analytics.store import Store

CALLS = """
import contextlib, io, json, sys
from analytics.__main__ import main

outcomes = []
for arguments in json.loads(sys.argv[1]):
    with (
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(io.StringIO()) as err,
    ):
        code = main(arguments)
    outcomes.append((code, out.getvalue(), err.getvalue()))
print(json.dumps(outcomes))
"""
"""Many calls of the command line in one child: a start takes longer than most answers."""
Outcome = tuple[int, str, str]
"""What a call returned, printed, and printed as an error."""


@pytest.fixture(scope="module")
def folder(demo: Store) -> Path:
    return demo.folder


def command(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return child(folder, "-m", "analytics", *arguments, **environment)


def calls(folder: Path, *arguments: tuple[str, ...]) -> list[Outcome]:
    process = child(folder, "-c", CALLS, json.dumps(arguments))
    assert (process.returncode, process.stderr) == (0, "")
    return json.loads(process.stdout)


def child(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
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


@pytest.fixture(scope="module")
def answers(folder: Path) -> dict[str, Outcome]:
    """Of every study, by its key."""
    keys = [study.key for study in STUDIES]
    outcomes = calls(folder, *(("answer", key, "--fair", "demo", "--json") for key in keys))
    return dict(zip(keys, outcomes, strict=True))


@pytest.mark.parametrize("key", [study.key for study in STUDIES])
def test_a_study_answers_from_the_backup_while_the_database_is_held(
    key: str, answers: dict[str, Outcome]
):
    code, out, _ = answers[key]
    answer = json.loads(out)
    assert code == 0
    assert "backup" in answer["backup"]
    assert all(figure["rows"] for figure in answer["figures"])


def test_the_last_edition_can_be_asked_for_by_its_number(folder: Path):
    process = command(
        folder, "--language", "zh", "answer", "satisfaction", "--fair", "demo", "--edition", "8"
    )
    assert "3.70" in process.stdout
    assert "第八届" in process.stdout or "第8届" in process.stdout


REFUSED = [
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
]


@pytest.fixture(scope="module")
def refusals(folder: Path) -> dict[tuple[str, ...], Outcome]:
    """By the arguments of the call."""
    refused = list(dict.fromkeys(arguments for arguments, _ in REFUSED))
    return dict(zip(refused, calls(folder, *refused), strict=True))


@pytest.mark.parametrize(("arguments", "named"), REFUSED)
def test_a_question_that_cannot_be_answered_is_refused_in_words(
    arguments: tuple[str, ...], named: str, refusals: dict[tuple[str, ...], Outcome]
):
    code, _, err = refusals[arguments]
    assert code == 1
    assert named in err
    assert "Traceback" not in err
