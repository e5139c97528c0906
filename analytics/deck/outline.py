"""From figures to slides: title, agenda, the findings in order, one finding a slide, the tables
behind them.

Nothing here draws. What a slide says is settled once, for every kind of file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics.deck.deck_contents import Found, Missing, sliced
from analytics.deck.figure_table import behind
from analytics.deck.slides import Appendix, Deck, Entry, Listing, Opening, Shown, Slide, Told
from analytics.fairs import Choices
from analytics.figures import Grid, Heatmap, families
from analytics.wording import Say

MOST_ENTRIES = 9


@dataclass(frozen=True)
class Frame:
    """What stands around the findings. A brief deck is its summary and its findings,
    nothing else.
    """

    name: str
    fair: str
    is_demo: bool = False
    is_brief: bool = False
    remark: str = ""


def compose(
    frame: Frame,
    found: Sequence[Found],
    missing: Sequence[Missing],
    offers: dict[str, Choices],
    today: date,
    say: Say,
) -> Deck:
    """The deck. `offers` are what each audience can filter by, for the names of what is
    filtered.
    """
    middle: list[Slide] = [_shown(one, offers, say) for one in found]
    slides = [*_summary(frame, found, missing, say), *middle]
    if not frame.is_brief:
        before: list[Slide] = [_opening(frame, today, say), *_agenda(found, say)]
        slides = [*before, *slides, *_appendix(found, offers, say), *_left_out(missing, say)]
    foot = say("{deck} · {fair} · {day}", deck=frame.name, fair=frame.fair, day=say.day(today))
    return Deck(frame.name, say.language, foot, tuple(slides))


def _opening(frame: Frame, today: date, say: Say) -> Opening:
    synthetic = say("Synthetic demo fair: made-up exhibitors and answers.") if frame.is_demo else ""
    small = " ".join(one for one in (synthetic, frame.remark) if one)
    told = Told(
        "", say("Every figure is computed from the fair's own files; the charts can be edited.")
    )
    return Opening(
        frame.name, say("{fair} · {day}", fair=frame.fair, day=say.day(today)), small, (told,)
    )


def _agenda(found: Sequence[Found], say: Say) -> list[Slide]:
    studies = list({one.study.key: one.study for one in found}.values())
    entries = tuple(
        Entry(say("{title}: {question}", title=say(study.title), question=say(study.question)))
        for study in studies
    )
    parts = _in_parts(entries)
    return [
        Listing(_numbered(say("Agenda"), at, len(parts), say), part)
        for at, part in enumerate(parts)
    ]


def _summary(
    frame: Frame, found: Sequence[Found], missing: Sequence[Missing], say: Say
) -> list[Slide]:
    entries = tuple(_entry(one, found) for one in found)
    title = frame.name if frame.is_brief else say("The findings in order")
    small = frame.remark if frame.is_brief else ""
    if frame.is_brief and missing:
        gaps = say.listed([one.title for one in missing])
        small = " · ".join(
            one for one in (small, say("Not in this deck: {names}", names=gaps)) if one
        )
    parts = _in_parts(entries)
    return [
        Listing(_numbered(title, at, len(parts), say), part, small) for at, part in enumerate(parts)
    ]


def _entry(one: Found, found: Sequence[Found]) -> Entry:
    """A finding with its number; the first of a study without one of its own takes its study's."""
    is_first = next(other for other in found if other.study.key == one.study.key) is one
    has_own = any(other.figure.headline for other in found if other.study.key == one.study.key)
    number = one.figure.headline or (one.lead if is_first and not has_own else None)
    return (
        Entry(one.figure.finding, number.value, number.label)
        if number
        else Entry(one.figure.finding)
    )


def _in_parts(entries: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    return [entries[at : at + MOST_ENTRIES] for at in range(0, len(entries), MOST_ENTRIES)]


def _numbered(title: str, at: int, of: int, say: Say) -> str:
    return (
        title if of == 1 else say("{title} ({part} of {parts})", title=title, part=at + 1, parts=of)
    )


def _shown(one: Found, offers: dict[str, Choices], say: Say) -> Shown:
    filters = sliced(one.wanted.filters, offers[one.wanted.filters.audience], say)
    method = say("Method: {text}", text=say(one.figure.method.formula))
    told = (
        *notes(one, filters, say),
        *(Told(say("Since it was pinned"), change) for change in one.changes),
    )
    small = (*one.figure.notes, filters, method)
    return Shown(one.figure, say(one.study.title), small, told, one.changes)


def notes(one: Found, filters: str, say: Say) -> tuple[Told, ...]:
    """What the speaker should have at hand: the whole finding, its base, method, source and
    caveats.
    """
    figure, method = one.figure, one.figure.method
    told = [
        Told(say("Finding"), figure.finding),
        Told(say("Base"), figure.base),
        Told("", filters),
        Told(say("Formula"), say(method.formula)),
        Told(say("Assumes"), say(method.assumption)),
        Told(say("What would make it wrong"), say(method.caution)),
        Told(say("Source"), say(method.source)),
    ]
    if figure.families:
        told.append(Told(say("Tests read together"), families.listed(figure.families, say)))
    told += [Told(say("Note"), note) for note in figure.notes]
    return (*told, *(Told(heading, text) for heading, text in figure.details.items()))


def _appendix(found: Sequence[Found], offers: dict[str, Choices], say: Say) -> list[Slide]:
    """The tables behind the charts; a figure that is a table already stands in the deck."""
    return [
        Appendix(
            one.figure,
            (sliced(one.wanted.filters, offers[one.wanted.filters.audience], say),),
            notes(one, "", say),
        )
        for one in found
        if not isinstance(one.figure.form, Grid | Heatmap) and behind(one.figure, say).rows
    ]


def _left_out(missing: Sequence[Missing], say: Say) -> list[Slide]:
    if not missing:
        return []
    entries = tuple(Entry(say("{title}: {why}", title=one.title, why=one.why)) for one in missing)
    return [Listing(say("Not in this deck, and why"), part) for part in _in_parts(entries)]
