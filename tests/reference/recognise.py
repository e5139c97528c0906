"""Which method a case is of: by the keys of its expected.json, then by the words of its method.

The wording of a method's name is nobody's contract; what is to be computed is.
"""

import re
from collections.abc import Iterator
from typing import Any, Literal

from tests.reference.case import Case
from tests.reference.cases import CHECKERS, LATER
from tests.reference.cases.checker import Checker


def checker_of(case: Case) -> Checker | Literal["later"] | None:
    """The checker; `later` for a method that is not built; None for one nobody knows."""
    if case.method in CHECKERS:
        return CHECKERS[case.method]
    if re.search(LATER, case.method, re.IGNORECASE):
        return "later"
    keys = set(_keys(case.expected))
    fitting = [
        (len(marks), number)
        for number, checker in enumerate(CHECKERS.values())
        for marks in checker.keys
        if marks <= keys
    ]
    if fitting:
        return list(CHECKERS.values())[max(fitting, key=lambda fit: (fit[0], -fit[1]))[1]]
    by_words = [
        checker
        for checker in CHECKERS.values()
        if checker.words and re.search(checker.words, case.method, re.IGNORECASE)
    ]
    return by_words[0] if by_words else None


def _keys(value: Any) -> Iterator[str]:
    """Every key, however deep; of a list the first entry speaks for all."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from _keys(part)
    elif isinstance(value, list) and value:
        yield from _keys(value[0])
