"""A study's own dials: settings of the method, kept in the address beside the filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from analytics.customers.exhibitor_search import account_owners, exhibitors_named
from analytics.fairs import Choices
from analytics.filters import Filters, Option
from analytics.study import Study
from analytics.text_width import units
from analytics.wording import Say
from ui.frame import session
from ui.frame.filters import apply, distinct, edition_name
from ui.frame.reader_choice import NOT_OFFERED, dial_choices, own_choices
from ui.server import answer_cache

LONGEST_TEXT = 100
FEWEST, NARROWEST, WIDEST, BESIDE, LETTER = 3, 185, 285, 54, 6.6


def draw(study: Study, chosen: Filters, say: Say) -> None:
    """Every dial in one row, at the study's default until moved."""
    if not study.options:
        return
    offer = answer_cache.choices(chosen.fair, chosen.audience)
    values = study.chosen(session.wish().options_of(study))
    dials = [
        (option, _offered(study, option, chosen, values[option.key], say, offer))
        for option in study.options
    ]
    with st.grid(max(FEWEST, len(study.options)), min_column_width=_width(dials), key="dials"):
        for option, names in dials:
            value = values[option.key] or None
            is_free = option.among == "text" or option.among not in NOT_OFFERED
            session.preset(
                f"{study.key}.{option.key}", value if is_free or value in names else None
            )
            draw_dial = _text if option.among == "text" else _box
            draw_dial(study, option, names, say)


def _offered(
    study: Study, option: Option, chosen: Filters, current: str, say: Say, offer: Choices
) -> Mapping[str, str]:
    """What one dial can stand at, by id."""
    if option.among == "exhibitor":
        return _searched(study, option, chosen, current, say)
    names = _names(option, offer, say)
    if option.among == "owner":
        owners = account_owners(answer_cache.store(), chosen.fair)
        names |= {owner: owner for owner in owners}
    if option.among == "theme":
        themes = answer_cache.themes(chosen.fair, chosen.audience)
        names |= {theme.key: theme.name.worded(say) for theme in themes}
    return distinct(names)


def _searched(
    study: Study, option: Option, chosen: Filters, current: str, say: Say
) -> Mapping[str, str]:
    """Exhibitors whose name holds what is typed, and the one looked at."""
    text = st.text_input(say("Search exhibitors"), key=f"{study.key}.{option.key}-search")
    store = answer_cache.store()
    return distinct(exhibitors_named(store, chosen.fair, text or "", current, say.language))


def _width(dials: Sequence[tuple[Option, Mapping[str, str]]]) -> int:
    """How wide a dial must be to show what it can stand at."""
    longest = max((units(name) for _, names in dials for name in names.values()), default=0)
    return round(min(max(NARROWEST, BESIDE + LETTER * longest), WIDEST))


def turn(study: Study, key: str, value: str) -> None:
    """Move one dial."""
    apply(session.wish().with_option(study, key, value))


def _names(option: Option, offer: Choices, say: Say) -> dict[str, str]:
    if option.among == "edition":
        return {edition.id: edition_name(edition, say) for edition in offer.editions}
    worded = (say(label) for label in option.labels)
    fixed = {
        choice: label[:1].upper() + label[1:]
        for choice, label in zip(option.choices, worded, strict=True)
    }
    own = {
        own_choice.id: say.name(own_choice.zh, own_choice.en)
        for own_choice in own_choices(option, offer)
    }
    return {dial_choice: (fixed | own)[dial_choice] for dial_choice in dial_choices(option, offer)}


def _box(study: Study, option: Option, names: Mapping[str, str], say: Say) -> None:
    st.selectbox(
        say(option.label),
        list(names),
        format_func=lambda value: names.get(value, value),
        key=f"{study.key}.{option.key}",
        index=0 if option.choices else None,
        placeholder=say("Automatic"),
        on_change=_apply_dial,
        args=(study, option.key),
    )


def _text(study: Study, option: Option, names: Mapping[str, str], say: Say) -> None:
    """Free words instead of a choice."""
    st.text_input(
        say(option.label),
        key=f"{study.key}.{option.key}",
        max_chars=LONGEST_TEXT,
        on_change=_apply_dial,
        args=(study, option.key),
    )


def _apply_dial(study: Study, key: str) -> None:
    turn(study, key, session.value_of(f"{study.key}.{key}") or "")
