"""A child's task done in this process: quicker, and a fault shows its traceback."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from analytics import worker

FEWER = {
    "perception": {"RESAMPLES": 5, "STABILITY_ROWS": 200},
    "segments": {"RESAMPLES": 10, "REFERENCES": 5, "K_MAX": 7},
}
"""By study: constants of its task that are smaller here than in its child."""


def silent(_: float, __: str) -> None:
    """Nobody waits for the progress."""


def run(task: str, values: dict[str, Any], folder: Path, **_: Any) -> Any:
    """As `analytics.worker.run`; values and answer go through JSON as they do there."""
    module, function = task.split(":")
    work = getattr(import_module(module), function)
    answer = work(json.loads(json.dumps(values)), folder, silent)
    return json.loads(json.dumps(answer))


@contextmanager
def without_child(fewer: Mapping[str, Mapping[str, int]] = FEWER) -> Iterator[None]:
    """Studies do the work of their children here, and less of it."""
    with pytest.MonkeyPatch.context() as patch:

        def run_less(task: str, values: dict[str, Any], folder: Path, **_: Any) -> Any:
            module = task.split(":")[0]
            study = module.split(".")[-2]
            for name, less in fewer.get(study, {}).items():
                patch.setattr(import_module(module), name, less)
            return run(task, values, folder)

        patch.setattr(worker, "run", run_less)
        yield
