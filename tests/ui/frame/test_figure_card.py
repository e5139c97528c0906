from __future__ import annotations

import json

import pandas as pd
import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest
from streamlit.typing import VegaLiteState


def page(language: str, finding: str, names: list[str], form: str = "bars") -> None:
    from dataclasses import replace

    import streamlit as st

    from analytics.wording import speaker
    from tests.look.figures import FORMS, data, figure
    from ui.frame import figure_card

    plain = figure(FORMS[form], data(names, [0.63, 0.41, 0.16][: len(names)]), notes=("A note",))
    clicks: list[str] = []
    picked = figure_card.show(
        replace(plain, finding=finding), speaker(language), key="t", clicked=clicks.append
    )
    st.text(f"picked {picked}, clicked {clicks}")


def grid() -> None:
    import pandas as pd

    from analytics.figures import Column, Figure, Grid, Method
    from analytics.wording import speaker
    from ui.frame import figure_card

    table = pd.DataFrame({"a": [0.5], "b": [-1.0], "c": [1234.0], "d": ["=1+1"], "e": [1e-9]})
    columns = (
        Column("a", "Share", "share"),
        Column("b", "Change", "change"),
        Column("c", "n", "count"),
        Column("d", "Name"),
        Column("e", "p", "p"),
    )
    figure_card.show(
        Figure("g", "Finding", "Base", Grid(), table, columns, Method("f", "a", "s", "c")),
        speaker("en"),
        key="g",
    )


def run(*values: object, **others: object) -> AppTest:
    return AppTest.from_function(page, args=values, kwargs=others, default_timeout=30).run()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "form", ["bars", "dots", "likert", "line", "lines", "scatter", "density", "stacked", "heatmap"]
)
def test_every_form_hangs_on_a_card_in_both_languages(language, form):
    app = run(language, "Hall 3 leads", ["North", "South"], form)
    assert not app.exception
    (chart,) = app.get("vega_lite_chart")
    assert {dataset.name for dataset in chart.proto.datasets} == {"figure", "guides"}


def test_a_filter_changes_the_rows_and_not_the_drawing():
    first, second = (
        run("en", finding, names).get("vega_lite_chart")[0].proto
        for finding, names in (("A leads", ["A", "B"]), ("C leads", ["C", "D", "E"]))
    )
    assert (first.spec, first.id, first.alt) == (second.spec, second.id, second.alt)
    rows = convert_arrow_bytes_to_pandas_df(second.datasets[0].data.data)
    assert rows["label_text"].tolist() == ["C", "D", "E"]


def test_the_finding_is_a_heading_shown_letter_by_letter():
    app = run("en", "![x](http://evil.example/x.png) **bold**", ["A"])
    (heading,) = app.subheader
    assert "![" not in heading.value
    assert "**" not in heading.value


def test_a_click_tells_the_key_of_its_row():
    app = run("en", "A leads", ["A", "B"])
    app.session_state["t-chart"] = VegaLiteState({"selection": {"pick": [{"key": "k1"}]}})
    assert "picked k1" in app.run().text[-1].value


def test_the_table_takes_the_place_of_the_chart():
    app = run("en", "A leads", ["A", "B"])
    app.get_by_key("t-view").set_value("table").run()
    assert not app.get("vega_lite_chart")
    assert app.dataframe[0].value["label"].tolist() == ["A", "B"]


def test_a_table_figure_writes_shares_as_percent_and_offers_no_picture():
    app = AppTest.from_function(grid, default_timeout=30).run()
    assert not app.exception
    assert app.dataframe[0].value["a"].tolist() == [0.5]
    formats = [
        column.get("type_config", {}).get("format")
        for column in json.loads(app.dataframe[0].proto.columns).values()
    ]
    assert formats[2] == "localized"
    written = app.dataframe[0].proto.arrow_data.styler.display_values
    assert b"50.0%" in written
    assert b"< 0.001" in written
    assert not app.get("download_button")
    app.session_state["g-take"] = True
    assert len(app.run().get("download_button")) == 2


def test_nothing_is_written_as_minus_zero():
    from analytics.figures import Column
    from ui.frame import figure_rows

    change, share = Column("c", "Change", "change"), Column("s", "Share", "share", 0)
    values = pd.Series([-0.004, -0.006, 1.005])
    assert figure_rows.rounded(values, change).tolist() == [0.0, -0.01, 1.01]
    shares = figure_rows.rounded(pd.Series([-0.004, None, 0.125]), share)
    assert shares.dropna().tolist() == [0.0, 13.0]


def test_the_card_says_how_the_figure_is_computed():
    app = run("en", "A leads", ["A"])
    app.session_state["t-how"] = True
    text = " ".join(markdown.value for markdown in app.run().markdown)
    assert all(word in text for word in ("Formula", "Assumes", "Source"))
