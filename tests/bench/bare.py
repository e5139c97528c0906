"""The yardstick: an empty Streamlit app with BARE_CHARTS bare charts, one switch and a second page.

With BARE_FURNISHED it has, around the same charts, as many controls, texts and boxes as one of our
pages: what they cost the browser is Streamlit's, not ours.
"""

import os

import pandas as pd
import streamlit as st

CHARTS, IS_FURNISHED = int(os.environ["BARE_CHARTS"]), bool(os.environ.get("BARE_FURNISHED"))
SPEC = {
    "mark": "bar",
    "encoding": {
        "x": {"field": "value", "type": "quantitative"},
        "y": {"field": "label", "type": "nominal"},
    },
}


def charts() -> None:
    kind = st.segmented_control("kind", ["one", "two"], default="one", key="audience")
    if IS_FURNISHED:
        _filters()
        _dials()
    for number in range(CHARTS):
        values = [number + row + (5 if kind == "two" else 0) for row in range(10)]
        data = pd.DataFrame({"label": list("abcdefghij"), "value": values})
        if IS_FURNISHED:
            _card(number, str(kind), data)
        else:
            st.vega_lite_chart(data, SPEC)


def _filters() -> None:
    with st.sidebar:
        st.segmented_control("language", ["one", "two"], default="one")
        for number in range(4):
            st.multiselect(f"filter {number}", list("abc"))


def _dials() -> None:
    st.header("A title", anchor=False)
    st.markdown("A question")
    for number in range(4):
        st.selectbox(f"dial {number}", list("abc"))
    st.tabs(list("abcd"), key="parts", on_change="rerun")


def _card(number: int, kind: str, data: pd.DataFrame) -> None:
    with st.container(border=True, key=f"card-{number}"):
        st.subheader(f"A finding about {kind}", anchor=False)
        st.caption("What it stands on")
        with st.container(key=f"chart-{number}"):
            st.vega_lite_chart(data, SPEC)
        with st.container(key=f"notes-{number}"):
            st.caption("A note")
        with st.container(key=f"tools-{number}", horizontal=True):
            st.segmented_control("view", ["chart", "table"], default="chart", key=f"view-{number}")
            st.popover("take", key=f"take-{number}", on_change="rerun")
            st.button("pin", key=f"pin-{number}")
            st.popover("how", key=f"how-{number}", on_change="rerun")


def other() -> None:
    st.vega_lite_chart(pd.DataFrame({"label": list("abcdefghij"), "value": range(10)}), SPEC)


st.navigation(
    [
        st.Page(charts, title="satisfaction", default=True),
        st.Page(other, title="retention", url_path="retention"),
    ]
).run()
