"""An upload lies under a name of our own until it is confirmed."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from analytics.errors import UnknownChoice, Unreadable
from analytics.folders import ROOT
from analytics.intake.load.draft import Draft, drop_old_drafts
from analytics.intake.load.queue import ImportQueue
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


def test_what_a_process_left_that_was_killed_is_dropped_and_what_is_worked_on_is_not(
    store: Store,
) -> None:
    killed = (
        "import os, signal\nfrom analytics.intake.load.draft import Draft\n"
        "Draft.create('x.csv', b'a,b')\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", killed], cwd=ROOT, check=False)
    drafts = store.folder / "drafts"
    assert len(list(drafts.iterdir())) == 1
    own = Draft.create("own.csv", SURVEY.encode())
    (drafts / "a file").touch()
    imports = ImportQueue(store)
    end = time.monotonic() + 10
    while len(list(drafts.iterdir())) > 2 and time.monotonic() < end:
        time.sleep(0.02)
    imports.close()
    assert {path.name for path in drafts.iterdir()} == {own.draft_id, "a file"}
    drop_old_drafts(drafts / "none")
