"""Tests that are read together are judged together: which they are, how many, and how their p
values are adjusted.

A figure that tests names its families; the card, the page of trust and every workbook tell them in
the same words. The adjusting itself: `analytics.stats.multiplicity`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.wording import Say

Rule = Literal["holm", "benjamini-hochberg", "bonferroni"]
RULES: dict[Rule, str] = {
    "holm": phrase(
        "{tests} tests, Holm: at most one chance in twenty that any of them is a false finding"
    ),
    "bonferroni": phrase(
        "{tests} intervals, widened after Bonferroni: at most one chance in twenty that any of them"
        " is a false finding"
    ),
    "benjamini-hochberg": phrase(
        "{tests} tests, Benjamini–Hochberg: on average at most one finding in twenty is false"
    ),
}
ALONE = phrase("one test, nothing to adjust: one chance in twenty of a false finding")


@dataclass(frozen=True, slots=True)
class Family:
    """`name` is worded; `tests` counts those that could be made, `stand` those established after
    adjusting, where known.
    """

    name: str
    tests: int
    rule: Rule = "holm"
    stand: int | None = None

    def how(self, say: Say) -> str:
        """How many tests, how they are adjusted, and how many stand."""
        how = say(RULES[self.rule], tests=say.number(self.tests)) if self.tests > 1 else say(ALONE)
        return (
            how
            if self.stand is None
            else say("{how}; established: {stand}", how=how, stand=say.number(self.stand))
        )


def family(name: str, p: Iterable[float | None], rule: Rule = "holm") -> tuple[Family, ...]:
    """The family of these p values, adjusted already; NaN and None were no tests. Nothing where
    none was made.
    """
    tests = [value for value in p if value is not None and value == value]
    established = sum(value <= LEVEL_OF_P for value in tests)
    return (Family(name, len(tests), rule, established),) if tests else ()


def listed(families: Sequence[Family], say: Say) -> str:
    """All families in a line, empty where nothing was tested."""
    parts = [say("{family}: {how}", family=family.name, how=family.how(say)) for family in families]
    return "；".join(parts) if say.language == "zh" else "; ".join(parts)
