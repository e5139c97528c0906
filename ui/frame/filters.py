"""The filter bar: sidebar choices -> frozen Filters, the same on every page that shows answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from analytics.fairs import Choices, Edition, Fair
from analytics.filters import Audience, Filters
from analytics.study import Study
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.reader_choice import Many, Wish, possible, with_possible_dials
from ui.frame.safe_labels import md
from ui.server import answer_cache

AUDIENCES: dict[Audience, str] = {"exhibitor": phrase("Exhibitors"), "visitor": phrase("Visitors")}
CHOSEN, DROPPED = "_filters", "_dropped"


def settle(study: Study | None, *, is_new: bool) -> Filters | None:
    """What of the wish can be had, kept for the page. None where there is no fair to look at.

    `is_new` says that the wish came from the address: then a notice tells what had to be dropped.
    """
    fairs = [fair.id for fair in answer_cache.open_fairs()]
    wish = session.wish()
    if not fairs:
        session.remember(CHOSEN, None)
        return None
    is_foreign = wish.fair is not None and wish.fair not in fairs
    fair = fairs[0] if is_foreign or wish.fair is None else wish.fair
    granted = _possible(replace(wish.without_filters(), fair=None) if is_foreign else wish, fair)
    if study:
        granted = with_possible_dials(granted, study, answer_cache.choices(fair, granted.audience))
    if is_new:
        lost = wish.count() - granted.count() + len(wish.options) - len(granted.options)
        session.remember(DROPPED, lost + is_foreign)
    session.set_wish(granted)
    session.remember(CHOSEN, granted.filters(fair))
    return granted.filters(fair)


def current() -> Filters | None:
    """The filters of this run."""
    chosen: Filters | None = session.value_of(CHOSEN)
    return chosen


def current_fair() -> str:
    """The fair of this run's filters; '' where there is none."""
    chosen = current()
    return chosen.fair if chosen else ""


def count_dropped() -> int:
    """How many choices of the link that was followed do not exist here."""
    return int(session.value_of(DROPPED, 0))


def fair_of(chosen: Filters) -> Fair:
    """The fair these filters are about."""
    return next(fair for fair in answer_cache.open_fairs() if fair.id == chosen.fair)


def apply(wish: Wish) -> None:
    """Look at what this wish says."""
    session.remember(DROPPED, 0)
    session.set_wish(wish)
    session.change_wish()


def reset() -> None:
    """Look at the whole fair again."""
    apply(session.wish().without_filters())


def unweight() -> None:
    """Look at the answers as they are."""
    apply(replace(session.wish(), weighted=False))


def choose_fair(fair: str) -> None:
    """Look at another fair, whole."""
    apply(replace(session.wish().without_filters(), fair=fair))


def draw(chosen: Filters, say: Say) -> None:
    """The filter bar, in the sidebar."""
    offer = answer_cache.choices(chosen.fair, chosen.audience)
    fair_box(chosen, say)
    if len(offer.audiences) > 1:
        _audience_switch(offer, chosen, say)
    _multi(
        "editions",
        say("Editions"),
        {edition.id: edition_name(edition, say) for edition in offer.editions},
        chosen.editions,
        say,
    )
    _multi(
        "industries",
        say("Industries"),
        {industry: offer.category_names.worded(industry, say) for industry in offer.industries},
        chosen.industries,
        say,
    )
    _multi(
        "regions",
        say("Regions"),
        {region: offer.category_names.worded(region, say) for region in offer.regions},
        chosen.regions,
        say,
    )
    if offer.has_own_weights:
        _own_weights_switch(chosen, say)
    if offer.can_weigh:
        _weights_switch(chosen, say)
    if offer.segments:
        _segment_box(offer, chosen, say)
    if offer.fields:
        _profile_boxes(offer, chosen, say)


def edition_name(edition: Edition, say: Say) -> str:
    """An edition as a reader calls it, with its year."""
    name = say.name(edition.zh, edition.en)
    return f"{name} · {edition.year}" if edition.year and str(edition.year) not in name else name


def distinct(names: Mapping[str, str]) -> dict[str, str]:
    """The names, with the id added where two are alike: a control knows its options by name."""
    uses = Counter(names.values())
    return {key: f"{name} ({key})" if uses[name] > 1 else name for key, name in names.items()}


def _possible(wish: Wish, fair: str) -> Wish:
    offer = answer_cache.choices(fair, wish.audience)
    if wish.audience in offer.audiences or not offer.audiences:
        return possible(wish, offer)
    other = replace(wish, audience=offer.audiences[0], profile=())
    return possible(other, answer_cache.choices(fair, other.audience))


def fair_box(chosen: Filters, say: Say) -> None:
    """Which fair to look at, where there are several."""
    fairs = distinct({fair.id: say.name(fair.zh, fair.en) for fair in answer_cache.open_fairs()})
    if len(fairs) > 1:
        session.preset("fair", chosen.fair)
        st.selectbox(
            say("Fair"),
            list(fairs),
            format_func=lambda fair: fairs.get(fair, fair),
            key="fair",
            on_change=_apply_fair,
        )


def _apply_fair() -> None:
    choose_fair(session.value_of("fair"))


def _audience_switch(offer: Choices, chosen: Filters, say: Say) -> None:
    session.preset("audience", chosen.audience)
    st.segmented_control(
        say("Whose answers"),
        offer.audiences,
        format_func=lambda audience: say(AUDIENCES[audience]),
        key="audience",
        on_change=_apply_audience,
        required=True,
        width="stretch",
    )


def _apply_audience() -> None:
    apply(replace(session.wish(), audience=session.value_of("audience"), profile=()))


def _multi(
    name: Many, label: str, names: Mapping[str, str], values: tuple[str, ...], say: Say
) -> None:
    if len(names) < 2 and not values:
        return
    names = distinct(names)
    session.preset(name, list(values))
    st.multiselect(
        label,
        list(names),
        format_func=lambda value: names.get(value, value),
        key=name,
        placeholder=say("All"),
        on_change=_apply_multi,
        args=(name,),
    )


def _apply_multi(name: Many) -> None:
    apply(session.wish().with_many(name, tuple(session.value_of(name))))


def _weights_switch(chosen: Filters, say: Say) -> None:
    session.preset("weighted", chosen.weighted)
    st.toggle(
        say("Weight to the register"),
        key="weighted",
        on_change=_apply_weights,
        help=say(
            "Answers count so that industries and regions have the share they have among all"
            " exhibitors. Every page says whether it does so."
        ),
    )


def _apply_weights() -> None:
    apply(replace(session.wish(), weighted=bool(session.value_of("weighted"))))


def _own_weights_switch(chosen: Filters, say: Say) -> None:
    session.preset("own_weights", not chosen.unweighted)
    st.toggle(
        say("The file's own weights"),
        key="own_weights",
        on_change=_apply_own_weights,
        help=say("Answers count as the file they came with says. Off: every answer counts once."),
    )


def _apply_own_weights() -> None:
    apply(replace(session.wish(), unweighted=not session.value_of("own_weights")))


def _segment_box(offer: Choices, chosen: Filters, say: Say) -> None:
    names = distinct({segment.id: say.name(segment.zh, segment.en) for segment in offer.segments})
    session.preset("segment", chosen.segment)
    st.selectbox(
        say("Saved segment"),
        list(names),
        index=None,
        format_func=lambda segment_id: names.get(segment_id, segment_id),
        key="segment",
        placeholder=say("All"),
        on_change=_apply_segment,
    )


def _apply_segment() -> None:
    apply(replace(session.wish(), segment=session.value_of("segment")))


def _profile_boxes(offer: Choices, chosen: Filters, say: Say) -> None:
    asked = dict(chosen.profile)
    with st.expander(say("More about the respondents"), key="profile", icon=":material/tune:"):
        for field in offer.fields:
            names = distinct(
                {each: offer.category_names.worded(each, say) for each in field.answers}
            )
            key = f"profile.{field.id}"
            session.preset(key, list(asked.get(field.id, ())))
            st.multiselect(
                md(say.name(field.zh, field.en)),
                field.answers,
                key=key,
                format_func=partial(_called, names),
                placeholder=say("All"),
                on_change=_apply_profile,
                args=(field.id,),
            )


def _called(names: Mapping[str, str], answer: str) -> str:
    return names.get(answer, answer)


def _apply_profile(field: str) -> None:
    apply(session.wish().with_answers(field, tuple(session.value_of(f"profile.{field}"))))
