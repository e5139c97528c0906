"""What a departure is explained by: the terms of the model, in the order in which they are taken
in.

Method: each term has one or two columns. What is not known is 0 after centring, and beside it
stands a column that says so: nobody is dropped, and not having answered is itself a sign. An
industry has a column where it is large enough. Assumption: log-odds are linear in each column.
Source: Jones 1996 on indicators for what is missing (they leave a little bias in the other terms);
Allison 1982.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.stats.arrays import FloatArray

RAW = (
    "place",
    "stayed_away",
    "overall",
    "editions_before",
    "after_gap",
    "area",
    "fee_change",
    "turnover_change",
    "complained",
    "industry",
    "stake",
)
"""The columns of a person-period, in the order of the file the child reads."""

MIDPOINT = 0.5


@dataclass(frozen=True, slots=True)
class Term:
    """`columns` are those it puts into the model; `name` is what a reader calls it."""

    key: str
    name: str
    columns: tuple[str, ...]


INDUSTRY = "industry"
TERMS = (
    Term("tenure", phrase("Editions before"), ("tenure",)),
    Term("satisfaction", phrase("Overall satisfaction"), ("satisfaction", "no_rating")),
    Term("area", phrase("Stand area"), ("area", "no_area")),
    Term("complaint", phrase("Complaint"), ("complained",)),
    Term("gap", phrase("Streak"), ("after_gap",)),
    Term(INDUSTRY, phrase("Industry"), ()),
    Term("fee_change", phrase("Fee against the time before"), ("fee_change",)),
    Term("turnover_change", phrase("Turnover against the time before"), ("turnover_change",)),
)
COLUMNS = {
    "tenure": phrase("Editions before (1 + n doubled)"),
    "satisfaction": phrase("Overall satisfaction, a step higher"),
    "no_rating": phrase("No overall rating given (against the middle of the scale)"),
    "area": phrase("Stand area doubled"),
    "no_area": phrase("Stand area not known"),
    "complained": phrase("Complained"),
    "after_gap": phrase("Back after an edition missed"),
    "fee_change": phrase("Fee doubled against the time before"),
    "turnover_change": phrase("Turnover doubled against the time before"),
}
"""What a column says of an exhibitor: its odds ratio is for this."""


def columns_of(term: Term, industries: int) -> tuple[str, ...]:
    if term.key != INDUSTRY:
        return term.columns
    return tuple(f"{INDUSTRY}:{code}" for code in range(1, industries + 1))


def term_of(column: str) -> str:
    """The key of the term that a column belongs to."""
    key = column.split(":")[0]
    return next((term.key for term in TERMS if key in term.columns), key)


def design(raw: FloatArray, names: tuple[str, ...], steps: int, usual_area: float) -> FloatArray:
    """Rows × `names`, from rows in the order of RAW. One step of satisfaction is a point of
    a five-point scale.

    `usual_area` (a power of two) stands in for an area that is not known.
    """
    of = {name: raw[:, place] for place, name in enumerate(RAW)}
    values_by_column = {
        "tenure": np.log2(1 + of["editions_before"]),
        "satisfaction": _known(of["overall"] - MIDPOINT) * steps,
        "no_rating": np.isnan(of["overall"]),
        "area": _known(of["area"] - usual_area),
        "no_area": np.isnan(of["area"]),
        "complained": of["complained"],
        "after_gap": of["after_gap"],
        "fee_change": _known(of["fee_change"]),
        "turnover_change": _known(of["turnover_change"]),
    }
    values_by_column |= {
        name: of[INDUSTRY] == int(name.split(":")[1])
        for name in names
        if name.startswith(f"{INDUSTRY}:")
    }
    columns = [values_by_column[name] for name in names]
    return np.column_stack([np.empty((len(raw), 0)), *columns]).astype(np.float64)


def _known(values: FloatArray) -> FloatArray:
    return np.nan_to_num(values, nan=0.0)
