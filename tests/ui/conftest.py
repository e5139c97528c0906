"""A small fair behind the screens, and a hand on the screens without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analytics.folders import ROOT
from analytics.store import Store
from tests import fairs
from tests.ui import lone_study
from ui.server import answer_cache

Open = Callable[..., AppTest]
INDUSTRIES, REGIONS, SIZES = (
    ("Toys", "Tools", "![x](http://evil.example/x.png)"),
    ("North", "South"),
    ("big", "small"),
)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The app's own store, without a fair."""
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    monkeypatch.setitem(fairs.TYPES, "is_multiple", pa.bool_())
    yield answer_cache.store()
    answer_cache.close()


@pytest.fixture
def store(empty: Store) -> Store:
    """The app's own store with one fair: two editions, twelve exhibitors, twelve visitors."""
    load_fair(empty, "f")
    return empty


def load_fair(store: Store, fair: str) -> None:
    """Two editions, twelve exhibitors who answered at both, twelve visitors of the second."""
    fairs.load(store, "editions", fair, edition_rows=fairs.editions([1, 2], fair))
    load_register(store, fair)
    for number in (1, 2):
        load_survey(store, fair, f"{fair}-{number}")
    fairs.load(
        store,
        "visitor_survey",
        fair,
        question_rows=fairs.questions(f"{fair}-2", [], audience="visitor"),
        response_rows=fairs.answers(
            f"{fair}-2", [{"overall": n % 5 + 1} for n in range(12)], "visitor"
        ),
    )


def load_register(store: Store, fair: str) -> None:
    """Twelve exhibitors of three industries and two regions."""
    fairs.load(
        store,
        "exhibitors",
        fair,
        exhibitor_rows=[
            {
                "fair_id": fair,
                "line": n,
                "name": f"Firm {n}",
                "name_key": f"firm{n}",
                "industry": INDUSTRIES[n % 3],
                "region": REGIONS[n % 2],
            }
            for n in range(12)
        ],
    )


def load_survey(store: Store, fair: str, edition: str) -> None:
    """What the twelve answered at one edition: three items, and how big they are."""
    questionnaire = fairs.items({"hall": ["light", "air"], "tickets": ["queue"]}, fair)
    field = {
        "fair_id": fair,
        "audience": "exhibitor",
        "field_id": "size",
        "name_zh": "规模",
        "name_en": "Size",
    }
    rows = [
        {"exhibitor_key": f"n:firm{n}", "overall": n % 5 + 1, "sat": [n % 5 + 1, 3, 2]}
        | {"profile": [("size", [SIZES[n % 2]])]}
        for n in range(12)
    ]
    fairs.load(
        store,
        "exhibitor_survey",
        fair,
        questionnaire=questionnaire | {"profile_fields": [field | {"is_multiple": False}]},
        question_rows=fairs.questions(edition, ["light", "air", "queue"]),
        response_rows=fairs.answers(edition, rows),
    )


@pytest.fixture
def open_app() -> Open:
    """Open a page the way a link does: `open_app("trends", lang="zh")`."""

    def opened(page: str = "", **words: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
        for name, value in words.items():
            at.query_params[name.replace("__", ".")] = value
        at.run()
        if page:
            at.switch_page(f"../pages/{page}.py")
            for name, value in words.items():
                at.query_params[name.replace("__", ".")] = value
            at.run()
        return at

    return opened


@pytest.fixture
def lone_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that stands alone: links lead anywhere, and no study was asked before."""
    monkeypatch.setattr(st, "page_link", lambda *_, **__: None)
    lone_study.CALLS.clear()
    lone_study.GO_ON.clear()


def words_on(at: AppTest) -> str:
    """Everything a reader sees, the escapes of labels taken out."""
    kinds = (
        "header",
        "subheader",
        "markdown",
        "caption",
        "button",
        "info",
        "warning",
        "error",
        "metric",
        "badge",
    )
    shown = [
        str(getattr(element, "label", "") or "") + " " + str(element.value)
        for kind in kinds
        for element in at.get(kind)
    ]
    return "\n".join(shown).replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")
