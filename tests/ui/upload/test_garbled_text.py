"""Garbled text is mended only where a person says that it reads right."""

from __future__ import annotations

from analytics.store import Store
from tests.ui.conftest import Open
from tests.ui.upload.upload_page import SURVEY, drop_file, load, name_fair, widget


def test_garbled_text_is_mended_only_when_a_person_says_it_reads_right(
    empty: Store, open_app: Open
) -> None:
    at = drop_file(open_app, SURVEY.encode().decode("latin-1").encode("utf-8-sig"))
    assert at.text[0].value.startswith("问卷编号,场馆硬件-空调通风")
    assert "load" not in {button.key for button in at.button}
    widget(at, "button", "mend-yes-").click().run()
    load(name_fair(at))
    (record,) = empty.history()
    assert record.rows_stored == 10
    with empty.reader() as reader:
        assert "空调通风" in {row["name_zh"] for row in reader.rows("select name_zh from items")}


def test_garbled_text_that_reads_wrong_when_mended_is_dropped(empty: Store, open_app: Open) -> None:
    at = drop_file(open_app, SURVEY.encode().decode("latin-1").encode("utf-8"))
    widget(at, "button", "mend-no-").click().run()
    assert len(at.file_uploader) == 1
    assert not list((empty.folder / "drafts").iterdir())
