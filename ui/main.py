"""What Streamlit runs: the store, who is asking, language, navigation, filters; then the page."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from analytics.errors import StoreFault  # noqa: E402 - the line above makes the project importable
from ui.frame import (  # noqa: E402
    backup_notice,
    fault_pages,
    filters,
    navigation,
    restore_button,
    session,
    sidebar,
)
from ui.people import gate  # noqa: E402
from ui.server import answer_cache  # noqa: E402

st.set_page_config(page_title="ExpoLens · 展析", page_icon=sidebar.ICON, layout="wide")
st.logo(sidebar.LOGO, size="large", icon_image=sidebar.ICON)
is_new = session.read_address()
say = session.say()
try:
    gate.enter(say)
    page = navigation.build(say)
    study = navigation.study_of(page)
    chosen = filters.settle(study, is_new=is_new)
    session.write_address(navigation.address(page, study, chosen.fair if chosen else None))
    if not navigation.is_presenting(page):
        sidebar.draw(chosen if navigation.shows_answers(page) else None, say)
        if gate.person().may("admin"):
            backup_notice.show(answer_cache.store().backup_state, say)
        restore_button.show_outcome()
    page.run()
except StoreFault as fault:
    fault_pages.show_closed_page(fault, say)
