"""One text in two languages, and categories in several spellings."""

from __future__ import annotations

import pytest

from analytics.intake.cells.category import one_spelling
from analytics.intake.cells.rating import rating, words_for
from analytics.intake.cells.two_languages import same_answers, two_languages


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Satisfied / 满意", ("满意", "Satisfied")),
        ("展台搭建 Stand building", ("展台搭建", "Stand building")),
        ("总体满意度（Overall satisfaction）", ("总体满意度", "Overall satisfaction")),
        ("VIP 服务", None),
        ("WiFi覆盖", None),
        ("3D打印区", None),
        ("满意", None),
        ("Satisfied", None),
    ],
)
def test_two_languages_of_one_text_are_told_from_a_foreign_name(
    text: str, parts: tuple[str, str] | None
) -> None:
    assert two_languages(text) == parts


@pytest.mark.parametrize("text", ["非常满意 Very satisfied", "Very satisfied/非常滿意", "非常滿意"])
def test_a_word_rates_in_either_language_and_script(text: str) -> None:
    assert rating(text, (1, 5), words_for("", (1, 5))) == 5


def test_words_that_say_two_things_rate_nothing() -> None:
    assert not isinstance(rating("满意 / Dissatisfied", (1, 5), words_for("", (1, 5))), float)


def test_yes_and_its_chinese_are_one_answer() -> None:
    assert same_answers(["是", "No", "Yes", "否"]) == {
        "是": "是",
        "Yes": "是",
        "No": "No",
        "否": "No",
    }


@pytest.mark.parametrize(
    ("field", "texts", "spelling"),
    [
        ("industry", ["软件", "軟件", "软件业"], "软件"),
        ("region", ["广东", "廣東", "广东省", "Guangdong"], "广东"),
        ("country", ["中国", "PRC", "China"], "中国"),
    ],
)
def test_a_category_has_one_spelling(field: str, texts: list[str], spelling: str) -> None:
    assert set(one_spelling(texts, field, {texts[0]: 5}).values()) == {spelling}


def test_what_differs_in_more_than_its_spelling_stays() -> None:
    texts = ["软件", "软件服务", "Software"]
    assert one_spelling(texts, "industry", {}) == {text: text for text in texts}
