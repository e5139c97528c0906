"""The demo fair comes in through the door every file comes in through."""

import json
from pathlib import Path

import pytest

from analytics.folders import SAMPLE
from analytics.intake.load.demo_fair import set_up_demo
from analytics.store import Store


@pytest.mark.skipif(
    not (SAMPLE / "manifest.json").exists(), reason="the demo fair's files are not here"
)
def test_the_demo_files_come_in_whole_with_the_suggested_mapping_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    manifest = json.loads((SAMPLE / "manifest.json").read_text("utf-8"))
    with Store(tmp_path) as store:
        receipts = set_up_demo(store)
        assert [receipt.kind for receipt in receipts] == [
            file["kind"] for file in manifest["files"]
        ]
        assert sum(receipt.rows_left_out for receipt in receipts) == 0
        reasons = {
            finding.reason for receipt in receipts for finding in store.findings(receipt.import_id)
        }
        assert reasons <= {"column_ignored"}
        assert all(receipt.is_repeat for receipt in set_up_demo(store))
        with store.reader() as reader:
            editions = reader.value("select count(*) from editions where fair_id = 'demo'")
            without_name = reader.value(
                "select count(*) from items where name_zh = '' or name_en = ''"
            )
            matched = reader.value(
                "select count(*) from responses where audience = 'exhibitor' and exhibitor_id is"
                " null"
            )
    assert (editions, without_name) == (8, 0)
    assert matched < 50


@pytest.mark.skipif(
    not (SAMPLE / "manifest.json").exists(), reason="the demo fair's files are not here"
)
def test_a_newer_demo_file_takes_the_place_of_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = "04_参展商调查_第一届.csv"
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    folder = tmp_path / "sample"
    folder.mkdir()
    manifest = json.loads((SAMPLE / "manifest.json").read_text("utf-8"))
    manifest["files"] = [
        file for file in manifest["files"] if file["kind"] == "editions" or file["file"] == survey
    ]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    for file in manifest["files"]:
        (folder / file["file"]).write_bytes((SAMPLE / file["file"]).read_bytes())
    with Store(tmp_path) as store:
        first = set_up_demo(store, folder=folder)[-1].rows_stored
        lines = (folder / survey).read_bytes().splitlines(keepends=True)
        (folder / survey).write_bytes(b"".join(lines[:-1]))
        set_up_demo(store, folder=folder)
        with store.reader() as reader:
            assert reader.value("select count(*) from responses") == first - 1
