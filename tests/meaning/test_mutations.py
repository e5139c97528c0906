"""Ten mutations a law: none is stored wrongly unsaid, and their clean twins go in unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meaning.judge import SOUND
from tests.meaning.mutated import outcomes
from tests.meaning.mutations import mutations_by_law
from tests.meaning.run import stores

EACH, SEED = 10, 7


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with stores() as folder:
        yield folder


@pytest.mark.parametrize("law", list(mutations_by_law()))
def test_no_mutation_of_a_law_is_stored_wrongly_unsaid(law: str, place: Path) -> None:
    wrong = [
        f"{outcome.word} {name}: {'; '.join(outcome.reasons)}"
        for name, outcome in outcomes(law, EACH, SEED, place)
        if outcome.word not in SOUND
    ]
    assert wrong == []
