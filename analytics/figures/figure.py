"""A figure: an answer put so that a person can see it. The only thing that travels upwards.

One finding sentence, one form, the table behind it, the base and the method in a line. The form
(`forms`) names no data, so that `look` draws a figure on screen, `deck` as a native chart, and the
command line writes it to a file. Text that came with a file stands only in cells, never in a column
name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from analytics.figures.forms import Form, Unit

if TYPE_CHECKING:
    import pandas as pd

    from analytics.figures.claims import Claim
    from analytics.figures.families import Family
    from analytics.figures.method import Method
    from analytics.wording import Say


@dataclass(frozen=True)
class Column:
    """How one column of the table behind a figure is headed and written; `p` is a probability of a
    test.
    """

    name: str
    title: str
    unit: Unit | Literal["text", "date", "p"] = "text"
    digits: int | None = None


@dataclass(frozen=True, eq=False)
class Headline:
    """The one number of a figure, for the overview: written out, with what it counts."""

    value: str
    label: str


@dataclass(frozen=True, eq=False)
class Figure:
    """`claim` is what the room reads: one short sentence and how sure it is. `finding` is the whole
    sentence computed from the data, for who asks how; `base` the grey line (n, period, method in
    words).

    `key` is unique within its study. `data` has the canonical columns the form reads; `columns` say
    which of them (and which others) make the table behind it, in order, with worded titles.
    `guides` are reference lines (`x`, `y`, `label`). `is_established` is False where the data do
    not bear the difference out: the sentence says so, and no mark shouts. `families` are the tests
    that the sentence and the table stand on.
    """

    key: str
    finding: str
    base: str
    form: Form
    data: pd.DataFrame
    columns: tuple[Column, ...]
    method: Method
    headline: Headline | None = None
    notes: tuple[str, ...] = ()
    guides: pd.DataFrame | None = None
    is_established: bool = True
    drill: str | None = None
    details: dict[str, str] = field(default_factory=dict)
    families: tuple[Family, ...] = ()
    claim: Claim | None = None

    @property
    def title(self) -> str:
        """What stands over the figure: its claim, or the finding where it makes none."""
        return self.claim.text if self.claim else self.finding

    def base_with_badge(self, say: Say) -> str:
        """The grey line, the badge in front, where no badge can be drawn."""
        if self.claim is None:
            return self.base
        return say("{badge} · {base}", badge=self.claim.badge(say), base=self.base)

    def table(self) -> pd.DataFrame:
        """The table behind the figure: its columns under their worded titles, values as numbers."""
        shown = self.data[[column.name for column in self.columns]]
        return shown.set_axis([column.title for column in self.columns], axis="columns")


def with_notes_once(figures: Iterable[Figure]) -> list[Figure]:
    """The figures of one page, each note where it stands first only."""
    read: set[str] = set()
    shown = []
    for figure in figures:
        shown.append(
            replace(figure, notes=tuple(note for note in figure.notes if note not in read))
        )
        read |= set(figure.notes)
    return shown
