"""Categories are called by the reader's language wherever a figure shows them; companies keep their
names.
"""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.category_names import CategoryNames, read_category_names, write_category_names
from analytics.content_names import ContentName, content_names, set_names
from analytics.figures import Column, Figure
from analytics.figures.claims import Claim
from analytics.figures.forms import Bars
from analytics.figures.method import Method
from analytics.intake.mapping.name_suggestions import other_name
from analytics.store import Store
from analytics.wording import speaker
from tests import fairs

NAMES = CategoryNames({"软件": "Software", "海外": "Overseas", "Toys": "玩具"})
ZH, EN = speaker("zh"), speaker("en")


def figure(**texts: str) -> Figure:
    table = pd.DataFrame(
        {"key": ["软件"], "label": ["软件"], "name": ["软件"], "n": [3], "of": ["杭州软件有限公司"]}
    )
    return Figure(
        "groups",
        texts.get("finding", ""),
        texts.get("base", ""),
        Bars("score", "n"),
        table,
        (Column("label", "Group"),),
        Method("", "", "", ""),
        claim=Claim(texts.get("claim", ""), "confirmed"),
    )


def test_a_cell_is_worded_an_id_and_a_company_are_not() -> None:
    row = NAMES.in_figure(figure(), EN).data.iloc[0]
    assert row.tolist() == ["软件", "Software", "软件", 3, "杭州软件有限公司"]


def test_a_sentence_is_worded_where_the_category_stands_by_itself() -> None:
    worded = NAMES.in_figure(
        figure(
            finding="软件 is lower (against 海外).", claim="深圳海外软件公司 left, 软件 stayed."
        ),
        EN,
    )
    assert worded.finding == "Software is lower (against Overseas)."
    assert worded.title == "深圳海外软件公司 left, Software stayed."


def test_english_categories_are_worded_in_chinese_and_english_company_names_are_not() -> None:
    worded = NAMES.in_figure(figure(finding="Toys较低；Northvale Toys Ltd. 已离开。"), ZH)
    assert worded.finding == "玩具较低；Northvale Toys Ltd. 已离开。"


def test_a_reader_of_the_files_own_language_sees_the_files_own_words() -> None:
    plain = figure(finding="软件较低")
    assert NAMES.in_figure(plain, ZH).finding == "软件较低"
    assert (NAMES.worded("软件", ZH), NAMES.worded("软件", EN)) == ("软件", "Software")
    assert NAMES.worded("unknown", ZH) == "unknown"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("珠三角", "Pearl River Delta"),
        ("State-owned enterprise", "国有企业"),
        ("USA", "美国"),
        ("场馆硬件", "Venue hardware"),
        ("一种没有人知道的东西", ""),
    ],
)
def test_the_vocabulary_proposes_a_name_exactly_or_not_at_all(name: str, other: str) -> None:
    assert other_name(name) == other


def test_names_are_kept_in_the_store_and_read_again(store: Store) -> None:
    named = fairs.items({"电梯": ["照明"]}, "f")
    fairs.load(
        store,
        "exhibitor_survey",
        "f",
        edition_rows=fairs.editions([1], "f"),
        questionnaire=named,
        question_rows=fairs.questions("f-1", ["照明"]),
        response_rows=fairs.answers("f-1", [{"industry": "软件", "overall": 4, "sat": [4]}]),
    )
    before = {(name.part, name.key): name for name in content_names(store, "f")}
    assert before["category", "软件"].lacks
    item = before["item", "照明"]
    set_names(
        store,
        "f",
        [
            ContentName("item", item.key, "照明", "Lighting", item.audience),
            ContentName("category", "软件", "软件", "Software"),
            ContentName("fair", "f", "展会", "The fair"),
        ],
    )
    after = {(name.part, name.key): name for name in content_names(store, "f")}
    assert (after["item", "照明"].zh, after["item", "照明"].en) == ("照明", "Lighting")
    assert after["category", "软件"].en == "Software"
    assert after["fair", "f"].en == "The fair"
    assert not after["category", "软件"].lacks


def test_an_empty_name_takes_nothing_away(store: Store) -> None:
    write_category_names(store, "f", {"软件": "Software", "海外": " "})
    with store.reader() as reader:
        assert dict(read_category_names(reader, "f").others) == {"软件": "Software"}


def test_every_name_of_the_demo_is_there_in_both_languages(demo: Store) -> None:
    fair = demo.default_fair()
    assert [name.key for name in content_names(demo, fair) if name.lacks] == []
