"""Which end of a scale is best is decided once for a whole column, or asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection
from tests.intake.files import convert, csv_text, inspect


@pytest.mark.parametrize(
    "hint",
    [
        "（1=非常满意，5=很不满意）",
        "（1表示最满意）",
        "（1分最好）",
        "（5-非常不满意，1-非常满意）",
        "（从1到5，1最高）",
        " (1 = best)",
        " (1 excellent - 5 poor)",
        " (5 = worst)",
        "（分数越低越满意）",
        "（非常满意1分，非常不满意5分）",
        "（0表示最满意，10表示最不满意）",
    ],
)
def test_a_header_says_that_its_lowest_number_is_best(hint: str) -> None:
    asked = read_question(f"展位搭建满意度{hint}")
    assert (asked.is_reversed, asked.label) == (True, "展位搭建")


@pytest.mark.parametrize("top", [5, 7])
def test_one_label_on_a_column_turns_all_of_it(tmp_path: Path, top: int) -> None:
    rows = [
        f"{n},{['1-非常满意', *range(2, top), f'{top}-非常不满意'][n % top]}"
        for n in range(3 * top)
    ]
    stored = convert(tmp_path, csv_text("编号,总体满意度", *rows), kind="exhibitor_survey").table(
        "response_rows"
    )
    assert [row["overall"] for row in stored[:top]] == [100 * (top - n) for n in range(top)]


def asked(inspection: Inspection, mapping: Mapping) -> list[str]:
    return [
        open_point.reason
        for open_point in open_points(mapping, inspection, Known("f"))
        if open_point.reason == "direction_unclear" and open_point.column == "总体满意度"
    ]


def test_a_mapping_that_contradicts_the_labels_is_asked_until_somebody_says_which(
    tmp_path: Path,
) -> None:
    rows = [f"{['1-非常满意', 2, 3, 4, '5-非常不满意'][n % 5]},{n % 5 + 1}" for n in range(20)]
    inspection = inspect(tmp_path, csv_text("总体满意度,场馆硬件", *rows), "参展商调查第8届.csv")
    mapping = suggest(inspection, Known("f"))
    use = mapping.columns[0]
    assert asked(inspection, mapping) == []
    assert asked(inspection, mapping.with_use(replace(use, is_reversed=False))) == [
        "direction_unclear"
    ]
    assert (
        asked(inspection, mapping.with_use(replace(use, is_reversed=False, direction="up"))) == []
    )
