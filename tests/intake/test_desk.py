"""Files come in whole, once, and whatever becomes of the page."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from analytics.errors import AlreadyImported, UnknownChoice, Unreadable
from analytics.intake.load.draft import Draft
from analytics.intake.load.queue import Desk
from analytics.intake.load.take_in import ReadAnotherWay, check, take_in
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known, know
from analytics.intake.mapping.suggest import suggest
from analytics.settings import ROOT
from analytics.store import Store
from tests.intake.files import csv_text

SURVEY = csv_text(
    "问卷编号,场馆硬件-空调通风,总体满意度", *(f"q{n},{n % 5 + 1},{n % 5 + 1}" for n in range(10))
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    return Store(tmp_path)


def drafted(
    store: Store, data: str = SURVEY, name: str = "参展商调查_第8届.csv"
) -> tuple[Draft, Mapping]:
    draft = Draft.create(name, data.encode())
    seen = draft.inspect()
    with store.reader() as reader:
        known = know(reader, "f")
    return draft, replace(suggest(seen, known), fair_id="f", fair_zh="展会", fair_en="Fair")


def test_a_confirmed_draft_is_taken_in_and_its_progress_can_be_asked_for(store: Store) -> None:
    desk = Desk(store)
    draft, mapping = drafted(store)
    job = desk.submit(draft, mapping, "anna")
    assert desk.submit(draft, mapping, "anna").job_id == job.job_id
    done = desk.wait(job.job_id)
    desk.close()
    assert done is not None
    assert (done.state, done.share) == ("done", 1.0)
    assert done.receipt is not None
    assert (done.receipt.lines_read, done.receipt.rows_stored) == (10, 10)
    assert [(one.actor, one.kind) for one in store.history()] == [("anna", "exhibitor_survey")]
    assert not draft.folder.exists()


def test_the_same_file_twice_is_recognised(store: Store) -> None:
    for expected in (False, True):
        draft, mapping = drafted(store)
        assert take_in(store, draft, mapping, "anna").is_repeat is expected
    assert len(store.history()) == 1


def test_the_same_file_read_in_another_way_has_to_be_undone_first(store: Store) -> None:
    draft, mapping = drafted(store)
    first = take_in(store, draft, mapping, "anna")
    other = replace(mapping, edition=9)
    with pytest.raises(ReadAnotherWay):
        take_in(store, drafted(store)[0], other, "anna")
    with pytest.raises(AlreadyImported):
        check(store, drafted(store)[0], mapping)
    store.undo(first.import_id, "anna")
    assert take_in(store, drafted(store)[0], other, "anna").rows_stored == 10


def test_a_questionnaire_already_stored_for_the_edition_is_left_out(store: Store) -> None:
    draft, mapping = drafted(store)
    take_in(store, draft, mapping, "anna")
    more = SURVEY + "q10,3,3\r\n"
    draft, mapping = drafted(store, more)
    receipt = take_in(store, draft, mapping, "anna")
    assert (receipt.rows_stored, receipt.rows_left_out) == (1, 10)
    assert {
        finding.reason for finding in store.findings(receipt.import_id) if finding.is_left_out
    } == {"already_stored"}


def test_items_keep_their_slots_over_imports_and_undos(store: Store) -> None:
    draft, mapping = drafted(store)
    first = take_in(store, draft, mapping, "anna")
    store.undo(first.import_id, "anna")
    draft, mapping = drafted(
        store, SURVEY.replace("场馆硬件-空调通风", "会刊"), "参展商调查_第9届.csv"
    )
    take_in(store, draft, mapping, "anna")
    with store.reader() as reader:
        slots = reader.rows("select dimension_id, slot from items order by slot")
    assert slots == [
        {"dimension_id": "venue_hardware", "slot": 1},
        {"dimension_id": "show_catalogue", "slot": 2},
    ]


def test_a_faulty_mapping_stores_nothing_and_says_why(store: Store) -> None:
    desk = Desk(store)
    draft, mapping = drafted(store)
    job = desk.wait(desk.submit(draft, replace(mapping, edition=None), "anna").job_id)
    desk.close()
    assert job is not None
    assert isinstance(job.fault, Unreadable)
    assert (job.state, job.fault.reason) == ("failed", "needs_edition")
    assert store.history() == []
    assert draft.folder.exists()


def test_a_bug_is_told_as_a_number(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret 13800138000")

    monkeypatch.setattr("analytics.intake.load.queue.take_in", broken)
    desk = Desk(store)
    draft, mapping = drafted(store)
    job = desk.wait(desk.submit(draft, mapping, "anna").job_id)
    desk.close()
    assert job is not None
    assert (job.state, job.fault, len(job.number)) == ("failed", None, 6)


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/x.csv",
        "a\r\nb.csv",
        "*.csv",
        "x" * 900 + ".csv",
        "CON.csv",
        "<b>x</b>.csv",
    ],
)
def test_a_files_name_is_display_text_only(store: Store, name: str) -> None:
    draft = Draft.create(name, SURVEY.encode())
    assert draft.folder.parent == store.folder / "drafts"
    assert draft.file_name.isprintable()
    assert len(draft.file_name) <= 120


def test_an_ending_that_is_none_of_ours_is_refused(store: Store) -> None:
    with pytest.raises(Unreadable) as caught:
        Draft.create("survey.exe", SURVEY.encode())
    assert caught.value.reason == "file_type"


def test_a_draft_is_found_again_by_its_id_and_no_other_way(store: Store) -> None:
    draft, mapping = drafted(store)
    draft.keep_mapping(mapping)
    again = Draft.open(draft.draft_id)
    assert (again, again.mapping) == (draft, mapping)
    for wrong in ("../drafts", "nothing", ""):
        with pytest.raises(UnknownChoice):
            Draft.open(wrong)


def test_a_child_knows_neither_engine_nor_screen() -> None:
    code = (
        "import sys; import analytics.intake.load.reading_child,"
        " analytics.intake.convert.arrow_files, analytics.intake.mapping.suggest;"
        " sys.exit(bool({'duckdb', 'streamlit', 'pandas', 'analytics.store'} & sys.modules.keys()))"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=os.environ, check=False
        ).returncode
        == 0
    )


def test_what_the_store_knows_travels_as_json(store: Store) -> None:
    draft, mapping = drafted(store)
    take_in(store, draft, mapping, "anna")
    with store.reader() as reader:
        known = know(reader, "f")
    assert (known.fair_zh, [edition.number for edition in known.editions], len(known.items)) == (
        "展会",
        [8],
        1,
    )
    assert Known.of(known.to_json()) == known


def test_an_exhibitor_is_called_what_the_register_says_whatever_a_later_file_says(
    store: Store,
) -> None:
    register = csv_text("展商编号,企业名称,企业性质", "E1,新名公司,民营")
    stands = csv_text("届次,展商编号,企业名称,展位面积（㎡）", "7,E1,旧名公司,9", "8,E2,他家公司,9")
    for name, data in (("名录.csv", register), ("参展.csv", stands)):
        draft, mapping = drafted(store, data, name)
        take_in(store, draft, mapping, "anna")
    with store.reader() as reader:
        names = reader.rows("select name from exhibitors order by exhibitor_id")
        keys = reader.rows(
            "select exhibitor_key from exhibitor_keys where exhibitor_id = 'c:E1' order by 1"
        )
    assert [row["name"] for row in names] == ["新名公司", "他家公司"]
    assert [row["exhibitor_key"] for row in keys] == ["c:E1", "n:新名公司", "n:旧名公司"]
