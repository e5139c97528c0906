"""One study in one card of the overview: a sentence, a number, a small chart, a way in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import streamlit as st

from analytics import fairs
from analytics.catalogue import invited
from analytics.errors import Fault
from analytics.filters import Filters
from analytics.people import Role
from analytics.remedies import invitation
from analytics.study import FIRST, Snapshot, Study
from analytics.wording import Language, Say
from ui.frame import certainty_badge, navigation, study_page
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache
from ui.server.jobs import Job
from ui.server.result_shelf import ResultShelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analytics.figures import Figure
    from analytics.figures.claims import Certainty


@dataclass(frozen=True)
class CardKey:
    """Everything a card depends on."""

    study: str
    filters: Filters
    snapshot: Snapshot
    rights: Role
    language: Language


@dataclass(frozen=True)
class Card:
    """What a card says: words, its number written out, a drawing as JSON and the drawing's packed
    rows.
    """

    title: str
    base: str
    badge: str = ""
    certainty: Certainty = "no evidence"
    value: str = ""
    label: str = ""
    spoken: str = ""
    drawing: str = ""
    rows: dict[str, bytes] = field(default_factory=dict)


READY: ResultShelf[Card] = ResultShelf(128)


def show_first(
    studies: Sequence[Study], chosen: Filters, most: int, say: Say
) -> list[tuple[Study, Fault]]:
    """The cards of the first studies that answer; returns those that do not, with why."""
    answered, unanswered = 0, []
    with st.grid(2, min_column_width=400):
        for study in studies:
            if answered == most:
                break
            if fault := show(study, chosen, say):
                unanswered.append((study, fault))
            else:
                answered += 1
    return unanswered


def visitors_too(chosen: Filters) -> Filters | None:
    """The same editions through the eyes of visitors, where exhibitors are looked at, by nothing
    that only they are filtered by, and visitors were asked as well.
    """
    audiences = answer_cache.choices(chosen.fair, chosen.audience).audiences
    is_whole = chosen == Filters(chosen.fair, chosen.editions)
    if "visitor" not in audiences or not is_whole:
        return None
    return replace(chosen, audience="visitor")


def show(study: Study, chosen: Filters, say: Say) -> Fault | None:
    """The card. Where the data bear no answer there is none: the fault says why."""
    try:
        job = _job(study, chosen, say)
        card = None if job else ready(study, chosen, gate.role(), say)[1]
    except Fault as fault:
        return fault
    name = f"{study.key}-{chosen.audience}" if chosen.audience == "visitor" else study.key
    with st.container(border=True, height="stretch", gap="xsmall", key=f"card-{name}"):
        _head(study, chosen, say)
        if job:
            study_page.show_progress(job, say)
        elif card:
            _body(card, key=f"small-{name}")
    return None


def _head(study: Study, chosen: Filters, say: Say) -> None:
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="xsmall",
    ):
        st.caption(f":material/{study.icon}: {md(say(study.question))}", width="content")
        navigation.link_on(study, chosen, say(study.title))


def show_rest(unanswered: list[tuple[Study, Fault]], chosen: Filters, say: Say) -> None:
    """One line a question that these files do not answer: what would, and one way to it."""
    if not unanswered:
        return
    loaded = fairs.loaded_kinds(answer_cache.store(), chosen.fair)
    with st.container(border=True, gap="xsmall", key="invitations"):
        st.markdown(f"**{md(say('What more files would answer'))}**")
        for study, fault in unanswered:
            why = invitation(invited(study, loaded), fault, say)
            st.caption(f":material/{study.icon}: {md(say(study.question))} {md(why)}")
        st.page_link(navigation.at("upload"), label=say("Load more data"), icon=":material/upload:")


def _job(study: Study, chosen: Filters, say: Say) -> Job | None:
    """What is still working on the answer of a slow study."""
    key = _key(study, chosen, gate.role(), say)
    if not study.is_slow or READY.peek(key):
        return None
    answer = answer_cache.answer_or_job(study, key.filters, rights=key.rights)
    return answer if isinstance(answer, Job) else None


def ready(study: Study, chosen: Filters, rights: Role, say: Say) -> tuple[CardKey, Card]:
    """What this study's card says of this slice, made once, and under what. Raises the Fault that
    stands in its place.
    """
    key = _key(study, chosen, rights, say)
    return key, READY.get(key, lambda: _make_card(study, key, say))


def _key(study: Study, chosen: Filters, rights: Role, say: Say) -> CardKey:
    fits = chosen.audience in study.audiences
    filters = chosen if fits else replace(chosen, audience=study.audiences[0], profile=())
    return CardKey(study.key, filters, answer_cache.snapshot(), rights, say.language)


def _make_card(study: Study, key: CardKey, say: Say) -> Card:
    from ui.frame import figure_chart  # brings pandas with it: cards that were kept do without

    figure = _figure(study, key, say)
    number = figure.headline
    drawing = figure_chart.small(figure, say) or {}
    rows = drawing.pop("datasets", {})
    return Card(
        figure.title,
        figure.base,
        figure.claim.badge(say) if figure.claim else "",
        figure.claim.certainty if figure.claim else "no evidence",
        number.value if number else "",
        number.label if number else "",
        figure_chart.spoken_of(figure.form),
        json.dumps(drawing) if drawing else "",
        rows,
    )


def _figure(study: Study, key: CardKey, say: Say) -> Figure:
    answer = answer_cache.answer(study, key.filters, rights=key.rights)
    figures = answer_cache.figures(study, answer, say, key.filters.fair)
    by_key = {figure.key: figure for figure in figures}
    best = study.on_overview.figure if study.on_overview else FIRST
    return by_key.get(best) or by_key.get(FIRST, figures[0])


def _body(card: Card, *, key: str) -> None:
    st.markdown(f"**{md(card.title)}**")
    if card.badge:
        certainty_badge.draw(card.badge, card.certainty)
    if card.value:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.metric(md(card.label), card.value, label_visibility="collapsed", width="content")
            st.caption(md(card.label), width="content")
    if card.drawing:
        with st.container(key=f"chart-{key}"):
            drawing = json.loads(card.drawing) | {"datasets": card.rows}
            st.vega_lite_chart(spec=drawing, width="stretch", key=key, alt=card.spoken)
    st.caption(md(card.base))
