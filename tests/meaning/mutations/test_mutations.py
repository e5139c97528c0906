"""Files drawn by chance are stored rightly, or asked about where nobody can know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meaning.mutations.drawn_file import judged
from tests.meaning.mutations.laws import LAWS
from tests.meaning.run import stores

TIMES = 10


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with stores() as folder:
        yield folder


@pytest.mark.parametrize("law", LAWS)
def test_a_drawn_file_is_stored_rightly_or_asked_about(
    law: str, place: Path, tmp_path: Path
) -> None:
    faults = []
    for number in range(TIMES):
        drawn, outcome = judged(LAWS[law], f"{law} ci {number}", tmp_path, place)
        if not outcome.is_sound:
            faults.append((drawn.kind, outcome.word, outcome.reasons))
    assert faults == []
