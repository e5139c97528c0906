"""The active filters as chips above the content: what is seen is always said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from analytics.fairs import Choices
from analytics.filters import Filters
from analytics.wording import Say
from ui.frame import session
from ui.frame.filters import AUDIENCES, apply, edition_name, reset
from ui.frame.reader_choice import Many, Wish
from ui.frame.safe_labels import md
from ui.server import answer_cache

MOST_A_GROUP = 3


@dataclass(frozen=True)
class Chip:
    """One active filter: how it is called, and the wish without it."""

    label: str
    without: Wish


def chips(wish: Wish, chosen: Filters, offer: Choices, say: Say) -> list[Chip]:
    """Every active filter, in the order of the bar."""
    editions = {edition.id: edition_name(edition, say) for edition in offer.editions}
    active = []
    if chosen.audience != "exhibitor":
        active.append(
            Chip(say(AUDIENCES[chosen.audience]), replace(wish, audience="exhibitor", profile=()))
        )
    active += _group(
        "editions",
        chosen.editions,
        wish,
        editions.__getitem__,
        say("{n} editions", n=len(chosen.editions)),
    )
    called = partial(offer.category_names.worded, say=say)
    active += _group(
        "industries",
        chosen.industries,
        wish,
        called,
        say("{n} industries", n=len(chosen.industries)),
    )
    active += _group(
        "regions", chosen.regions, wish, called, say("{n} regions", n=len(chosen.regions))
    )
    names = {segment.id: say.name(segment.zh, segment.en) for segment in offer.segments}
    if chosen.segment in names:
        active.append(Chip(names[chosen.segment], replace(wish, segment=None)))
    if chosen.weighted:
        active.append(Chip(say("Weighted to the register"), replace(wish, weighted=False)))
    if chosen.unweighted:
        active.append(Chip(say("Without the file's weights"), replace(wish, unweighted=False)))
    return active + _of_profile(wish, chosen, offer, say)


def draw(chosen: Filters, say: Say) -> None:
    """The chips; a click on one removes it. Their place is kept while there are none: what follows
    must not move, or the browser builds it anew.
    """
    active = chips(session.wish(), chosen, answer_cache.choices(chosen.fair, chosen.audience), say)
    with st.container(horizontal=True, gap="small", key="chips"):
        for place, chip in enumerate(active):
            st.button(
                md(chip.label),
                key=f"chip-{place}",
                on_click=apply,
                args=(chip.without,),
                icon=":material/close:",
                icon_position="right",
                help=say("Remove this filter"),
            )
        if len(active) > 1:
            st.button(say("Show everything"), key="reset", on_click=reset, type="tertiary")


def _group(
    name: Many, values: tuple[str, ...], wish: Wish, called: Callable[[str], str], many: str
) -> list[Chip]:
    if len(values) > MOST_A_GROUP:
        return [Chip(many, wish.with_many(name, ()))]
    return [
        Chip(called(value), wish.with_many(name, tuple(v for v in values if v != value)))
        for value in values
    ]


def _of_profile(wish: Wish, chosen: Filters, offer: Choices, say: Say) -> list[Chip]:
    fields = {field.id: say.name(field.zh, field.en) for field in offer.fields}
    return [
        Chip(
            say(
                "{field}: {answers}",
                field=fields.get(field, field),
                answers=say.listed([offer.category_names.worded(each, say) for each in answers]),
            ),
            wish.with_answers(field, ()),
        )
        for field, answers in chosen.profile
    ]
