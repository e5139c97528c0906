"""What is to be said about one line of a file, in a form that knows no engine."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from analytics.intake.cells.contact import without_contacts

LONGEST_VALUE = 200
MOST_OF_ONE_KIND = 2_000


@dataclass(frozen=True)
class Remark:
    """`reason` is a key that `load.finding_sentences` words; `details` fill it in."""

    line: int | None
    column: str | None
    value: str | None
    reason: str
    details: dict[str, str] = field(default_factory=dict)
    is_left_out: bool = False

    @classmethod
    def of(cls, values: dict[str, Any]) -> Remark:
        return cls(**values)


@dataclass(frozen=True)
class Refused:
    """Why a cell's text is no value of its kind."""

    reason: str
    details: tuple[tuple[str, str], ...] = ()


def shortened(value: str | None) -> str | None:
    """A cell's text short enough to list, without addresses and telephone numbers."""
    if value is None:
        return None
    value = without_contacts(value)
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"


class Remarks:
    """Every line left out; of others the first 2,000 of a reason and column, then how many more."""

    def __init__(self) -> None:
        self.items: list[Remark] = []
        self._counts: Counter[tuple[str | None, str]] = Counter()

    def add(
        self,
        reason: str,
        *,
        line: int | None = None,
        column: str | None = None,
        value: str | None = None,
        is_left_out: bool = False,
        **details: str,
    ) -> None:
        self._counts[column, reason] += not is_left_out
        if is_left_out or self._counts[column, reason] <= MOST_OF_ONE_KIND:
            self.items.append(Remark(line, column, shortened(value), reason, details, is_left_out))

    def count(self, column: str, reason: str) -> int:
        """How many lines this was said of, listed or not."""
        return self._counts[column, reason]

    def settled(self) -> list[Remark]:
        """Everything collected, in line order, with a count of what was not listed one by one."""
        more = [
            Remark(
                None,
                column,
                None,
                "more_of_these",
                {"reason": reason, "count": str(count - MOST_OF_ONE_KIND)},
            )
            for (column, reason), count in self._counts.items()
            if count > MOST_OF_ONE_KIND
        ]
        return sorted(self.items, key=lambda item: item.line or 0) + more
