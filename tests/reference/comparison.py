"""Is every expected value met? A walk over the expected JSON; whatever has no counterpart is a
failure.

Numbers agree within 1e-9 of each other, relatively, unless a rule for their path says otherwise.
Paths are written with dots and positions, such as `pairs.0.diff`; rules are found by pattern
(`pairs.*.diff`), the first match counts and may take a whole branch.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from math import isclose, isnan
from typing import Any

import numpy as np

from analytics.stats.agreement import adjusted_rand

Rule = Callable[[Any, Any], bool]
"""Expected and found to whether they agree."""

NO_SUCH_KEY = object()
# Words about a case, not results of it.
DESCRIPTIVE = frozenset({"note", "published", "identity", "rule", "provenance"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One value compared."""

    path: str
    expected: Any
    found: Any
    agrees: bool

    def __str__(self) -> str:
        if self.found is NO_SUCH_KEY:
            return f"{self.path}: not compared"
        return f"{self.path}: expected {self.expected!r}, found {self.found!r}"


def within(relative: float = 0.0, absolute: float = 0.0) -> Rule:
    """Numbers at most this far apart; lists number by number."""

    def agree(expected: Any, found: Any) -> bool:
        first, second = np.asarray(expected, dtype=float), np.asarray(found, dtype=float)
        return first.shape == second.shape and bool(
            np.allclose(second, first, rtol=relative, atol=absolute)
        )

    return agree


def at_least(slack: float) -> Rule:
    """Found is not below expected by more than the slack."""
    return lambda expected, found: found >= expected - slack


def at_most(slack: float) -> Rule:
    """Found is not above expected by more than the slack."""
    return lambda expected, found: found <= expected + slack


def same_partition(expected: Any, found: Any) -> bool:
    """Both label the rows alike, whatever the labels are called."""
    return isclose(adjusted_rand(expected, found), 1.0)


def compare(
    expected: Any,
    found: Any,
    rules: Mapping[str, Rule],
    settings: frozenset[str] = frozenset(),
    path: str = "",
) -> Iterator[Finding]:
    """One finding per value of `expected`. Keys named in `settings` were inputs of the run and are
    passed over.
    """
    found = found.tolist() if isinstance(found, (np.ndarray, np.generic)) else found
    rule = next((rule for pattern, rule in rules.items() if fnmatchcase(path, pattern)), None)
    if found is NO_SUCH_KEY:
        yield Finding(path, expected, found, agrees=False)
    elif rule is not None:
        yield Finding(path, expected, found, rule(expected, found))
    elif isinstance(expected, dict):
        for key in expected.keys() - DESCRIPTIVE - settings:
            yield from compare(
                expected[key], _part(found, key), rules, settings, f"{path}.{key}".lstrip(".")
            )
    elif isinstance(expected, list):
        yield from _compare_lists(expected, found, rules, settings, path)
    else:
        yield Finding(path, expected, found, _same(expected, found))


def _compare_lists(
    expected: list[Any], found: Any, rules: Mapping[str, Rule], settings: frozenset[str], path: str
) -> Iterator[Finding]:
    if not isinstance(found, (list, tuple)) or len(found) != len(expected):
        yield Finding(path, expected, found, agrees=False)
        return
    for position, (one, other) in enumerate(zip(expected, found, strict=True)):
        yield from compare(one, other, rules, settings, f"{path}.{position}".lstrip("."))


def _part(found: Any, key: str) -> Any:
    return found.get(key, NO_SUCH_KEY) if isinstance(found, Mapping) else NO_SUCH_KEY


def _same(expected: Any, found: Any) -> bool:
    if isinstance(found, (list, tuple)) and len(found) == 1:
        # R writes a vector of one as a plain number.
        return _same(expected, found[0])
    if expected is None:
        return found is None or (isinstance(found, float) and isnan(found))
    if isinstance(expected, (bool, str)) or isinstance(found, (bool, str)) or found is None:
        return bool(expected == found)
    return isclose(expected, found, rel_tol=1e-9, abs_tol=1e-12)
