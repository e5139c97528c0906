"""What a header asks."""

from __future__ import annotations

import pytest

from analytics.intake.mapping.question_header import read_question


@pytest.mark.parametrize(
    ("header", "label", "dimension"),
    [
        ("场馆硬件-空调通风", "空调通风", "venue_hardware"),
        ("场馆硬件", "", "venue_hardware"),
        ("现场服务满意度", "", "onsite_service"),
        ("3、您对以下各项的满意程度：场馆硬件-空调通风", "空调通风", "venue_hardware"),
        ("满意度-现场服务", "", "onsite_service"),
        ("Venue hardware - Air conditioning", "Air conditioning", "venue_hardware"),
        ("展位搭建满意度", "展位搭建", ""),
        ("您对以下方面的满意程度 [会刊]", "", "show_catalogue"),
        ("Q7. 餐饮-价格", "餐饮-价格", ""),
    ],
)
def test_a_header_names_item_and_dimension(header: str, label: str, dimension: str) -> None:
    question = read_question(header)
    assert (question.label, question.dimension, question.about) == (
        label,
        dimension,
        "satisfaction",
    )


@pytest.mark.parametrize(
    "header",
    [
        "场馆硬件（重要程度）",
        "4、您认为以下各项的重要程度：场馆硬件（重要程度）",
        "重要性-场馆硬件",
        "Venue hardware (importance)",
    ],
)
def test_importance_is_told_from_satisfaction(header: str) -> None:
    question = read_question(header)
    assert (question.dimension, question.label, question.about) == (
        "venue_hardware",
        "",
        "importance",
    )


def test_a_header_says_its_scale_and_which_end_is_good() -> None:
    assert read_question("推荐意愿（0-10）").scale == (0, 10)
    assert read_question("现场服务（1-5分）").scale == (1, 5)
    assert read_question("总体满意度(1=非常满意,5=很不满意)").is_reversed
    assert not read_question("总体满意度(1=很不满意,5=非常满意)").is_reversed
