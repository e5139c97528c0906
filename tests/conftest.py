"""What many tests stand on: an empty store, the demo fair, and children's work without a child."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from analytics.store import Store
from tests import demo_folder
from tests.in_process import without_child

hypothesis.settings.register_profile("no clock", deadline=None)
hypothesis.settings.load_profile("no clock")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that holds the demo fair. Read only: a test that writes takes a store of its own."""
    folder = tmp_path_factory.mktemp("demo")
    demo_folder.fill(folder, tmp_path_factory.getbasetemp().parent)
    with Store(folder) as store:
        yield store


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty store, to be copied: that takes a fifth of making one."""
    folder = tmp_path_factory.mktemp("empty")
    Store(folder).close()
    return folder


@pytest.fixture
def store(tmp_path: Path, empty_folder: Path) -> Iterator[Store]:
    """An empty store."""
    shutil.copytree(empty_folder, tmp_path, dirs_exist_ok=True)
    with Store(tmp_path, memory_limit="512MB") as opened:
        yield opened


@pytest.fixture
def in_process() -> Iterator[None]:
    """A study's work without its child process; each such study has one test with a real child."""
    with without_child():
        yield
