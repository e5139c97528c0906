"""What the columns of a file are taken to mean, each by itself and beside the others."""

from __future__ import annotations

from pathlib import Path

from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect
from tests.intake.mapping.tool_export import SURVEY

NOBODY = Known("f")


def test_every_column_of_a_tool_export_gets_a_meaning(tmp_path: Path) -> None:
    mapping = suggest(inspect(tmp_path, SURVEY, "参展商_第八届.csv"), NOBODY)
    meanings = {
        use.column: (use.target, use.key, use.dimension, use.separator) for use in mapping.columns
    }
    assert (mapping.kind, mapping.edition) == ("exhibitor_survey", 8)
    assert [meanings[name][0] for name in ("序号", "来自IP")] == ["ignore", "ignore"]
    assert meanings["1、展商编号"][:2] == ("field", "code")
    assert meanings["2、场馆硬件-空调通风"] == ("item", "", "venue_hardware", "")
    assert meanings["3、餐饮价格"] == ("item", "", "other", "")
    assert meanings["4、您的身份"][0] == "profile"
    assert (meanings["5、了解渠道"][0], meanings["5、了解渠道"][3]) == ("profile", "┋")
    assert meanings["6、总体满意度"][:2] == ("measure", "overall")
    assert meanings["7、您的意见和建议"][:2] == ("field", "comment")


def test_a_new_rating_is_pointed_out(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, SURVEY, "参展商_第八届.csv")
    points = open_points(suggest(inspection, NOBODY), inspection, NOBODY)
    assert [(point.reason, point.column) for point in points if not point.is_blocking][:1] == [
        ("new_item", "3、餐饮价格")
    ]


def test_numbers_that_end_at_five_beside_sevens_are_asked_about(tmp_path: Path) -> None:
    rows = [f"{n % 7 + 1},{n % 5 + 1}" for n in range(20)]
    mapping = suggest(inspect(tmp_path, csv_text("场馆硬件,网站", *rows), "参展商调查.csv"), NOBODY)
    assert [(use.scale, use.doubt) for use in mapping.columns] == [
        ((1, 7), ""),
        ((1, 5), "which_scale"),
    ]


def test_where_one_header_says_that_one_is_best_its_silent_neighbours_are_asked(
    tmp_path: Path,
) -> None:
    rows = [f"{n % 5 + 1},{(n + 1) % 5 + 1},{n % 10}" for n in range(20)]
    header = '"总体满意度(1=非常满意,5=很不满意)",网站,推荐意愿（0-10）'
    mapping = suggest(inspect(tmp_path, csv_text(header, *rows), "参展商调查.csv"), NOBODY)
    assert [(use.is_reversed, use.doubt) for use in mapping.columns] == [
        (True, "reversed"),
        (True, "direction_unclear"),
        (False, ""),
    ]


def test_a_survey_of_comments_alone_is_a_survey(tmp_path: Path) -> None:
    inspection = inspect(
        tmp_path, csv_text("意见建议", "整体不错", "服务好;价格贵"), "参展商_第8届.csv"
    )
    points = open_points(suggest(inspection, Known("f"), "exhibitor_survey"), inspection, NOBODY)
    assert [point.reason for point in points if point.is_blocking] == []
