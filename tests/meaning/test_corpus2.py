"""A folder of files whose meaning stands between their cells: none is stored wrongly unsaid."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meaning.manifest import Entry, entries_of
from tests.meaning.run import stores, verdict

FOLDER = os.environ.get("EXPOLENS_CORPUS2", "")
MANIFEST = Path(__file__).parent / "corpus2.json"
pytestmark = pytest.mark.skipif(not FOLDER, reason="EXPOLENS_CORPUS2 names no folder of files")


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with stores() as folder:
        yield folder


@pytest.mark.parametrize("entry", entries_of(MANIFEST), ids=lambda entry: entry.name[:60])
def test_a_file_is_stored_rightly_or_asked_about_or_refused(entry: Entry, place: Path) -> None:
    outcome = verdict(entry, Path(FOLDER).resolve(), place)
    assert outcome.is_sound, f"{outcome.word}: {'; '.join(outcome.reasons)}"
