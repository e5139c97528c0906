"""Why there is no answer, and the way to one."""

from __future__ import annotations

import streamlit as st

from analytics import fairs
from analytics.catalogue import invited
from analytics.errors import CannotWeight, Fault
from analytics.filters import Filters
from analytics.remedies import invitation, remedy
from analytics.study import Study
from analytics.wording import Say
from analytics.worker import ChildStopped
from ui.frame import filters, navigation, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache


def _way_out(fault: Fault, study: Study, chosen: Filters, say: Say) -> str:
    if session.wish().count():
        return remedy(fault, say)
    loaded = fairs.loaded_kinds(answer_cache.store(), chosen.fair)
    return invitation(invited(study, loaded), fault, say)


def show_refusal(fault: Fault, study: Study, chosen: Filters, say: Say) -> None:
    """Why there is no answer, and the way to one."""
    with st.container(border=True, key="refusal"):
        st.markdown(f":material/info: {md(_way_out(fault, study, chosen, say))}")
        with st.container(horizontal=True, vertical_alignment="center"):
            if session.wish().count() or chosen.audience != "exhibitor":
                st.button(
                    say("Remove all filters"), key="widen", on_click=filters.reset, type="primary"
                )
            if session.wish().options_of(study):
                st.button(
                    say("Put the dials back"), key="dials-back", on_click=_put_back, args=(study,)
                )
            if isinstance(fault, CannotWeight):
                st.button(
                    say("Show without weights"),
                    key="unweighted",
                    on_click=filters.unweight,
                    type="primary",
                )
            if isinstance(fault, ChildStopped):
                again = (study, chosen, session.wish().options_of(study), gate.role())
                st.button(say("Try again"), key="again", on_click=answer_cache.forget, args=again)
            st.page_link(
                navigation.at("upload"), label=say("Load more data"), icon=":material/upload:"
            )


def _put_back(study: Study) -> None:
    """Every dial of this study at its resting place."""
    filters.apply(session.wish().without_options(study))
