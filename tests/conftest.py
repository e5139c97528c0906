"""What many tests stand on: an empty store, the demo fair, and children's work without a child."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from analytics import worker
from analytics.store import Store
from tests import in_process as here

FEWER = {
    "perception": {"RESAMPLES": 5, "STABILITY_ROWS": 200},
    "segments": {"RESAMPLES": 10, "REFERENCES": 5, "K_MAX": 7},
}
"""By study: how much less its task does in this process than in its child."""


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that holds the demo fair. Read only: a test that writes takes a store of its own."""
    from analytics.intake.load.command import set_up_demo

    folder: Path = tmp_path_factory.mktemp("demo")
    with Store(folder) as store:
        set_up_demo(store)
        yield store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(tmp_path, memory_limit="512MB") as opened:
        yield opened


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A study's work without its child process; each such study has one test with a real child."""

    def run_less(task: str, values: dict[str, Any], folder: Path, **_: Any) -> Any:
        module = task.split(":")[0]
        study = module.split(".")[-2]
        for name, less in FEWER.get(study, {}).items():
            monkeypatch.setattr(import_module(module), name, less)
        return here.run(task, values, folder)

    monkeypatch.setattr(worker, "run", run_less)
