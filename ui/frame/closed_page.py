"""The page shown while the database cannot be used: the reason and the way out, in both
languages.
"""

from __future__ import annotations

import streamlit as st

from analytics.errors import StoreFault
from analytics.remedies import remedy
from analytics.wording import LANGUAGES, Say, speaker
from ui.frame.safe_labels import md


def show(fault: StoreFault, say: Say) -> None:
    """Say it in the reader's language first, then in the other: whoever can help may read
    only one.
    """
    with st.container(border=True, key="closed", width=640):
        st.subheader(md(say("ExpoLens is closed for a moment")), anchor=False)
        for language in sorted(LANGUAGES, key=lambda language: language != say.language):
            st.markdown(md(remedy(fault, speaker(language))))
        st.caption(md(say("Reason: {reason}", reason=fault.reason)))
        st.button(say("Try again"), key="try-again", type="primary", icon=":material/refresh:")
