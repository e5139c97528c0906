"""The import without a screen, alone and beside the running app."""

import csv
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from analytics.__main__ import main
from analytics.errors import Unreadable
from analytics.folders import ROOT
from analytics.intake.load import inbox
from analytics.intake.load.inbox import Agreed
from analytics.intake.load.outcome import failed_text
from analytics.intake.load.queue import ImportQueue
from analytics.intake.mapping.column_use import Mapping
from analytics.store import Store
from tests.intake.files import csv_text
from tests.intake.load.command_line import COUNTS, SAY, UNDATED, run


def test_a_file_is_taken_in_with_the_suggested_mapping(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(COUNTS, "utf-8")
    taken_in = "visitors.csv: 2 lines read = 2 rows stored + 0 left out (import 1)."
    assert run(path) == (0, [taken_in, "Taken as: Visitor counts"])
    assert run(path) == (0, ["visitors.csv: already imported (import 1); nothing was changed."])


def test_garbled_text_is_taken_in_mended_only_where_that_is_said(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(COUNTS.encode().decode("latin-1"), "utf-8")
    code, lines = run(path)
    assert (code, lines[1]) == (1, "If it reads well so, give it again with --mend.")
    assert "届次,日期,观众类别,人数" in lines[0]
    code, lines = run(path, agreed=Agreed(mend=True))
    assert (code, lines[0]) == (
        0,
        "visitors.csv: 2 lines read = 2 rows stored + 0 left out (import 1).",
    )


def test_the_users_only_fair_is_where_files_go(folder: Path) -> None:
    path, more = folder / "a.csv", folder / "b.csv"
    path.write_text(COUNTS, "utf-8")
    more.write_text(COUNTS.replace("120", "130"), "utf-8")
    code, lines = run(path, fair=None)
    assert (code, lines[0]) == (1, "a.csv: Say which fair the file belongs to.")
    run(path)
    assert run(more, fair=None)[0] == 0


def test_a_file_that_is_not_there_and_one_that_is_no_table_are_said(folder: Path) -> None:
    picture = folder / "x.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    code, lines = run(folder / "none.csv", picture)
    assert code == 1
    assert lines[0] == "none.csv: there is no such file."
    assert lines[1].startswith("x.csv: This is a picture, not a table.")


def test_beside_the_running_app_the_file_goes_through_the_inbox(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(COUNTS, "utf-8")
    app = (
        "import sys, time, pathlib; from analytics.store import Store; from"
        " analytics.intake.load.queue import ImportQueue; from analytics.folders import"
        " data_folder; data_folder().mkdir(parents=True); s = Store(data_folder());"
        " q = ImportQueue(s); print('up', flush=True); sys.stdin.readline(); q.close(); s.close()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", app], cwd=ROOT, env=os.environ, **pipes) as child:
        assert child.stdout
        assert child.stdin
        child.stdout.readline()
        waited = run(path, wait=60)
        left = run(path, wait=0)
        child.stdin.write(b"\n")
        child.stdin.close()
    stored = "visitors.csv: 2 lines read = 2 rows stored + 0 left out (import 1)."
    assert waited == (0, [stored, "Taken as: Visitor counts"])
    assert left == (0, ["visitors.csv: left in the inbox for the running app."])


def test_two_commands_at_once_both_get_their_receipt(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(COUNTS, "utf-8")
    other = (
        "import time; from analytics.store import Store; from analytics.folders import"
        " data_folder; data_folder().mkdir(parents=True); s = Store(data_folder()); print('up',"
        " flush=True); time.sleep(1); s.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", other], cwd=ROOT, env=os.environ, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout
        child.stdout.readline()
        assert run(path, wait=60) == (
            0,
            [
                "visitors.csv: 2 lines read = 2 rows stored + 0 left out (import 1).",
                "Taken as: Visitor counts",
            ],
        )


def test_an_order_without_answers_to_its_questions_comes_back_with_them(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(UNDATED, "utf-8")
    (folder / "data").mkdir()
    order_id = inbox.leave(path, "f", None, "", "anna")
    assert [asdict(order)["file_name"] for order in inbox.waiting(inbox.inbox_folder())] == [
        "visitors.csv"
    ]
    with Store(folder / "data") as store:
        imports = ImportQueue(store)
        answer = inbox.answer_to(order_id, 30)
        imports.close()
    assert answer is not None
    assert (answer["state"], answer["fault"]["type"]) == ("failed", "NotSettled")
    assert inbox.waiting(inbox.inbox_folder()) == []


@pytest.mark.parametrize("text", ["{bad", "[]", '{"order_id": "1", "surprise": 1}'])
def test_an_order_that_cannot_be_read_holds_no_other_up(folder: Path, text: str) -> None:
    (folder / "data").mkdir()
    bad = inbox.inbox_folder() / "aa.order.json"
    bad.write_text(text, "utf-8")
    path = folder / "visitors.csv"
    path.write_text(COUNTS, "utf-8")
    order_id = inbox.leave(path, "f", None, "", "anna")
    with Store(folder / "data") as store:
        imports = ImportQueue(store)
        answer = inbox.answer_to(order_id, 30)
        imports.close()
    assert answer is not None
    assert (answer["state"], bad.exists()) == ("done", False)


def test_a_file_refused_behind_nobodys_back_stays_told_until_it_is_read(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(UNDATED, "utf-8")
    (folder / "data").mkdir()
    order_id = inbox.leave(path, "f", None, "", "anna")
    with Store(folder / "data") as store:
        imports = ImportQueue(store)
        end = time.monotonic() + 30
        while not (refusals := inbox.refused(inbox.inbox_folder())) and time.monotonic() < end:
            time.sleep(0.05)
        imports.close()
    assert (
        failed_text(refusals[order_id], SAY)
        == "visitors.csv: Say which edition the file belongs to: no column does."
    )
    inbox.forget(inbox.inbox_folder(), order_id)
    assert inbox.refused(inbox.inbox_folder()) == {}


def test_what_was_found_is_told_and_can_be_written(folder: Path) -> None:
    path, to = folder / "visitors.csv", folder / "found.csv"
    path.write_text(COUNTS.replace("120", "many"), "utf-8")
    code, lines = run(path, findings=to)
    assert code == 0
    assert any("line 3" in line and "“many”" in line for line in lines[1:])
    assert "many" in to.read_text("utf-8-sig")


def test_what_was_found_in_several_files_is_in_one_file_that_names_each(folder: Path) -> None:
    paths, to = [folder / "a.csv", folder / "b.csv"], folder / "found.csv"
    for path, wrong in zip(paths, ("many", "few"), strict=True):
        path.write_text(COUNTS.replace("120", wrong), "utf-8")
    assert run(*paths, findings=to)[0] == 0
    names, *rows = csv.reader(to.read_text("utf-8-sig").splitlines())
    assert names[0] == "File"
    values = {(row[0], row[3]) for row in rows}
    assert {("a.csv", "many"), ("b.csv", "few")} <= values
    assert {name for name, _ in values} == {"a.csv", "b.csv"}


def test_what_was_found_is_never_written_over_a_file_that_is_read(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(COUNTS, "utf-8")
    before = path.read_bytes()
    code, lines = run(path, findings=folder / "." / "visitors.csv")
    assert (code, "--findings" in lines[0]) == (1, True)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named_after_the_receipt(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(COUNTS, "utf-8")
    code, lines = run(path, findings=folder / "nowhere" / "found.csv")
    assert code == 1
    assert "rows stored" in lines[0]
    assert lines[-1].startswith("found.csv cannot be written")


def test_nothing_of_a_user_comes_into_the_demo_fair(folder: Path) -> None:
    path = folder / "visitors.csv"
    path.write_text(COUNTS, "utf-8")
    (folder / "data").mkdir()
    with Store(folder / "data") as store:
        store.write(
            "insert into fairs (fair_id, name_zh, name_en, is_demo) values ('demo', '示例展', 'Demo"
            " Fair', true)"
        )
    for name in ("demo", "Demo Fair", " 示例展 "):
        code, lines = run(path, fair=name)
        assert (code, "synthetic" in lines[0]) == (1, True)


def test_a_fair_goes_by_its_name_too_and_by_no_blank(folder: Path) -> None:
    path, more = folder / "a.csv", folder / "b.csv"
    path.write_text(COUNTS, "utf-8")
    more.write_text(COUNTS.replace("120", "130"), "utf-8")
    assert run(path, fair="audit")[0] == 0
    assert run(more, fair="Audit ")[0] == 0
    with Store(folder / "data") as store:
        assert {record.fair_id for record in store.history()} == {"audit"}
        store.undo(2, "anna")
    assert run(more, fair="  ")[0] == 0


@pytest.mark.parametrize("number", ["0", "-3", "10000", "99999999999"])
def test_an_edition_no_fair_can_have_is_refused_by_whoever_names_it(
    folder: Path, number: str
) -> None:
    path = folder / "visitors.csv"
    path.write_text(COUNTS.replace("8,2006-10-13", f"{number},2006-10-13"), "utf-8")
    code, lines = run(path)
    assert (code, lines[0].endswith("2 lines read = 1 rows stored + 1 left out (import 1).")) == (
        0,
        True,
    )
    with pytest.raises(SystemExit):
        main(["import", str(path), "--edition", number])
    with pytest.raises(Unreadable, match="mapping_target"):
        Mapping.loads(json.dumps({"kind": "attendance", "columns": [], "edition": int(number)}))


@pytest.mark.parametrize(
    ("agreed", "stored"),
    [
        (Agreed(audience="exhibitor"), 20),
        (Agreed(audience="visitor"), 10),
        (Agreed(kind="exhibitor_survey"), 30),
    ],
)
def test_an_audience_takes_its_half_of_a_file_and_a_kind_takes_all_of_it(
    folder: Path, agreed: Agreed, stored: int
) -> None:
    path = folder / "survey.csv"
    roles = ("参展商", "专业观众", "参展商")
    rows = [f"{roles[n % 3]},{n % 5 + 1},{n % 4 + 2}" for n in range(30)]
    header = "您的身份,总体满意度（5=非常满意）,餐饮满意度（5=非常满意）"
    path.write_text(csv_text(header, *rows), "utf-8")
    code, lines = run(path, edition=8, agreed=agreed)
    assert (code, lines[0]) == (
        0,
        f"survey.csv: 30 lines read = {stored} rows stored + {30 - stored} left out (import 1).",
    )
    assert any("exhibitors (20) and visitors (10)" in line for line in lines)
