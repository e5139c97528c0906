"""What the columns of an import mean is said again, without its file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from analytics.__main__ import main
from analytics.errors import UnknownChoice, Unreadable
from analytics.intake.load.correction import corrected_mapping, reopened
from analytics.intake.load.take_in import ReadAnotherWay, take_in
from analytics.intake.mapping.column_use import Mapping
from analytics.store import Batch, Store, loaded_files
from tests.intake.files import csv_text
from tests.intake.load.command_line import run

SURVEY = csv_text(
    "问卷编号,场馆硬件-空调通风,餐饮价格,总体满意度",
    *(f"q{n},{n % 5 + 1},{n % 4 + 1},{n % 5 + 1}" for n in range(20)),
)
SCALES = "select distinct scale_max from question_rows where import_id = $number and not is_measure"
LIVE = "select count(*)::int as n from responses"


@pytest.fixture
def survey(folder: Path) -> Path:
    """A loaded survey (import 1) and the settings it was read by, to be corrected."""
    path = folder / "参展商调查_第8届.csv"
    path.write_text(SURVEY, "utf-8")
    assert run(path)[0] == 0
    with Store(folder / "data") as store:
        mapping = folder / "settings.json"
        mapping.write_text(store.history()[0].mapping, "utf-8")
    return mapping


def rescaled(mapping: Path, high: int = 7) -> None:
    """Say that every rating goes from 1 to `high`."""
    whole = json.loads(mapping.read_text("utf-8"))
    for column in whole["columns"]:
        if column["target"] == "item":
            column["scale"] = [1, high]
    mapping.write_text(json.dumps(whole), "utf-8")


def correct(mapping: Path, *words: str) -> int:
    return main(["correct", "1", "--mapping", str(mapping), *words])


def test_a_scale_is_corrected_after_what_would_change_was_said(
    survey: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rescaled(survey)
    assert correct(survey) == 0
    printed = capsys.readouterr().out
    assert "Column “场馆硬件-空调通风”: Scale: 1–5 → 1–7" in printed
    assert "mean 3.00 on 1–5 (n = 20) → mean 3.00 on 1–7 (n = 20)" in printed
    assert "Rows stored: 20 → 20" in printed
    assert "Give it again with --yes" in printed
    with Store(folder / "data") as store:
        assert [record.undone_at for record in store.history()] == [None]
    assert correct(survey, "--yes") == 0
    assert "Import 1 was replaced. 20 lines read = 20 rows stored" in capsys.readouterr().out
    with Store(folder / "data") as store, store.reader() as reader:
        new, old = store.history()
        assert (new.undone_at, old.undone_at is None) == (None, False)
        assert reader.value(LIVE) == 20
        assert reader.rows(SCALES, number=new.import_id) == [{"scale_max": 7.0}]
    assert [path.name for path in (folder / "data" / "loaded").iterdir()] == ["2"]


def test_a_column_turned_round_and_one_left_out_change_ratings(
    survey: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(survey.read_text("utf-8"))
    by_name = {column["column"]: column for column in whole["columns"]}
    by_name["场馆硬件-空调通风"]["direction"] = "down"
    by_name["餐饮价格"]["target"] = "ignore"
    by_name["总体满意度"]["missing"] = ["1"]
    survey.write_text(json.dumps(whole), "utf-8")
    assert correct(survey) == 0
    printed = capsys.readouterr().out
    assert "Best answer: the highest number → the lowest number" in printed
    assert "Column “餐饮价格”: Meaning: Rating → – leave out –" in printed
    assert "mean 2.50 on 1–5 (n = 20) → no answers" in printed
    assert "mean 3.00 on 1–5 (n = 20) → mean 3.50 on 1–5 (n = 16)" in printed


def test_the_same_mapping_changes_nothing(
    survey: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert correct(survey, "--yes") == 0
    assert capsys.readouterr().out.strip().startswith("Nothing would change")
    with Store(folder / "data") as store:
        assert len(store.history()) == 1


def test_it_is_said_in_chinese_too(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rescaled(survey)
    assert main(["--language", "zh", "correct", "1", "--mapping", str(survey)]) == 0
    assert "量表：1–5 → 1–7" in capsys.readouterr().out


def test_an_undone_import_and_one_that_never_was_cannot_be_corrected(
    survey: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(folder / "data") as store:
        store.undo(1, "me")
        assert not loaded_files.place(store.folder, 1).exists()
    rescaled(survey)
    assert correct(survey, "--yes") == 1
    assert "There is no import number 1" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["upload", "inspection.json", "sheet.arrow"])
@pytest.mark.parametrize("is_there", [True, False], ids=["spoiled", "gone"])
def test_a_file_that_is_gone_or_spoiled_is_said_and_nothing_changes(
    survey: Path, folder: Path, capsys: pytest.CaptureFixture[str], name: str, is_there: bool
) -> None:
    path = folder / "data" / "loaded" / "1" / name
    if is_there:
        path.write_bytes(b"{}")
    else:
        path.unlink()
    rescaled(survey)
    assert correct(survey, "--yes") == 1
    assert "is no longer kept here, or cannot be read" in capsys.readouterr().out
    assert list((folder / "data" / "drafts").iterdir()) == []
    with Store(folder / "data") as store:
        assert [record.undone_at for record in store.history()] == [None]


def test_what_a_mapping_leaves_open_is_said_and_nothing_changes(
    survey: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(survey.read_text("utf-8"))
    whole.pop("edition")
    survey.write_text(json.dumps(whole), "utf-8")
    assert correct(survey, "--yes") == 1
    assert "Say which edition the file belongs to" in capsys.readouterr().out
    with Store(folder / "data") as store:
        assert len(store.history()) == 1


def test_an_import_is_corrected_once(survey: Path, folder: Path) -> None:
    with Store(folder / "data") as store:
        first, second = reopened(store, 1), reopened(store, 1)
        rescaled(survey)
        mapping = corrected_mapping(store, first, Mapping.loads(survey.read_text("utf-8")))
        take_in(store, first, mapping, "me")
        rescaled(survey, 9)
        other = replace(Mapping.loads(survey.read_text("utf-8")), fair_id=mapping.fair_id)
        with pytest.raises(ReadAnotherWay):
            take_in(store, second, other, "me")
        store.undo(2, "me")
        with pytest.raises(UnknownChoice):
            take_in(store, second, other, "me")
        with store.reader() as reader:
            assert reader.value(LIVE) == 0
        assert len(store.history()) == 2


def test_what_fails_half_way_leaves_the_earlier_import(survey: Path, folder: Path) -> None:
    broken = Batch("f", "exhibitor_survey", "x.csv", "s", "{}", "me", 2, 1, 0, {})
    with Store(folder / "data") as store:
        with pytest.raises(ValueError, match="lines read must equal"):
            store.load(broken, replaces=1)
        assert [record.undone_at for record in store.history()] == [None]
        assert loaded_files.place(store.folder, 1).exists()
        with store.reader() as reader:
            assert reader.value(LIVE) == 20


def test_only_the_newest_files_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "upload"
    path.write_bytes(b"x" * 100)
    monkeypatch.setattr(loaded_files, "MOST_IMPORTS", 3)
    for number in range(8, 13):
        loaded_files.add(tmp_path, number, [path])
    assert {entry.name for entry in (tmp_path / "loaded").iterdir()} == {"10", "11", "12"}
    monkeypatch.setattr(loaded_files, "MOST_BYTES", 250)
    loaded_files.add(tmp_path, 13, [path])
    assert {entry.name for entry in (tmp_path / "loaded").iterdir()} == {"12", "13"}


def test_an_import_whose_file_was_let_go_says_so(survey: Path, folder: Path) -> None:
    with Store(folder / "data") as store:
        loaded_files.forget(store.folder, 1)
        with pytest.raises(Unreadable) as refused:
            reopened(store, 1)
    assert refused.value.reason == "file_not_kept"
