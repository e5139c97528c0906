"""Modules and variables are called by what they hold."""

from __future__ import annotations

import ast

from tests.architecture.source_tree import PYTHON, name_of

VAGUE = frozenset(
    [
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "misc",
        "core",
        "base",
        "shared",
        "manager",
        "evening",
        "facing",
        "chosen",
        "asked",
        "glance",
        "known",
        "told",
        "desk",
        "where",
        "wishes",
        "upkeep",
        "making",
        "travel",
        "since",
        "shaped",
        "tabled",
        "choices",
        "keeping",
        "saving",
        "deciding",
        "checking",
        "drawn",
        "doors",
        "warm",
        "joined",
        "standing",
        "ground",
        "words",
        "explained",
    ]
)
"""Module names that no stranger can guess."""
SAYS_NOTHING = frozenset(
    [
        "told",
        "made",
        "one",
        "found",
        "every",
        "kept",
        "given",
        "said",
        "seen",
        "wanted",
        "taken",
        "done",
        "got",
        "tried",
        "gone",
    ]
)
"""Names of variables that tell how a value came about instead of what it is."""


def test_no_module_has_a_vague_name():
    assert [name_of(path) for path in PYTHON if path.stem in VAGUE] == []


def test_no_variable_is_called_by_a_name_that_says_nothing():
    named = {path: bound_names(tree) & SAYS_NOTHING for path, tree in PYTHON.items()}
    assert {name_of(path): names for path, names in named.items() if names} == {}


def bound_names(tree: ast.AST) -> set[str]:
    """Every variable set, looped over or taken as a parameter; fields of a class are none."""
    nodes = list(ast.walk(tree))
    fields = {
        id(statement.target)
        for node in nodes
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.AnnAssign)
    }
    stored = {
        node.id
        for node in nodes
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in fields
    }
    caught = {n.name for n in nodes if isinstance(n, ast.ExceptHandler | ast.MatchAs) and n.name}
    return stored | caught | {node.arg for node in nodes if isinstance(node, ast.arg)}
