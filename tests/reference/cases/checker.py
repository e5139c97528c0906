"""How a method's cases are recomputed and compared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.reference.case import Case
from tests.reference.comparison import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Checker:
    """`recompute` mirrors the shape of expected.json; `rules` by path; `settings` are keys that
    were inputs of the run.
    """

    recompute: Callable[[Case], Any]
    rules: Mapping[str, Rule] = field(default_factory=dict)
    settings: frozenset[str] = frozenset()
