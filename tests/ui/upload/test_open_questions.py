"""What a file leaves open is asked, blocks loading until answered, and the answer is stored."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from tests.intake.files import csv_text
from tests.ui.conftest import Open, words_on
from tests.ui.upload.upload_page import drop_file, load, name_fair, widget

AMOUNTS = "成交明细_第8届.csv"
SURVEY = "参展商调查_第8届.csv"
IN_DOLLARS_OF_SOMEWHERE = csv_text("届次,企业名称,成交额（百万津巴布韦元）,展位面积", "8,甲,120,9")
DOTTED = csv_text("届次;企业名称;成交额;展位面积", "8;甲;12.500 €;9", "8;乙;900 €;18")
FOURS = csv_text("场馆硬件,意见", *(f"{n % 4 + 1},好" for n in range(40)))
BOOKED = csv_text(
    "届次,企业名称,展位面积,Status",
    *("8,甲,9,Confirmed", "8,乙,9,Waiting list", "8,丙,9,Cancelled", "8,丁,9,Confirmed"),
)
HALVES = csv_text(
    "编号;网站;展位搭建满意度", *(f"{n};{n % 5 + 1};{n % 4 + 1},5" for n in range(30))
)


def answer_and_load(at: AppTest, key: str, value: object) -> AppTest:
    """Nothing is chosen beforehand, and nothing loads before it is."""
    assert at.button(key="load").disabled
    question: Any = widget(at, "button_group", key)
    assert question.value in (None, [])
    question.set_value(value).run()
    assert not at.exception
    assert not at.button(key="load").disabled
    return load(at)


def rows(store: Store, sql: str) -> list[dict[str, Any]]:
    with store.reader() as reader:
        return reader.rows(sql)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "say what one of them stands for"), ("zh", "成交额（百万津巴布韦元）")],
)
def test_what_an_amount_is_in(empty: Store, open_app: Open, lang: str, words: str) -> None:
    at = name_fair(drop_file(open_app, IN_DOLLARS_OF_SOMEWHERE, AMOUNTS, lang=lang))
    assert words in words_on(at)
    answer_and_load(at, "unit-", 1e6)
    assert rows(empty, "select turnover from participation_rows") == [{"turnover": 120e6}]


@pytest.mark.parametrize(("sign", "amount"), [(".", 12_500.0), (",", 12.5)])
def test_what_a_dot_in_an_amount_is(empty: Store, open_app: Open, sign: str, amount: float) -> None:
    at = name_fair(drop_file(open_app, DOTTED, AMOUNTS))
    assert "12.500 €" in words_on(at)
    answer_and_load(at, "grouping-", sign)
    assert [
        row["turnover"]
        for row in rows(empty, "select turnover from participation_rows order by line")
    ] == [
        amount,
        900,
    ]


@pytest.mark.parametrize("scale", [(1.0, 4.0), (1.0, 5.0)])
def test_on_which_scale_a_question_was_asked(
    empty: Store, open_app: Open, scale: tuple[float, float]
) -> None:
    at = name_fair(drop_file(open_app, FOURS, SURVEY))
    answer_and_load(at, "scale-", scale)
    scales = rows(
        empty, "select scale_min, scale_max from question_rows where item_id like 'venue%'"
    )
    assert scales == [{"scale_min": scale[0], "scale_max": scale[1]}]


@pytest.mark.parametrize(
    ("meaning", "stored"), [("item", (0, 2)), ("profile", (1, 1)), ("ignore", (0, 1))]
)
def test_what_a_column_is_that_is_named_a_rating_and_reads_as_none(
    empty: Store, open_app: Open, meaning: str, stored: tuple[int, int]
) -> None:
    at = name_fair(drop_file(open_app, HALVES, SURVEY))
    answer_and_load(at, "unread-", meaning)
    assert [
        len(rows(empty, f"select * from {table}")) for table in ("profile_fields", "items")
    ] == list(stored)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Do all lines count?"), ("zh", "各行都计入吗？")]
)
def test_which_lines_count(empty: Store, open_app: Open, lang: str, words: str) -> None:
    at = name_fair(drop_file(open_app, BOOKED, "参展名单_第8届.csv", lang=lang))
    assert words in words_on(at)
    assert at.button(key="load").disabled
    question: Any = widget(at, "button_group", "rows-")
    assert question.value == ["Waiting list", "Cancelled"]
    question.set_value(["Cancelled"]).run()
    load(at)
    names = rows(empty, "select exhibitor_name from participation_rows order by line")
    assert [row["exhibitor_name"] for row in names] == ["甲", "乙", "丁"]
