"""What may stand at the top, and what no line may do."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from analytics.folders import ROOT
from tests.architecture.source_tree import PRODUCT, TREES, tracked

DECLARED = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    ".importlinter",
    ".streamlit",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "analytics",
    "app.py",
    "data",
    "docs",
    "findings",
    "locales",
    "pages",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "tests",
    "ui",
}


def called_names(tree: ast.AST) -> set[str]:
    """Plain and with what stands before the dot: `st.table` gives both "table" and "st.table"."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    plain = {
        call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls
    }
    return plain | {ast.unparse(call) for call in calls}


def test_nothing_undeclared_stands_at_the_top():
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= DECLARED


def test_every_module_says_what_it_is_for():
    assert [path for path, tree in TREES.items() if tree.body and not ast.get_docstring(tree)] == []


def test_pages_compute_nothing():
    for path, tree in TREES.items():
        if path.parent == ROOT / "pages":
            imported = {
                alias.name.split(".")[0]
                for node in ast.walk(tree)
                if isinstance(node, ast.Import)
                for alias in node.names
            }
            assert not imported & {
                "numpy",
                "pandas",
                "scipy",
                "sklearn",
                "statsmodels",
                "duckdb",
            }, path


def test_only_session_touches_the_session_and_the_address():
    for path, tree in TREES.items():
        if path.name != "session.py":
            used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            assert not used & {"session_state", "query_params"}, path


@pytest.mark.parametrize(
    ("forbidden", "where_allowed"),
    [
        ({"st.html", "st.iframe", "st.table"}, ()),
        ({"to_csv", "to_excel", "ExcelWriter"}, ("sheets.py",)),
        ({"eval", "exec"}, ()),
        ({"read_csv_auto", "read_excel"}, ()),
    ],
)
def test_no_call_that_bites(forbidden: set[str], where_allowed: tuple[str, ...]):
    for path, tree in TREES.items():
        if path.name in where_allowed or not (
            path.relative_to(ROOT).parts[0] in ("ui", "pages") or "to_csv" in forbidden
        ):
            continue
        if path.is_relative_to(ROOT / "data"):
            continue
        assert not called_names(tree) & forbidden, path


def test_html_is_never_allowed_into_a_page():
    assert [path for path in PRODUCT if "unsafe_allow" in path.read_text("utf-8")] == []


def test_uploaders_check_extensions_not_media_types():
    for path in PRODUCT:
        for types in re.findall(r"file_uploader\([^)]*type=\[([^\]]*)\]", path.read_text("utf-8")):
            assert "/" not in types, path


def test_every_fact_says_its_grain():
    for path in tracked("*.sql"):
        if "schema" not in path.parts:
            assert re.match(r"-- one (row per|condition)", path.read_text("utf-8")), path


def test_app_py_is_a_list_and_not_a_program():
    tree = TREES[ROOT / "app.py"]
    assert [
        node
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.For, ast.If, ast.While))
    ] == []


def test_nothing_names_a_machine():
    marks = re.compile(r"/(?:root|home|work|Users)/[a-z]")
    for path in tracked("*.py", "*.md", "*.toml", "Makefile", "*.sql", "*.po"):
        if path != Path(__file__):
            assert not marks.search(path.read_text("utf-8")), path
