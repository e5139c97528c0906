"""A file is weighed before any of it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analytics.errors import StoreFault, Unreadable
from analytics.intake.load import command, plain_file
from analytics.intake.load import draft as draft_module
from analytics.intake.load.command import import_files
from analytics.intake.load.draft import Draft
from analytics.store import Store
from analytics.wording import speaker
from tests.intake.load.drafts import SURVEY

SPARSE = 300 * 2**20
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    """A file that says it is larger than the limit, and takes no room on the disk."""
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(SPARSE)
    return path


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a file may be read."""

    def read(*_: object, **__: object) -> None:
        raise AssertionError("read before it was weighed")

    monkeypatch.setattr(os, "fdopen", read)
    monkeypatch.setattr(Path, "read_bytes", read)


def reason(path: Path, **how: bool) -> str:
    with pytest.raises(Unreadable) as caught:
        Draft.create("survey.csv", path, **how)
    return caught.value.reason


@pytest.mark.usefixtures("unread", "store")
def test_a_file_larger_than_the_limit_is_refused_before_it_is_read(huge: Path) -> None:
    assert reason(huge) == "too_large"


@pytest.mark.usefixtures("unread")
def test_what_is_larger_than_the_limit_never_comes_into_the_inbox(
    huge: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: Path) -> None:
        raise StoreFault("locked")

    monkeypatch.setattr(command, "Store", held)
    lines: list[str] = []
    code = import_files([huge], "f", 8, None, 0, speaker("en"), lines.append)
    assert (code, "larger than 200 MB" in lines[0]) == (1, True)
    assert list((store.folder / "inbox").iterdir()) == []


@pytest.mark.usefixtures("unread")
def test_a_mapping_larger_than_any_mapping_is_no_mapping(huge: Path, store: Store) -> None:
    store.close()
    with pytest.raises(Unreadable, match="mapping_file"):
        import_files([huge], "f", 8, huge, 0, speaker("en"))


@pytest.mark.usefixtures("store")
def test_a_folder_a_missing_file_and_an_impossible_name_are_no_files(tmp_path: Path) -> None:
    places = (tmp_path, tmp_path / "nothing", tmp_path / "a\0b")
    assert [reason(path) for path in places] == ["no_file"] * 3


@needs_pipes
@pytest.mark.usefixtures("store")
def test_nobody_waits_at_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert reason(tmp_path / "pipe") == "no_file"


@pytest.mark.usefixtures("store")
def test_a_link_is_followed_only_where_a_person_named_it(tmp_path: Path) -> None:
    (tmp_path / "survey.csv").write_text(SURVEY, "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "survey.csv")
    assert Draft.create("survey.csv", tmp_path / "link").size == len(SURVEY.encode())
    assert reason(tmp_path / "link", follows_links=False) == "no_file"


def test_a_file_that_grows_while_it_is_copied_leaves_no_draft(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "survey.csv").write_text(SURVEY, "utf-8")

    def grown(source: object, to: Path) -> tuple[str, int]:
        return plain_file.copied(source, to, 20)  # type: ignore[arg-type]

    monkeypatch.setattr(draft_module, "copied", grown)
    assert reason(tmp_path / "survey.csv") == "too_large"
    assert list((store.folder / "drafts").iterdir()) == []
