"""A folder of spoiled files with what must become of each: none may be taken in wrongly without a
word.
"""

from __future__ import annotations

import json
import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.corpus_adapter import take

FOLDER = os.environ.get("EXPOLENS_CORPUS", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="EXPOLENS_CORPUS names no folder of spoiled files"
)


def _judge() -> ModuleType:
    spec = spec_from_file_location("run_corpus", Path(FOLDER) / "run_corpus.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cases() -> list[dict[str, Any]]:
    if not FOLDER:
        return []
    cases: list[dict[str, Any]] = json.loads((Path(FOLDER) / "manifest.json").read_text("utf-8"))
    return cases


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["file"][:40])
def test_a_spoiled_file_is_taken_in_rightly_or_refused_with_the_reason(
    case: dict[str, Any],
) -> None:
    path = Path(FOLDER).resolve() / "files" / case["file"]
    answer = take(str(path), case["upload_as"], case["kind"], case["config"])
    faults = _judge().judge(case, answer)
    if faults and case["also_accept"] and answer["outcome"] != case["outcome"]:
        return  # another outcome that the manifest accepts
    assert faults == []
