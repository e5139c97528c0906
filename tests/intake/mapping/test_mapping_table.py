"""What a person does in the table of columns is what the mapping then says."""

import pytest

from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.mapping_table import anew, dimensions, edited, meanings, row_of
from analytics.intake.table.file_kinds import KINDS
from analytics.intake.table.inspection import ColumnSeen
from analytics.wording import speaker

SAY = speaker("zh")
RATED = ColumnSeen("3、餐饮价格（1=非常满意）", 30, 5, (("3", 20), ("1", 6), ("5", 4)), 1.0, 1, 5)
ITEM = ColumnUse(
    RATED.name,
    "item",
    "catering.price",
    "other",
    "餐饮价格",
    "Price",
    (1, 5),
    missing=("0", "9"),
    doubt="new_item",
)


@pytest.mark.parametrize(
    "use",
    [
        ITEM,
        ColumnUse(RATED.name),
        ColumnUse(RATED.name, "field", "comment"),
        ColumnUse(RATED.name, "measure", "overall", scale=(1, 5)),
        ColumnUse(RATED.name, "profile", "x", name_zh="渠道", separator="\n"),
        ColumnUse(RATED.name, "field", "fee", unit=1e4),
    ],
)
def test_a_row_left_alone_changes_nothing(use: ColumnUse) -> None:
    assert edited(row_of(use, RATED, SAY), use, RATED, SAY) == use


def test_empty_cells_of_a_data_frame_are_no_edit() -> None:
    row = {
        name: float("nan") if value is None else value
        for name, value in row_of(ColumnUse(RATED.name), RATED, SAY).items()
    }
    assert edited(row, ColumnUse(RATED.name), RATED, SAY) == ColumnUse(RATED.name)


def test_a_new_name_makes_a_new_item_and_settles_the_doubt() -> None:
    use = edited(row_of(ITEM, RATED, SAY) | {"name": "餐饮口味"}, ITEM, RATED, SAY)
    assert (use.name_zh, use.name_en, use.key, use.doubt) == ("餐饮口味", "Price", "", "")


def test_scale_codes_and_direction_are_taken_over() -> None:
    row = row_of(ITEM, RATED, SAY) | {"low": 0, "high": 10, "missing": "99，98", "reversed": True}
    use = edited(row, ITEM, RATED, SAY)
    assert (use.scale, use.missing, use.is_reversed, use.key) == (
        (0, 10),
        ("99", "98"),
        True,
        "catering.price",
    )


def test_a_scale_half_said_is_none() -> None:
    assert edited(row_of(ITEM, RATED, SAY) | {"high": None}, ITEM, RATED, SAY).scale is None


def test_another_meaning_begins_with_what_header_and_values_say() -> None:
    use = edited(row_of(ITEM, RATED, SAY) | {"meaning": "measure:overall"}, ITEM, RATED, SAY)
    assert (use.target, use.key, use.scale, use.is_reversed) == ("measure", "overall", (1, 5), True)
    assert anew("item", RATED).name_zh == "餐饮价格"
    assert anew("profile", RATED).key != ""
    assert anew("ignore", RATED) == ColumnUse(RATED.name)


def test_every_meaning_and_dimension_is_worded() -> None:
    survey, register = KINDS[0], KINDS[2]
    assert {"item", "profile", "measure:recommend", "field:comment", "ignore"} <= meanings(
        survey, SAY
    ).keys()
    assert set(meanings(register, SAY)) == {"ignore"} | {
        f"field:{field.key}" for field in register.fields
    }
    own = Mapping("exhibitor_survey", (), dimensions=(("food", "餐饮", "Food"),))
    assert list(dimensions(own, Known("f"), SAY).items())[0] == ("food", "餐饮")
    assert dimensions(own, Known("f"), SAY)["website"] == "网站"
