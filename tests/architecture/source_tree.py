"""The Python of the house as the tests of its architecture read it."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

from analytics.folders import ROOT


def tracked(*patterns: str) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / line for line in listing.stdout.splitlines() if (ROOT / line).exists()]


PYTHON = {path: ast.parse(path.read_text("utf-8")) for path in tracked("*.py")}
PRODUCT = [path for path in PYTHON if path.relative_to(ROOT).parts[0] != "tests"]
TREES = {path: PYTHON[path] for path in PRODUCT}
FUNCTIONS = [
    (path, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
