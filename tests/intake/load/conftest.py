"""A store of its own for each test of loading."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    return Store(tmp_path)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = tmp_path / "data"
    monkeypatch.setenv("EXPOLENS_DATA", str(data))
    return tmp_path
