"""What a file does not say for certain, and how much hangs on it.

Any room of the mapping raises a doubt in one of two ways: about one column as `ColumnUse.doubt`
(a reason whose weight stands in `WEIGHTS`), about a group of columns or the whole file as a `Doubt`
in `Mapping.doubts` (from a function listed in `suggest.DOUBTERS`). Either becomes an `OpenPoint`,
worded by `load.point_sentences`, the same on the page, on the command line and in the receipt.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from analytics.intake.cells.text_keys import header_key

Weight = Literal["must", "guess", "note"]
"""'must': nothing is stored until somebody says it. 'guess': the suggestion changes a number or
loses a well-filled column; nothing is stored until somebody says that it is right. 'note': it is
said, and nothing waits for it."""
WEIGHTS: dict[str, Weight] = {
    "which_scale": "guess",
    "which_words": "must",
    "rating_unread": "guess",
    "field_taken": "guess",
    "which_rows": "guess",
    "scale_changed": "guess",
    "direction_unclear": "guess",
    "rating_or_not": "guess",
    "which_yes": "must",
    "counted_days": "guess",
    "numbers_lost": "guess",
}
ABOUT_KIND = frozenset(("whose_survey", "two_audiences", "none_of_ours", "none_of_ours_each"))
"""No doubt where a person named the kind of the file."""


@dataclass(frozen=True)
class Doubt:
    """One question or remark about some columns, or about the file where none is named.

    `details` fill in the sentence; `columns` of a group are asked about together, once.
    """

    reason: str
    columns: tuple[str, ...] = ()
    weight: Weight = "guess"
    details: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What a person agrees to: the same question about the same columns, of any file."""
        return "|".join([self.reason, *sorted(header_key(column) for column in self.columns)])

    def to_json(self) -> dict[str, Any]:
        return {
            "reason": self.reason,
            "columns": list(self.columns),
            "weight": self.weight,
            "details": self.details,
        }

    @classmethod
    def of(cls, values: dict[str, Any]) -> Doubt:
        """Raises ValueError for a weight that is none."""
        if values.get("weight", "guess") not in get_args(Weight):
            raise ValueError("weight")
        details = {str(key): str(value) for key, value in values.get("details", {}).items()}
        columns = tuple(map(str, values.get("columns", ())))
        return cls(str(values["reason"]), columns, values.get("weight", "guess"), details)


def weight_of(reason: str) -> Weight:
    """How much hangs on the doubt of one column."""
    return WEIGHTS.get(reason, "note")
