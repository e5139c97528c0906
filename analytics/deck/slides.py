"""A deck as pure data: every word worded, every figure with its table, nothing about its looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from analytics.figures import Figure
from analytics.figures.key_number import KeyNumber
from analytics.wording import Language


@dataclass(frozen=True)
class Note:
    """A heading and what stands under it, for notes."""

    heading: str
    text: str


@dataclass(frozen=True)
class Opening:
    """The first slide."""

    title: str
    subtitle: str
    small: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One line of a list, with a number set large beside it where it has one."""

    text: str
    number: str = ""
    label: str = ""


@dataclass(frozen=True)
class Listing:
    """An agenda, or the findings in order."""

    title: str
    entries: tuple[Entry, ...]
    small: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Numbers:
    """The key numbers in rows, each with last time's beside it and its badge."""

    title: str
    numbers: tuple[KeyNumber, ...]
    small: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, eq=False)
class FigureSlide:
    """One finding as the slide's title, its figure below; `small` is the small print: remarks,
    filters, method.

    `changes` say what is different since the figure was pinned.
    """

    figure: Figure
    topic: str
    small: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Appendix:
    """The table behind a figure."""

    figure: Figure
    small: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


Slide = Opening | Numbers | Listing | FigureSlide | Appendix


@dataclass(frozen=True, eq=False)
class Deck:
    """Slides in order. `foot` stands on every slide but the first."""

    name: str
    language: Language
    foot: str
    slides: tuple[Slide, ...] = field(default=())

    def figure_slides(self) -> tuple[FigureSlide, ...]:
        """The slides that carry a finding."""
        return tuple(slide for slide in self.slides if isinstance(slide, FigureSlide))
