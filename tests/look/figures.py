"""Small figures of every form, with what data one likes."""

from __future__ import annotations

import pandas as pd

from analytics.figures import (
    Bars,
    Column,
    Figure,
    Flows,
    Form,
    Heatmap,
    Likert,
    Lines,
    Method,
    Scatter,
    Stacked,
)

METHOD = Method("mean = sum / n", "answers are independent", "Wilson (1927)", "a low response rate")
SERIES = ("Seventh", "Eighth")
ANSWERS = ("bad", "fair", "good")
FORMS: dict[str, Form] = {
    "bars": Bars("share", "Share", (0, 1), has_interval=True, can_click=True),
    "dots": Bars("score", "Mean", has_interval=True, is_dots=True, series=SERIES, reference=3.5),
    "compared bars": Bars("share", "Share", series=SERIES, roles=("before", "now")),
    "compared dots": Bars(
        "score", "Mean", has_interval=True, is_dots=True, series=SERIES, roles=("before", "now")
    ),
    "likert": Likert("Share of answers", ANSWERS),
    "line": Lines("score", "Mean", domain=(1, 5)),
    "lines": Lines("money", "Turnover", SERIES, has_interval=False),
    "compared lines": Lines("score", "Mean", SERIES, roles=("before", "now")),
    "steps": Lines("share", "Still here", domain=(0, 1), is_step=True, x_axis="Editions later"),
    "scatter": Scatter("Mean", "Turnover", "score", "money", has_interval=True),
    "log scatter": Scatter("Mean", "Turnover", "score", "money", is_log_y=True, series=SERIES),
    "density": Scatter("Mean", "Turnover", "score", "money", is_log_y=True, is_density=True),
    "stacked": Stacked("count", "Exhibitors", SERIES),
    "signal": Stacked("count", "Exhibitors", SERIES, ("other", "act")),
    "heatmap": Heatmap("change", "Dimension", "Edition", is_diverging=True),
    "flows": Flows("count", "Seventh", "Eighth", ("朱镕基公司", "陶喆", "Hall 3")),
}


def data(labels: list[str], values: list[float]) -> pd.DataFrame:
    """One row a label, with every column any form reads; series and answers take turns."""
    rows = range(len(labels))
    return pd.DataFrame(
        {
            "key": [f"k{row}" for row in rows],
            "label": labels,
            "rank": rows,
            "row": labels,
            "row_rank": rows,
            "x_rank": rows,
            "order": [row % 3 for row in rows],
            "value": values,
            "low": [value - 0.1 for value in values],
            "high": [value + 0.1 for value in values],
            "share": [1 / 3 for _ in rows],
            "y": [abs(v) + 1 for v in values],
            "n": [100 + row for row in rows],
            "is_faint": [row == 1 for row in rows],
        }
    )


def fitted(form: Form, frame: pd.DataFrame) -> pd.DataFrame:
    """The data as this form reads them: `x` is an edition's name or a number."""
    named = ANSWERS if isinstance(form, Likert) else getattr(form, "series", ()) or ("",)
    series = [named[row % len(named)] for row in range(len(frame))]
    across = frame["value"] if isinstance(form, Scatter) else frame["label"]
    return frame.assign(series=series, x=across)


def figure(form: Form, frame: pd.DataFrame, **others: object) -> Figure:
    columns = (
        Column("label", "Name"),
        Column("value", "Value", "score"),
        Column("n", "n", "count"),
    )
    return Figure(
        "sample", "Hall 3 leads", "n = 100", form, fitted(form, frame), columns, METHOD, **others
    )  # type: ignore[arg-type]
