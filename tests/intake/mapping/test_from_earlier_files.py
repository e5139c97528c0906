"""Columns mean what they meant in the fair's earlier files, unless this file says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect
from tests.intake.mapping.tool_export import SURVEY

NOBODY = Known("f")


def test_columns_mean_what_they_meant_in_the_fairs_last_file(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, SURVEY, "参展商_第八届.csv")
    settled = suggest(inspection, NOBODY).with_use(
        ColumnUse(
            "3、餐饮价格", "item", "catering.price", "supporting_services", "餐饮价格", scale=(1, 5)
        )
    )
    later = inspect(
        tmp_path, SURVEY.replace("2、", "12、").replace("3、", "13、"), "参展商_第九届.csv"
    )
    use = suggest(later, Known("f", mappings=(settled.dumps(),))).use("13、餐饮价格")
    assert (use.key, use.dimension, use.doubt) == ("catering.price", "supporting_services", "")


TURNED = csv_text(
    "编号,总体满意度(1=非常满意，5=很不满意),行业,意见",
    *(f"{n},{n % 5 + 1},{'机械轻工'[n % 2]},好{n}" for n in range(20)),
)


@pytest.mark.parametrize("is_turned_now", [True, False])
def test_which_end_is_good_is_asked_again_where_it_is_not_as_in_the_last_file(
    tmp_path: Path, is_turned_now: bool
) -> None:
    files = [TURNED, TURNED.replace("(1=非常满意，5=很不满意)", "")]
    then, now = files[::-1] if is_turned_now else files
    earlier = suggest(inspect(tmp_path, then, "参展商调查第八届.csv"), NOBODY, "exhibitor_survey")
    inspection = inspect(tmp_path, now, "参展商调查第九届.csv")
    use = suggest(inspection, Known("f", mappings=(earlier.dumps(),)), "exhibitor_survey").use(
        inspection.names[1]
    )
    assert (use.is_reversed, use.doubt) == (True, "reversed")


def test_question_codes_of_another_questionnaire_prove_nothing(tmp_path: Path) -> None:
    earlier = Mapping(
        "exhibitor_survey",
        tuple(ColumnUse(f"Q{n}", "item", f"a.{n}", "website", scale=(1, 5)) for n in range(1, 9)),
    )
    rows = [f"{n % 5 + 1},{(n + 2) % 5 + 1}" for n in range(20)]
    inspection = inspect(tmp_path, csv_text("Q8,X1", *rows), "参展商调查.csv")
    assert suggest(inspection, Known("f", mappings=(earlier.dumps(),))).use("Q8").key == ""


def test_cells_of_this_file_decide_what_separates_them_whatever_the_last_file_did(
    tmp_path: Path,
) -> None:
    first = suggest(inspect(tmp_path, SURVEY.replace("┋", "；"), "参展商_第八届.csv"), NOBODY)
    later = suggest(
        inspect(tmp_path, SURVEY, "参展商_第八届.csv"), Known("f", mappings=(first.dumps(),))
    )
    assert (first.use("5、了解渠道").separator, later.use("5、了解渠道").separator) == ("；", "┋")
