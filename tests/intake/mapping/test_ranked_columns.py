"""Orders and points given out are no ratings: they stand as importance with the right end up."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import convert, csv_text, inspect

NOBODY = Known("f", "展会", "Fair")
ORDERS = list(permutations((1, 2, 3)))


def survey(header: str, *rows: str) -> str:
    return csv_text(
        f"问卷编号,总体满意度,{header}", *(f"R{n},{n % 5 + 1},{row}" for n, row in enumerate(rows))
    )


def mapping(folder: Path, text: str) -> Mapping:
    return suggest(inspect(folder, text, "参展商调查第8届.csv"), NOBODY, "exhibitor_survey")


RANKED = survey(
    "请按重要性排序：价格,请按重要性排序：位置,请按重要性排序：服务",
    *(",".join(map(str, ORDERS[n % 6])) for n in range(30)),
)


def test_places_are_an_importance_of_which_one_is_best(tmp_path: Path) -> None:
    uses = mapping(tmp_path, RANKED).columns[2:]
    assert [(use.target, use.form, use.scale, use.is_reversed) for use in uses] == [
        ("importance", "rank", (1, 3), True)
    ] * 3


def test_the_places_are_stored_as_given_and_the_importance_turned(tmp_path: Path) -> None:
    first = convert(tmp_path, RANKED, kind="exhibitor_survey").table("response_rows")[0]
    assert first["imp"] == [300, 200, 100]
    assert first["ranks"] == [("请按重要性排序", [("价格", 1), ("位置", 2), ("服务", 3)])]


def test_who_puts_only_the_first_places_leaves_the_rest_to_share_those_behind(
    tmp_path: Path,
) -> None:
    text = survey(
        "Rank by importance - A,Rank by importance - B,Rank by importance - C",
        *("1,,", ",1,", "2,1,3") * 5,
    )
    converted = convert(tmp_path, text, kind="exhibitor_survey")
    assert converted.table("response_rows")[0]["imp"] == [300, 150, 150]
    assert "ranks_partial" in [remark.reason for remark in converted.remarks]


def test_points_that_always_add_up_are_shares(tmp_path: Path) -> None:
    text = survey(
        "100分分配：价格,100分分配：位置,100分分配：服务",
        *(f"{n},{50 - n},50" for n in range(30)),
    )
    converted = convert(tmp_path, text, kind="exhibitor_survey")
    row = converted.table("response_rows")[10]
    assert row["imp"] == [1000, 4000, 5000]
    assert row["shares"] == [("100分分配", [("价格", 0.1), ("位置", 0.4), ("服务", 0.5)])]


def test_an_order_by_satisfaction_is_left_out_and_named(tmp_path: Path) -> None:
    text = survey(
        "按满意程度排名：餐饮,按满意程度排名：班车,按满意程度排名：保洁",
        *(",".join(map(str, ORDERS[n % 6])) for n in range(30)),
    )
    uses = mapping(tmp_path, text).columns[2:]
    assert [(use.target, use.doubt) for use in uses] == [("ignore", "order_left_out")] * 3
