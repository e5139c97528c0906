"""A mapping is laid out for a person to complete, where one asks for it and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

from analytics.intake.mapping.column_use import Mapping
from analytics.store import Store
from tests.intake.files import turned_survey
from tests.intake.load.command_line import UNDATED, run


def test_what_is_missing_is_said_and_a_mapping_laid_where_one_is_asked_for(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(UNDATED, "utf-8")
    beside = folder / "visitors.csv.mapping.json"
    code, lines = run(path, mapping_out=folder)
    assert (code, lines[0]) == (
        1,
        "visitors.csv: Say which edition the file belongs to: no column does.",
    )
    assert Mapping.loads(beside.read_text("utf-8")).kind == "attendance"
    assert run(path, edition=8)[0] == 0


def test_the_laid_out_mapping_once_completed_does_it(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(UNDATED, "utf-8")
    beside = folder / "completed.json"
    run(path, mapping_out=beside)
    whole = json.loads(beside.read_text("utf-8"))
    beside.write_text(json.dumps(whole | {"edition": 8}), "utf-8")
    assert run(path, mapping=beside)[0] == 0


def test_nothing_is_written_beside_the_file_without_being_asked(folder: Path) -> None:
    path = folder / "source" / "visitors.csv"
    path.parent.mkdir()
    path.write_text(UNDATED, "utf-8")
    code, lines = run(path)
    assert (code, "--mapping-out" in lines[1]) == (1, True)
    assert list(path.parent.iterdir()) == [path]


def test_a_mapping_that_somebody_completed_is_never_written_over(folder: Path) -> None:
    path, completed = folder / "visitors.csv", folder / "visitors.csv.mapping.json"
    path.write_text(UNDATED, "utf-8")
    completed.write_text("two hours of work", "utf-8")
    for out in (folder, completed):
        code, lines = run(path, mapping_out=out)
        assert (code, "left as it is" in lines[1]) == (1, True)
    assert completed.read_text("utf-8") == "two hours of work"
    assert "cannot be written" in run(path, mapping_out=folder / "no" / "where.json")[1][1]


def test_a_scale_that_runs_the_other_way_is_asked_and_a_mapping_settles_it(folder: Path) -> None:
    path = folder / "survey.csv"
    path.write_text(turned_survey(), "utf-8")
    beside = folder / "survey.csv.mapping.json"
    code, lines = run(path, edition=8, mapping_out=beside)
    assert code == 1
    assert (
        "Column “总体满意度”: The answers run against the other ratings (correlation -0.7"
        in lines[0]
    )
    assert '"direction": "up"' in lines[2]
    whole = json.loads(beside.read_text("utf-8"))
    whole["columns"][4]["direction"] = "down"
    beside.write_text(json.dumps(whole), "utf-8")
    assert run(path, mapping=beside)[0] == 0
    with Store(folder / "data") as store, store.reader() as reader:
        mean = reader.value("select corr(overall, list_sum(sat)) from response_rows")
    assert mean > 0.5
