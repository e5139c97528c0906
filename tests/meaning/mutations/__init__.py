"""Seeded mutations, a module a law: clean files of `generator` with one fault put in.

To add a law's mutations, write a module here with

    def cancelled(rng: Random) -> Case: ...
    MUTATIONS = (cancelled, …)

A `Case` holds the files (name -> bytes), the manifest's entry for them (`outcome`, `stored`,
`named` … as in `tests.meaning`), and the clean twin: the same files without the fault, which must
go in with no question and no finding. A module may instead hold `draw(rng) -> Drawn` for surveys
of one file (`drawn_file`) and stand in `laws`. Everything comes from `rng`, so a seed finds the
case again: `python -m tests.meaning.mutated --law whose_survey --each 200 --seed 0`. CI runs ten a
law.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from random import Random
from typing import Any


@dataclass(frozen=True)
class Case:
    """`entry` lacks only `files`, where these stand in the order of `files`. `clean` are the files
    of the twin (empty: there is none), taken in with `clean_args` or else the entry's.
    """

    files: dict[str, bytes]
    entry: dict[str, Any]
    clean: dict[str, bytes] = field(default_factory=dict)
    clean_args: list[Any] | None = None


Mutation = Callable[[Random], Case]


def mutations_by_law() -> dict[str, tuple[Mutation, ...]]:
    """The laws whose modules of this folder hold mutations, by the modules' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = {name: import_module(f"{__name__}.{name}") for name in names if _is_law(name)}
    return {
        name: module.MUTATIONS for name, module in modules.items() if hasattr(module, "MUTATIONS")
    }


def _is_law(name: str) -> bool:
    return not name.startswith(("_", "test_"))
