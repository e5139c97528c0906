"""What a deck is to show: figures by name, what became of each, and whose answers, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from analytics.catalogue import study
from analytics.errors import Fault, UnknownStudy
from analytics.fairs import Choices
from analytics.figures import Figure, Headline
from analytics.filters import Audience, Filters, Options
from analytics.remedies import invitation
from analytics.study import Study
from analytics.wording import Say, phrase

FIRST = "overview"
MOST_NAMED = 4
AUDIENCES: dict[Audience, str] = {"exhibitor": phrase("Exhibitors"), "visitor": phrase("Visitors")}
Answer = Callable[[Study, Filters, Options], Sequence[Figure]]


@dataclass(frozen=True)
class FigureRequest:
    """One figure: the study, its name there, the slice and the dials."""

    study: str
    figure: str
    filters: Filters
    options: Options = ()


@dataclass(frozen=True, eq=False)
class DeckFigure:
    """A figure that is there; `lead` is the number its study stands for."""

    request: FigureRequest
    study: Study
    figure: Figure
    changes: tuple[str, ...] = ()
    lead: Headline | None = None


@dataclass(frozen=True)
class MissingFigure:
    """A figure that is not, and why."""

    title: str
    why: str


def look_up(
    requests: Iterable[FigureRequest], answer: Answer, say: Say
) -> tuple[list[DeckFigure], list[MissingFigure]]:
    """Every figure that can be had, in order, and the others with what stands in the way.

    A study that refuses or is not part of this version costs its own slides, never the deck.
    """
    figures: list[DeckFigure] = []
    missing: list[MissingFigure] = []
    for request in requests:
        try:
            shown = _find(request, answer)
        except Fault as fault:
            missing.append(_missing(request, fault, say))
            continue
        if _is_stand_in(shown):
            missing.append(MissingFigure(say(shown.study.title), shown.figure.title))
        else:
            figures.append(shown)
    return figures, list(dict.fromkeys(missing))


def _find(request: FigureRequest, answer: Answer) -> DeckFigure:
    its_study = study(request.study)
    figures = answer(its_study, fitting(its_study, request.filters), request.options)
    figure = next((figure for figure in figures if figure.key == request.figure), None)
    lead = next((figure.headline for figure in figures if figure.headline), None)
    return DeckFigure(request, its_study, figure or figures[0], lead=lead)


def _is_stand_in(shown: DeckFigure) -> bool:
    """Whether the figure stands only for one that too few answers bear."""
    claim = shown.figure.claim
    is_other = shown.figure.key != shown.request.figure
    return is_other and claim is not None and claim.certainty == "too few"


def fitting(asked: Study, filters: Filters) -> Filters:
    """The slice as this study can answer it: with an audience it knows."""
    if filters.audience in asked.audiences:
        return filters
    return replace(filters, audience=asked.audiences[0], profile=())


def _missing(request: FigureRequest, fault: Fault, say: Say) -> MissingFigure:
    if isinstance(fault, UnknownStudy):
        return MissingFigure(request.study, say("This version does not have this page."))
    asked, filters = study(request.study), request.filters
    is_whole = filters == Filters(filters.fair, audience=filters.audience)
    files = [kind for kind in asked.reads if not kind.endswith("_survey")] if is_whole else []
    return MissingFigure(say(asked.title), invitation(files, fault, say))


def sliced(filters: Filters, offer: Choices, say: Say) -> str:
    """Whose answers: the filters in words, ids never shown."""
    editions = {edition.id: say.name(edition.zh, edition.en) for edition in offer.editions}
    segments = {segment.id: say.name(segment.zh, segment.en) for segment in offer.segments}
    fields = {field.id: say.name(field.zh, field.en) for field in offer.fields}
    parts = [say(AUDIENCES[filters.audience])]
    choices = (
        [editions.get(edition, edition) for edition in filters.editions],
        [offer.category_names.worded(industry, say) for industry in filters.industries],
        [offer.category_names.worded(region, say) for region in filters.regions],
    )
    parts += [_listed(names, say) for names in choices if names]
    if filters.segment:
        parts.append(say("Segment: {name}", name=segments.get(filters.segment, filters.segment)))
    if filters.weighted:
        parts.append(say("Weighted to the register"))
    if filters.unweighted:
        parts.append(say("Without the file's weights"))
    parts += [
        say(
            "{field}: {answers}",
            field=fields.get(field, field),
            answers=_listed([offer.category_names.worded(answer, say) for answer in answers], say),
        )
        for field, answers in filters.profile
    ]
    return say("Filters: {filters}", filters=" · ".join(parts))


def _listed(names: list[str], say: Say) -> str:
    if len(names) <= MOST_NAMED:
        return say.listed(names)
    first, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return say("{first} and {n} more", first=first, n=more)
