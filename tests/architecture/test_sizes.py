"""How long things may be, and that nobody packs lines to fit."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from statistics import median

from analytics.folders import ROOT
from tests.architecture.source_tree import (
    FUNCTIONS,
    PRODUCT,
    PYTHON,
    body_length,
    lines_of,
    name_of,
)

SHAPE = ("compute.py", "figures.py")
"""Every study has these, however little stands in them."""


def test_modules_and_pages_keep_their_size():
    limits = {path: 100 if path.parent.name == "pages" else 300 for path in PYTHON}
    assert [name_of(path) for path, limit in limits.items() if lines_of(path) > limit] == []


def test_functions_keep_their_size():
    assert [(name_of(path), f.name) for path, f in FUNCTIONS if body_length(f) > 40] == []


def test_half_of_all_functions_have_at_most_eight_lines():
    assert median(body_length(function) for _, function in FUNCTIONS) <= 8


def test_a_module_is_large_enough_to_stand_alone_or_wanted_by_two():
    lonely = [
        name_of(path)
        for path in PRODUCT
        if path.name not in ("__init__.py", *SHAPE) and path.parent not in (ROOT, ROOT / "pages")
        if lines_of(path) < 25 and importers(path) < 2
    ]
    assert lonely == []


def importers(path: Path) -> int:
    """How many other files import a module, as a whole or something of it."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = ".".join(parts)
    return sum(module in imported for other, imported in IMPORTED.items() if other != path)


def imported_by(tree: ast.AST) -> set[str]:
    """Modules by their whole names, and `package.name` of what is imported from a package."""
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return modules


IMPORTED = {path: imported_by(tree) for path, tree in PYTHON.items()}


def test_nobody_packs_lines_by_hand_or_silences_the_linter():
    marks = re.compile(r"#\s*(fmt:\s*(skip|off)|yapf:|noqa(?!:)|noqa:\s*(E501|C901))")
    assert [name_of(path) for path in PYTHON if marks.search(path.read_text("utf-8"))] == []
    assert "per-file-ignores" not in (ROOT / "pyproject.toml").read_text("utf-8")
