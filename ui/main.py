"""What Streamlit runs: the store, who is asking, language, navigation, filters; then the page."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from analytics.errors import StoreFault  # noqa: E402 - the line above makes the project importable
from ui.frame import (  # noqa: E402
    brand_marks,
    closed_page,
    filters,
    navigation,
    session,
    sidebar,
)
from ui.people import gate  # noqa: E402

st.set_page_config(page_title="ExpoLens · 展析", page_icon=brand_marks.ICON, layout="wide")
st.logo(brand_marks.LOGO, size="large", icon_image=brand_marks.ICON)
is_new = session.arrive()
say = session.say()
try:
    gate.enter(say)
    page = navigation.build(say)
    study = navigation.study_of(page)
    chosen = filters.settle(study, is_new=is_new)
    session.mirror(navigation.address(page, study, chosen.fair if chosen else None))
    if not navigation.is_presenting(page):
        sidebar.draw(chosen if navigation.shows_answers(page) else None, say)
    page.run()
except StoreFault as fault:
    closed_page.show(fault, say)
