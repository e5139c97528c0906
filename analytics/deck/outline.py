"""From figures to slides: title, agenda, the findings in order, one a slide, the tables behind.

Nothing here draws. What a slide says is settled once, for every kind of file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics.deck.figure_table import behind
from analytics.deck.requested_figures import DeckFigure, MissingFigure, sliced
from analytics.deck.slides import (
    Appendix,
    Deck,
    Entry,
    FigureSlide,
    Listing,
    Note,
    Numbers,
    Opening,
    Slide,
)
from analytics.fairs import Choices
from analytics.figures import Figure, Flows, Grid, Heatmap, families
from analytics.figures.key_number import KeyNumber
from analytics.wording import Say

MOST_ENTRIES = 9


@dataclass(frozen=True)
class Frame:
    """What stands around the findings. A brief deck is its summary and its findings alone."""

    name: str
    fair: str
    is_demo: bool = False
    is_brief: bool = False
    remark: str = ""


def compose(
    frame: Frame,
    figures: Sequence[DeckFigure],
    missing: Sequence[MissingFigure],
    offers: dict[str, Choices],
    today: date,
    say: Say,
    numbers: Sequence[KeyNumber] = (),
) -> Deck:
    """The deck. `offers` are what each audience can filter by, for the names in filters; `numbers`
    stand before the findings.
    """
    findings: list[Slide] = [_figure_slide(figure, offers, say) for figure in figures]
    first = _key_numbers(numbers, say)
    slides = [*first, *_summary(frame, figures, missing, say), *findings]
    if not frame.is_brief:
        before: list[Slide] = [_opening(frame, today, say), *first, *_agenda(figures, say)]
        slides = [
            *before,
            *slides[len(first) :],
            *_appendix(figures, offers, say),
            *_left_out(missing, say),
        ]
    foot = say("{deck} · {fair} · {day}", deck=frame.name, fair=frame.fair, day=say.day(today))
    return Deck(frame.name, say.language, foot, tuple(slides))


def _opening(frame: Frame, today: date, say: Say) -> Opening:
    synthetic = say("Synthetic demo fair: made-up exhibitors and answers.") if frame.is_demo else ""
    small = " ".join(sentence for sentence in (synthetic, frame.remark) if sentence)
    note = Note(
        "", say("Every figure is computed from the fair's own files; the charts can be edited.")
    )
    subtitle = say("{fair} · {day}", fair=frame.fair, day=say.day(today))
    return Opening(frame.name, subtitle, small, (note,))


def _key_numbers(numbers: Sequence[KeyNumber], say: Say) -> list[Slide]:
    if not numbers:
        return []
    notes = tuple(Note("", number.line(say)) for number in numbers)
    small = say("{label}: {value}", label=numbers[0].label, value=numbers[0].base)
    return [Numbers(say("Key numbers"), tuple(numbers), small, notes)]


def _agenda(figures: Sequence[DeckFigure], say: Say) -> list[Slide]:
    studies = {figure.study.key: figure.study for figure in figures}.values()
    entries = (
        Entry(say("{title}: {question}", title=say(study.title), question=say(study.question)))
        for study in studies
    )
    return _listings(say("Agenda"), tuple(entries), say)


def _summary(
    frame: Frame, figures: Sequence[DeckFigure], missing: Sequence[MissingFigure], say: Say
) -> list[Slide]:
    title = frame.name if frame.is_brief else say("The findings in order")
    remarks = [frame.remark] if frame.is_brief else []
    if frame.is_brief and missing:
        gaps = say.listed([figure.title for figure in missing])
        remarks.append(say("Not in this deck: {names}", names=gaps))
    small = " · ".join(remark for remark in remarks if remark)
    return _listings(title, tuple(_entry(figure, figures) for figure in figures), say, small)


def _entry(entry_figure: DeckFigure, figures: Sequence[DeckFigure]) -> Entry:
    """A finding with its number; the first of a study without one of its own takes its study's."""
    of_study = [figure for figure in figures if figure.study.key == entry_figure.study.key]
    number = entry_figure.figure.headline
    has_own = any(figure.figure.headline for figure in of_study)
    if not has_own and entry_figure is of_study[0]:
        number = entry_figure.lead
    finding = entry_figure.figure.title
    return Entry(finding, number.value, number.label) if number else Entry(finding)


def _listings(title: str, entries: tuple[Entry, ...], say: Say, small: str = "") -> list[Slide]:
    """One slide, or several numbered ones where it holds too many."""
    parts = _in_parts(entries)
    return [
        Listing(_numbered(title, at, len(parts), say), part, small) for at, part in enumerate(parts)
    ]


def _in_parts(entries: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    return [entries[at : at + MOST_ENTRIES] for at in range(0, len(entries), MOST_ENTRIES)]


def _numbered(title: str, at: int, of: int, say: Say) -> str:
    if of == 1:
        return title
    return say("{title} ({part} of {parts})", title=title, part=at + 1, parts=of)


def _figure_slide(shown: DeckFigure, offers: dict[str, Choices], say: Say) -> FigureSlide:
    figure, filters = shown.figure, _filters(shown, offers, say)
    method = say("Method: {text}", text=say(figure.method.formula))
    changes = (Note(say("Since it was pinned"), change) for change in shown.changes)
    return FigureSlide(
        figure,
        say(shown.study.title),
        (*figure.notes, filters, method),
        (*notes(figure, filters, say), *changes),
        shown.changes,
    )


def _filters(shown: DeckFigure, offers: dict[str, Choices], say: Say) -> str:
    filters = shown.request.filters
    return sliced(filters, offers[filters.audience], say)


def notes(figure: Figure, filters: str, say: Say) -> tuple[Note, ...]:
    """What the speaker should have at hand: the finding whole, base, method, source, caveats."""
    method = figure.method
    entries = [
        Note(say("Finding"), figure.finding),
        Note(say("Base"), figure.base_with_badge(say)),
        Note("", filters),
        Note(say("Formula"), say(method.formula)),
        Note(say("Assumes"), say(method.assumption)),
        Note(say("What would make it wrong"), say(method.caution)),
        Note(say("Source"), say(method.source)),
    ]
    if figure.families:
        entries.append(Note(say("Tests read together"), families.listed(figure.families, say)))
    entries += [Note(say("Note"), remark) for remark in figure.notes]
    return (*entries, *(Note(heading, text) for heading, text in figure.details.items()))


def _appendix(figures: Sequence[DeckFigure], offers: dict[str, Choices], say: Say) -> list[Slide]:
    """The tables behind the charts; a figure that is a table already stands in the deck."""
    return [
        Appendix(shown.figure, (_filters(shown, offers, say),), notes(shown.figure, "", say))
        for shown in figures
        if not isinstance(shown.figure.form, Grid | Heatmap | Flows)
        and behind(shown.figure, say).rows
    ]


def _left_out(missing: Sequence[MissingFigure], say: Say) -> list[Slide]:
    title = say("Not in this deck, and why")
    entries = [
        Entry(say("{title}: {why}", title=figure.title, why=figure.why)) for figure in missing
    ]
    return [Listing(title, part) for part in _in_parts(tuple(entries))]
