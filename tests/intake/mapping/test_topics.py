"""A question's words say which dimension it is proposed for."""

from __future__ import annotations

import pytest

from analytics.intake.cells.vocabulary import vocabulary
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known, KnownDimension
from analytics.intake.mapping.standard_questionnaire import standard_dimension
from analytics.intake.mapping.topics import (
    proposals,
    topic_of,
    topics,
    with_dimension,
    with_proposals,
)


def survey(**names: str) -> Mapping:
    """Ratings without a dimension, by column and Chinese name."""
    uses = (
        ColumnUse(column, "item", dimension="other", name_zh=name, doubt="new_item")
        for column, name in names.items()
    )
    return Mapping("exhibitor_survey", tuple(uses), fair_id="f")


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("自动扶梯运行情况", "venue_hardware"),
        ("場館照明", "venue_hardware"),
        ("Quality of signs", "venue_hardware"),
        ("班车安排", "supporting_services"),
        ("Price of food", "supporting_services"),
        ("展位收费", "costs"),
        ("保安的服务态度", "onsite_service"),
        ("Friendliness of the staff", "onsite_service"),
        ("采购商的质量", "visitor_quality"),
        ("Number of buyers", "visitor_quality"),
        ("媒体报道", "promotion"),
        ("现场签到速度", "ticketing"),
        ("Ordering", ""),
        ("Hospitality", ""),
        ("别的什么", ""),
    ],
)
def test_a_question_goes_by_its_words(text: str, dimension: str) -> None:
    topic = topic_of(text)
    assert (topic.key if topic else "") == dimension


def test_every_topic_has_a_name_in_both_languages() -> None:
    for topic in topics():
        assert topic.name_zh
        assert topic.name_en


def test_topics_that_are_dimensions_bring_no_names_of_their_own() -> None:
    for key, entry in vocabulary()["topics"].items():
        assert ("zh" in entry) == (standard_dimension(key) is None)


def test_questions_of_one_topic_are_proposed_together() -> None:
    mapping = survey(a="电梯", b="餐饮", c="照明", d="别的什么")
    assert [(offer.dimension, offer.columns) for offer in proposals(mapping, Known("f"))] == [
        ("venue_hardware", ("a", "c")),
        ("supporting_services", ("b",)),
    ]


def test_a_question_with_a_dimension_is_left_where_it_is() -> None:
    mapping = with_dimension(survey(a="电梯", b="照明"), ("a",), "website")
    assert [offer.columns for offer in proposals(mapping, Known("f"))] == [("b",)]


def test_the_fairs_own_dimension_of_that_name_is_taken() -> None:
    known = Known("f", dimensions=(KnownDimension("exhibitor", "own-1", "观众", "Visitors"),))
    offered = proposals(survey(a="观众质量"), known)
    assert [offer.dimension for offer in offered] == ["own-1"]


def test_taking_proposals_up_settles_the_doubt_and_makes_missing_dimensions() -> None:
    mapping = survey(a="电梯", b="观众质量")
    settled = with_proposals(mapping, proposals(mapping, Known("f")))
    assert [(use.dimension, use.doubt, use.key) for use in settled.columns] == [
        ("venue_hardware", "", ""),
        ("visitor_quality", "", ""),
    ]
    assert settled.dimensions == (("visitor_quality", "观众", "Visitors"),)
    assert proposals(settled, Known("f")) == ()
