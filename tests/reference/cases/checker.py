"""How a method's cases are recognised, recomputed and compared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.reference.case import Case
from tests.reference.comparison import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Checker:
    """`recompute` mirrors the shape of expected.json; `rules` by path, each with its reason beside
    it; `settings` are keys that were inputs of the run.

    `keys`: sets of keys of expected.json, any of which only this method's cases have; `words`: a
    pattern of the method's name, asked where no keys decide.
    """

    recompute: Callable[[Case], Any]
    rules: Mapping[str, Rule] = field(default_factory=dict)
    settings: frozenset[str] = frozenset()
    keys: tuple[frozenset[str], ...] = ()
    words: str = ""
