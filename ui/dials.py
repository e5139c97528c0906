"""A study's own dials: settings of the method, kept in the address beside the filters."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.fairs import Choices
from analytics.study import Filters, Option, Study
from analytics.wording import Say
from ui import answers, session
from ui.filters import distinct, edition_name, take

NARROWEST = 185


def draw(study: Study, chosen: Filters, say: Say) -> None:
    """Every dial in one row, at the study's default until moved."""
    if not study.options:
        return
    offer = answers.choices(chosen.fair, chosen.audience)
    values = study.chosen(session.wish().options_of(study))
    with st.grid(len(study.options), min_column_width=NARROWEST, key="dials"):
        for option in study.options:
            names = distinct(_names(option, offer, say))
            session.seed(f"{study.key}.{option.key}", values[option.key] or None)
            _box(study, option, names, say)


def turn(study: Study, key: str, value: str) -> None:
    """Move one dial."""
    take(session.wish().with_option(study, key, value))


def _names(option: Option, offer: Choices, say: Say) -> dict[str, str]:
    if option.among == "dimension":
        return {one.id: say.name(one.zh, one.en) for one in offer.dimensions}
    if option.among == "edition":
        return {one.id: edition_name(one, say) for one in offer.editions}
    return {one: say(label) for one, label in zip(option.choices, option.labels, strict=True)}


def _box(study: Study, option: Option, names: Mapping[str, str], say: Say) -> None:
    st.selectbox(
        say(option.label), list(names), format_func=lambda one: names.get(one, one), key=f"{study.key}.{option.key}",
        index=None if option.among else 0, placeholder=say("Automatic"), on_change=_turned, args=(study, option.key),
    )  # fmt: skip


def _turned(study: Study, key: str) -> None:
    turn(study, key, session.kept(f"{study.key}.{key}") or "")
