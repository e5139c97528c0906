"""The fair that most tests of loyalty read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from analytics.store import Store
from tests.studies.loyalty.fair import load, typical


@pytest.fixture(scope="package")
def typical_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Typical exhibitors, to be read only."""
    with Store(tmp_path_factory.mktemp("typical")) as opened:
        load(opened, typical())
        yield opened
