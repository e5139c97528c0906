"""The table of names: what is missing is proposed, and kept after one press."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.category_names import read_category_names
from analytics.content_names import ContentName, content_names
from analytics.store import Store
from tests.intake.files import csv_text
from tests.ui.conftest import Open, words_on
from tests.ui.upload.upload_page import drop_file, load, name_fair
from ui.upload.name_table import with_suggestion

SURVEY = csv_text(
    "所属行业,场馆硬件-照明,总体满意度",
    *(f"{('软件', '玩具')[n % 2]},{n % 5 + 1},{n % 5 + 1}" for n in range(24)),
)


def loaded(open_app: Open) -> AppTest:
    return load(name_fair(drop_file(open_app, SURVEY)))


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        (ContentName("item", "a", "照明", ""), "照明", "Lighting"),
        (ContentName("item", "a", "", "Catering"), "餐饮", "Catering"),
        (ContentName("category", "软件", "软件", ""), "软件", "Software"),
        (ContentName("fair", "f", "My fair", "My fair"), "", "My fair"),
        (ContentName("item", "a", "灯", "Lamp"), "灯", "Lamp"),
    ],
)
def test_a_missing_name_is_proposed_where_the_vocabulary_has_it(
    name: ContentName, zh: str, en: str
) -> None:
    proposed = with_suggestion(name)
    assert (proposed.zh, proposed.en) == (zh, en)


def test_the_receipt_says_how_many_names_are_missing(empty: Store, open_app: Open) -> None:
    at = loaded(open_app)
    labels = [link.label for link in at.get("page_link")]
    assert any("names are in one language only" in label for label in labels)


def test_proposed_names_are_kept_after_a_press_and_shown_by_filters(
    empty: Store, open_app: Open
) -> None:
    loaded(open_app)
    at = open_app("settings", lang="en", fair="my_fair")
    assert "names are in one language only" in words_on(at)
    at.button(key="keep-names").click().run()
    assert not at.exception
    with empty.reader() as reader:
        assert read_category_names(reader, "my_fair").others["软件"] == "Software"
    named = {name.key: name for name in content_names(empty, "my_fair")}
    assert named[_item(named)].en == "Lighting"
    page = open_app("satisfaction", lang="en", fair="my_fair")
    assert set(page.multiselect(key="industries").options) == {"Software", "Toys"}
    chinese = open_app("satisfaction", lang="zh", fair="my_fair")
    assert set(chinese.multiselect(key="industries").options) == {"软件", "玩具"}


def _item(named: dict[str, ContentName]) -> str:
    return next(key for key, name in named.items() if name.part == "item")
