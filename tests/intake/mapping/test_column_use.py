"""A mapping as JSON text."""

from __future__ import annotations

from analytics.intake.mapping.column_use import ColumnUse, Mapping


def test_a_mapping_survives_being_sent_to_a_colleague() -> None:
    use = ColumnUse(
        "Q1",
        "item",
        "",
        "website",
        "内容",
        "Content",
        (1, 5),
        True,
        ("0", "6"),
        (("A1", 1.0),),
        "；",
        "dmy",
        1e4,
        "reversed",
    )
    mapping = Mapping(
        "exhibitor_survey",
        (use, ColumnUse("Q2")),
        "f",
        "展会",
        "Fair",
        8,
        2006,
        "Data",
        (("food", "餐饮", "Food"),),
    )
    assert Mapping.loads(mapping.dumps()) == mapping
