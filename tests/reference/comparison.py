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
"""Expected and actual to whether they agree."""

NO_SUCH_KEY = object()
LONGEST = 120
# Words about a case and inputs of it, not results.
DESCRIPTIVE = frozenset({"published", "identity", "rule", "provenance", "settings"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One value compared."""

    path: str
    expected: Any
    actual: Any
    agrees: bool

    def __str__(self) -> str:
        if self.actual is NO_SUCH_KEY:
            return f"{self.path}: not compared"
        return f"{self.path}: expected {_brief(self.expected)}, found {_brief(self.actual)}"


def _brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def within(relative: float = 0.0, absolute: float = 0.0) -> Rule:
    """Numbers at most this far apart; lists number by number."""

    def agree(expected: Any, actual: Any) -> bool:
        first, second = np.asarray(expected, dtype=float), np.asarray(actual, dtype=float)
        return first.shape == second.shape and bool(
            np.allclose(second, first, rtol=relative, atol=absolute)
        )

    return agree


def at_least(slack: float) -> Rule:
    """Actual is not below expected by more than the slack."""
    return lambda expected, actual: actual >= expected - slack


def at_most(slack: float) -> Rule:
    """Actual is not above expected by more than the slack, or by that share of a large one."""
    return lambda expected, actual: actual <= expected + slack * max(1.0, abs(expected))


def same_partition(expected: Any, actual: Any) -> bool:
    """Both label the rows alike, whatever the labels are called."""
    return isclose(adjusted_rand(expected, actual), 1.0)


def compare(
    expected: Any,
    actual: Any,
    rules: Mapping[str, Rule],
    settings: frozenset[str] = frozenset(),
    path: str = "",
) -> Iterator[Finding]:
    """One finding per value of `expected`. Keys named in `settings` were inputs of the run and are
    passed over.
    """
    actual = actual.tolist() if isinstance(actual, (np.ndarray, np.generic)) else actual
    rule = next((rule for pattern, rule in rules.items() if fnmatchcase(path, pattern)), None)
    if actual is NO_SUCH_KEY:
        yield Finding(path, expected, actual, agrees=False)
    elif rule is not None:
        yield Finding(path, expected, actual, rule(expected, actual))
    elif isinstance(expected, dict):
        actual = _in_the_same_order(expected, actual)
        for key in _compared_keys(expected, settings):
            yield from compare(
                expected[key], _part(actual, key), rules, settings, f"{path}.{key}".lstrip(".")
            )
    elif isinstance(expected, list):
        yield from _compare_lists(expected, actual, rules, settings, path)
    else:
        yield Finding(path, expected, actual, _same(expected, actual))


def _compared_keys(expected: dict[str, Any], settings: frozenset[str]) -> list[str]:
    return [
        key
        for key in expected
        if key not in DESCRIPTIVE and key not in settings and not key.endswith("note")
    ]


def _in_the_same_order(expected: dict[str, Any], actual: Any) -> Any:
    """A matrix with its rows and columns in the order of the expected one; others as they are."""
    is_matrix = isinstance(actual, Mapping) and {"rows", "cols", "values"} <= actual.keys()
    if not (is_matrix and {"rows", "cols", "values"} <= expected.keys()):
        return actual
    values, places = np.asarray(actual["values"]), []
    for axis in ("rows", "cols"):
        have, order = [str(x) for x in actual[axis]], [str(x) for x in expected[axis]]
        if sorted(have) != sorted(order) or len(set(have)) < len(have):
            return actual
        places.append([have.index(name) for name in order])
    if values.shape != (len(places[0]), len(places[1])):
        return actual
    return {"rows": expected["rows"], "cols": expected["cols"], "values": values[np.ix_(*places)]}


def _compare_lists(
    expected: list[Any], actual: Any, rules: Mapping[str, Rule], settings: frozenset[str], path: str
) -> Iterator[Finding]:
    if not isinstance(actual, (list, tuple)) or len(actual) != len(expected):
        yield Finding(path, expected, actual, agrees=False)
        return
    for position, (expected_part, actual_part) in enumerate(zip(expected, actual, strict=True)):
        yield from compare(
            expected_part, actual_part, rules, settings, f"{path}.{position}".lstrip(".")
        )


def _part(actual: Any, key: str) -> Any:
    return actual.get(key, NO_SUCH_KEY) if isinstance(actual, Mapping) else NO_SUCH_KEY


def _same(expected: Any, actual: Any) -> bool:
    if isinstance(actual, (list, tuple)) and len(actual) == 1:
        # R writes a vector of one as a plain number.
        return _same(expected, actual[0])
    if expected is None:
        return actual is None or (isinstance(actual, float) and isnan(actual))
    if isinstance(expected, (bool, str)) or isinstance(actual, (bool, str)) or actual is None:
        return bool(expected == actual)
    return isclose(expected, actual, rel_tol=1e-9, abs_tol=1e-12)
