"""An item keeps its id and its slot over files, editions and languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known, KnownDimension, KnownItem
from tests.intake.files import convert, csv_text


def test_an_item_keeps_its_slot_in_the_next_edition_and_a_new_one_takes_the_next(
    tmp_path: Path,
) -> None:
    known = Known(
        "f",
        dimensions=(KnownDimension("exhibitor", "website", "网站", "Website"),),
        items=(KnownItem("exhibitor", "website", 7, "website", "网站", "Website"),),
    )
    converted = convert(
        tmp_path, csv_text("会刊,网站", "4,3", "5,2", "1,1"), known=known, kind="exhibitor_survey"
    )
    assert converted.table("response_rows")[0]["sat"] == [None] * 6 + [300, 400]
    assert [(row["item_id"], row["slot"]) for row in converted.table("items")] == [
        ("show_catalogue", 8)
    ]
    assert [row["dimension_id"] for row in converted.table("dimensions")] == ["show_catalogue"]


def test_the_same_label_in_english_is_the_same_item(tmp_path: Path) -> None:
    known = Known(
        "f",
        items=(
            KnownItem(
                "exhibitor", "venue_hardware.x", 3, "venue_hardware", "空调通风", "Air conditioning"
            ),
        ),
    )
    converted = convert(
        tmp_path,
        csv_text("Venue hardware - Air Conditioning", "4", "2"),
        known=known,
        kind="exhibitor_survey",
    )
    assert "items" not in converted.answer["questionnaire"]
    assert [row["item_id"] for row in converted.table("question_rows")] == ["venue_hardware.x"]


def test_two_columns_for_one_item_are_refused(tmp_path: Path) -> None:
    uses = (
        ColumnUse("a", "item", "", "website", scale=(1, 5)),
        ColumnUse("b", "item", "website", "website", scale=(1, 5)),
    )
    with pytest.raises(Unreadable) as caught:
        convert(
            tmp_path,
            csv_text("a,b", "1,2"),
            mapping=Mapping("exhibitor_survey", uses, "f", edition=8),
        )
    assert caught.value.reason in ("item_twice", "claimed_twice")
