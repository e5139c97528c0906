"""An upload lies under a name of our own until it is confirmed."""

from __future__ import annotations

import pytest

from analytics.errors import UnknownChoice, Unreadable
from analytics.intake.load.draft import Draft
from analytics.store import Store
from tests.intake.load.drafts import SURVEY, drafted


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
