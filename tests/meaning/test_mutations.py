"""Generated files with one fault each: none is stored wrongly unsaid, a clean one goes in."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.meaning.mutations import lines, rows
from tests.meaning.mutations.case import SOUND, Case, outcome_of
from tests.meaning.run import stores

COUNT = int(os.environ.get("EXPOLENS_MUTATIONS", "1"))
KINDS = [*(lines.clean, *lines.FAULTS), *(rows.clean, *rows.FAULTS)]


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with stores() as folder:
        yield folder


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_a_fault_is_mended_asked_about_or_named(
    kind: Callable[[random.Random], Case], place: Path
) -> None:
    for number in range(COUNT):
        outcome = outcome_of(kind(random.Random(f"{kind.__name__}-{number}")), place)
        assert outcome.word in SOUND, f"{outcome.word}: {'; '.join(outcome.reasons)}"
