"""A hand on the page of uploads: a file dropped, its fair named, the button pressed."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.intake.files import csv_text
from tests.ui.conftest import Open, words_on
from ui.server import answer_cache

SURVEY = csv_text(
    "问卷编号,场馆硬件-空调通风,餐饮价格,总体满意度",
    *(f"q{n},{n % 5 + 1},{n % 4 + 1},{n % 5 + 1}" for n in range(10)),
)


def drop_file(
    open_app: Open, data: bytes | str, name: str = "参展商调查_第8届.csv", **words: str
) -> AppTest:
    at = open_app("upload", **({"lang": "en"} | words))
    at.file_uploader[0].upload(
        name, data.encode() if isinstance(data, str) else data, "text/csv"
    ).run()
    return at


def page_text(at: AppTest) -> str:
    """Everything a reader sees, what went well included."""
    return words_on(at) + " ".join(str(box.value) for box in at.success).replace("\\", "").replace(
        "\u2060", ""
    )


def widget(at: AppTest, kind: str, start: str) -> Any:
    """The first widget of a kind whose key begins so."""
    return next(widget for widget in at.get(kind) if str(widget.key).startswith(start))


def name_fair(at: AppTest, name: str = "My fair") -> AppTest:
    at.text_input(key="intake-fair-en").set_value(name).run()
    return at


def load(at: AppTest) -> AppTest:
    """Press the button, wait for the desk, look again."""
    at.button(key="load").click().run()
    for job in answer_cache.import_queue().jobs():
        answer_cache.import_queue().wait(job.job_id)
    return at.run()


def new_fair(at: AppTest) -> AppTest:
    at.selectbox(key="intake-fair").set_value("*new").run()
    return name_fair(at)
