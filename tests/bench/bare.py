"""The yardstick: an empty Streamlit app with BARE_CHARTS bare charts, one switch and a second page."""

import os

import pandas as pd
import streamlit as st

CHARTS = int(os.environ["BARE_CHARTS"])
SPEC = {
    "mark": "bar",
    "encoding": {"x": {"field": "value", "type": "quantitative"}, "y": {"field": "label", "type": "nominal"}},
}


def charts() -> None:
    kind = st.segmented_control("kind", ["one", "two"], default="one", key="audience")
    for number in range(CHARTS):
        values = [number + row + (5 if kind == "two" else 0) for row in range(10)]
        st.vega_lite_chart(pd.DataFrame({"label": list("abcdefghij"), "value": values}), SPEC)


def other() -> None:
    st.vega_lite_chart(pd.DataFrame({"label": list("abcdefghij"), "value": range(10)}), SPEC)


st.navigation(
    [st.Page(charts, title="satisfaction", default=True), st.Page(other, title="retention", url_path="retention")]
).run()
