"""What a deck is to show: figures by name, what became of each, and whose answers they speak of, in
words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from analytics.catalogue import study
from analytics.errors import Fault, UnknownStudy
from analytics.fairs import Choices
from analytics.figures import Figure, Headline
from analytics.remedies import remedy
from analytics.study import Audience, Filters, Options, Study
from analytics.wording import Say, phrase

FIRST = "overview"
MOST_NAMED = 4
AUDIENCES: dict[Audience, str] = {"exhibitor": phrase("Exhibitors"), "visitor": phrase("Visitors")}
Answer = Callable[[Study, Filters, Options], Sequence[Figure]]


@dataclass(frozen=True)
class Wanted:
    """One figure: the study, its name there, the slice and the dials."""

    study: str
    figure: str
    filters: Filters
    options: Options = ()


@dataclass(frozen=True, eq=False)
class Found:
    """A figure that is there; `lead` is the number its study stands for."""

    wanted: Wanted
    study: Study
    figure: Figure
    changes: tuple[str, ...] = ()
    lead: Headline | None = None


@dataclass(frozen=True)
class Missing:
    """A figure that is not, and why."""

    title: str
    why: str


def look_up(
    wanted: Iterable[Wanted], answer: Answer, say: Say
) -> tuple[list[Found], list[Missing]]:
    """Every figure that can be had, in order, and the others with what stands in the way.

    A study that refuses or is not part of this version costs its own slides, never the deck.
    """
    found: list[Found] = []
    missing: list[Missing] = []
    for one in wanted:
        try:
            found.append(_find(one, answer))
        except Fault as fault:
            missing.append(_missing(one, fault, say))
    return found, list(dict.fromkeys(missing))


def _find(one: Wanted, answer: Answer) -> Found:
    asked = study(one.study)
    figures = answer(asked, fitting(asked, one.filters), one.options)
    figure = next((figure for figure in figures if figure.key == one.figure), None)
    lead = next((figure.headline for figure in figures if figure.headline), None)
    return Found(one, asked, figure or figures[0], lead=lead)


def fitting(asked: Study, filters: Filters) -> Filters:
    """The slice as this study can answer it: with an audience it knows."""
    if filters.audience in asked.audiences:
        return filters
    from dataclasses import replace

    return replace(filters, audience=asked.audiences[0], profile=())


def _missing(one: Wanted, fault: Fault, say: Say) -> Missing:
    if isinstance(fault, UnknownStudy):
        return Missing(one.study, say("This version does not have this page."))
    return Missing(say(study(one.study).title), remedy(fault, say))


def sliced(filters: Filters, offer: Choices, say: Say) -> str:
    """Whose answers: the filters in words, ids never shown."""
    editions = {edition.id: say.name(edition.zh, edition.en) for edition in offer.editions}
    segments = {segment.id: say.name(segment.zh, segment.en) for segment in offer.segments}
    fields = {field.id: say.name(field.zh, field.en) for field in offer.fields}
    parts = [say(AUDIENCES[filters.audience])]
    parts += (
        [_listed([editions.get(edition, edition) for edition in filters.editions], say)]
        if filters.editions
        else []
    )
    parts += [
        _listed(list(values), say) for values in (filters.industries, filters.regions) if values
    ]
    if filters.segment:
        parts.append(say("Segment: {name}", name=segments.get(filters.segment, filters.segment)))
    if filters.weighted:
        parts.append(say("Weighted to the register"))
    parts += [
        say("{field}: {answers}", field=fields.get(field, field), answers=_listed(list(given), say))
        for field, given in filters.profile
    ]
    return say("Filters: {filters}", filters=" · ".join(parts))


def _listed(names: list[str], say: Say) -> str:
    if len(names) <= MOST_NAMED:
        return say.listed(names)
    return say(
        "{first} and {n} more", first=", ".join(names[:MOST_NAMED]), n=len(names) - MOST_NAMED
    )
