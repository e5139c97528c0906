"""What many tests stand on: the demo fair, loaded once through the product's own import."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.store import Store


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that holds the demo fair. Read only: a test that writes takes a store of its own."""
    from analytics.intake.load.command import set_up_demo

    folder: Path = tmp_path_factory.mktemp("demo")
    with Store(folder) as store:
        set_up_demo(store)
        yield store
