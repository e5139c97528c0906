"""What headers and values are taken to mean."""

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.detect_kind import detect_kind
from analytics.intake.mapping.known_fair import Known, KnownEdition
from analytics.intake.mapping.open_points import open_points, with_edition
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import Guess, guess_scale
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import ColumnSeen, Inspection
from tests.intake.files import csv_text, inspect

NOBODY = Known("f")


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
    asked = read_question(header)
    assert (asked.label, asked.dimension, asked.about) == (label, dimension, "satisfaction")


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
    asked = read_question(header)
    assert (asked.dimension, asked.label, asked.about) == ("venue_hardware", "", "importance")


def test_a_header_says_its_scale_and_which_end_is_good() -> None:
    assert read_question("推荐意愿（0-10）").scale == (0, 10)
    assert read_question("现场服务（1-5分）").scale == (1, 5)
    assert read_question("总体满意度(1=非常满意,5=很不满意)").is_reversed
    assert not read_question("总体满意度(1=很不满意,5=非常满意)").is_reversed


def numbers(**counts: int) -> ColumnSeen:
    common = tuple((key[1:].replace("m", "-"), count) for key, count in counts.items())
    values = [float(value) for value, _ in common]
    filled = sum(count for _, count in common)
    return ColumnSeen("x", filled, len(common), common, 1.0, min(values), max(values))


@pytest.mark.parametrize(
    ("column", "guess"),
    [
        (numbers(_1=5, _3=20, _5=9), Guess((1, 5))),
        (numbers(_1=5, _3=20, _7=9), Guess((1, 7))),
        (numbers(_0=5, _3=20, _9=9, _10=4), Guess((0, 10))),
        (numbers(_60=5, _85=20, _100=4), Guess((0, 100))),
        (numbers(_1=5, _3=20, _5=9, _99=3), Guess((1, 5), ("99",), "missing_codes")),
        (numbers(_0=4, _1=5, _3=20, _5=9), Guess((1, 5), ("0",), "missing_codes")),
        (numbers(_1=50, _3=200, _5=90, _55=2), Guess((1, 5), (), "outliers")),
    ],
)
def test_the_scale_is_the_smallest_usual_one_that_holds_the_numbers(
    column: ColumnSeen, guess: Guess
) -> None:
    assert guess_scale(column) == guess


def test_a_recommendation_on_ten_points_that_uses_only_five_is_doubted() -> None:
    assert guess_scale(numbers(_1=5, _3=20, _5=9), None, "recommend") == Guess(
        (0, 10), (), "which_scale"
    )


def seen(*headers: str, rows: int = 8) -> Inspection:
    columns = tuple(
        ColumnSeen(name, rows, rows, tuple((f"v{n}", 1) for n in range(rows))) for name in headers
    )
    return Inspection("file.csv", "x", "text", columns=columns, lines_read=rows)


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (("届次", "年份", "开幕日期", "闭幕日期", "是否举办", "成交额（亿美元）"), "editions"),
        (("展商编号", "企业名称", "曾用名", "行业", "企业性质", "客户经理"), "exhibitors"),
        (
            ("届次", "展商编号", "展位面积（㎡）", "参展费（元）", "成交额（万美元）"),
            "participations",
        ),
        (("届次", "日期", "观众类别", "人数"), "attendance"),
        (("届次", "展商编号", "投诉主题", "受理日期", "办结日期", "状态"), "complaints"),
        (("Edition", "Company", "Stand area", "Fee", "Leads"), "participations"),
    ],
)
def test_a_file_is_known_by_its_headers(headers: tuple[str, ...], kind: str) -> None:
    assert detect_kind(seen(*headers)) == kind


def test_whose_survey_it_is_stands_in_its_words(tmp_path: Path) -> None:
    rows = [f"{n % 5 + 1},{(n + 2) % 5 + 1}" for n in range(10)]
    assert (
        detect_kind(inspect(tmp_path, csv_text("总体满意度,场馆硬件", *rows), "专业观众调查.csv"))
        == "visitor_survey"
    )
    assert (
        detect_kind(inspect(tmp_path, csv_text("总体满意度,场馆硬件", *rows), "参展商调查.csv"))
        == "exhibitor_survey"
    )


SURVEY = csv_text(
    "序号,提交答卷时间,来自IP,1、展商编号,2、场馆硬件-空调通风,3、餐饮价格,4、您的身份,5、"
    "了解渠道,6、总体满意度,7、您的意见和建议",
    *(
        f"{n},2006/10/14"
        f" 09:31:01,1.2.3.4,E{n},{n % 5 + 1},{(n + 1) % 5 + 1},{'新展商' if n % 2 else '老展商'},"
        f"{'官网┋媒体' if n % 3 else '推荐┋官网'},{n % 5 + 1},意见{n}"
        for n in range(20)
    ),
)


def test_every_column_of_a_tool_export_gets_a_meaning(tmp_path: Path) -> None:
    mapping = suggest(inspect(tmp_path, SURVEY, "参展商_第八届.csv"), NOBODY)
    told = {
        use.column: (use.target, use.key, use.dimension, use.separator) for use in mapping.columns
    }
    assert (mapping.kind, mapping.edition) == ("exhibitor_survey", 8)
    assert [told[name][0] for name in ("序号", "来自IP")] == ["ignore", "ignore"]
    assert told["1、展商编号"][:2] == ("field", "code")
    assert told["2、场馆硬件-空调通风"] == ("item", "", "venue_hardware", "")
    assert told["3、餐饮价格"] == ("item", "", "other", "")
    assert told["4、您的身份"][0] == "profile"
    assert (told["5、了解渠道"][0], told["5、了解渠道"][3]) == ("profile", "┋")
    assert told["6、总体满意度"][:2] == ("measure", "overall")
    assert told["7、您的意见和建议"][:2] == ("field", "comment")


def test_a_new_rating_is_pointed_out(tmp_path: Path) -> None:
    found = inspect(tmp_path, SURVEY, "参展商_第八届.csv")
    points = open_points(suggest(found, NOBODY), found, NOBODY)
    assert [(point.reason, point.column) for point in points if not point.is_blocking][:1] == [
        ("new_item", "3、餐饮价格")
    ]


def test_columns_mean_what_they_meant_in_the_fairs_last_file(tmp_path: Path) -> None:
    found = inspect(tmp_path, SURVEY, "参展商_第八届.csv")
    settled = suggest(found, NOBODY).with_use(
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
    found = inspect(tmp_path, now, "参展商调查第九届.csv")
    use = suggest(found, Known("f", mappings=(earlier.dumps(),)), "exhibitor_survey").use(
        found.names[1]
    )
    assert (use.is_reversed, use.doubt) == (True, "reversed")


def test_question_codes_of_another_questionnaire_prove_nothing(tmp_path: Path) -> None:
    earlier = Mapping(
        "exhibitor_survey",
        tuple(ColumnUse(f"Q{n}", "item", f"a.{n}", "website", scale=(1, 5)) for n in range(1, 9)),
    )
    rows = [f"{n % 5 + 1},{(n + 2) % 5 + 1}" for n in range(20)]
    found = inspect(tmp_path, csv_text("Q8,X1", *rows), "参展商调查.csv")
    assert suggest(found, Known("f", mappings=(earlier.dumps(),))).use("Q8").key == ""


def test_cells_of_this_file_decide_what_separates_them_whatever_the_last_file_did(
    tmp_path: Path,
) -> None:
    first = suggest(inspect(tmp_path, SURVEY.replace("┋", "；"), "参展商_第八届.csv"), NOBODY)
    later = suggest(
        inspect(tmp_path, SURVEY, "参展商_第八届.csv"), Known("f", mappings=(first.dumps(),))
    )
    assert (first.use("5、了解渠道").separator, later.use("5、了解渠道").separator) == ("；", "┋")


def test_one_column_with_a_seven_makes_all_of_its_questionnaire_sevens(tmp_path: Path) -> None:
    rows = [f"{n % 7 + 1},{n % 5 + 1}" for n in range(20)]
    mapping = suggest(inspect(tmp_path, csv_text("场馆硬件,网站", *rows), "参展商调查.csv"), NOBODY)
    assert [use.scale for use in mapping.columns] == [(1, 7), (1, 7)]


def test_where_one_header_says_that_one_is_best_its_silent_neighbours_are_doubted(
    tmp_path: Path,
) -> None:
    rows = [f"{n % 5 + 1},{(n + 1) % 5 + 1},{n % 10}" for n in range(20)]
    header = '"总体满意度(1=非常满意,5=很不满意)",网站,推荐意愿（0-10）'
    mapping = suggest(inspect(tmp_path, csv_text(header, *rows), "参展商调查.csv"), NOBODY)
    assert [(use.is_reversed, use.doubt) for use in mapping.columns] == [
        (True, "reversed"),
        (True, "reversed"),
        (False, ""),
    ]


def test_a_survey_of_comments_alone_is_a_survey(tmp_path: Path) -> None:
    found = inspect(tmp_path, csv_text("意见建议", "整体不错", "服务好;价格贵"), "参展商_第8届.csv")
    points = open_points(suggest(found, Known("f"), "exhibitor_survey"), found, NOBODY)
    assert [point.reason for point in points if point.is_blocking] == []


def test_a_year_leads_to_the_edition_held_in_it() -> None:
    known = Known("f", editions=(KnownEdition(8, 2006),))
    plain = Mapping("exhibitor_survey", ())
    assert (with_edition(plain, 2006, known).edition, with_edition(plain, 2007, known).edition) == (
        8,
        2007,
    )


def test_an_undecided_date_order_blocks(tmp_path: Path) -> None:
    found = inspect(tmp_path, csv_text("届次,日期,人数", "8,01/10/2006,5", "8,02/10/2006,6"))
    points = open_points(suggest(found, NOBODY), found, NOBODY)
    assert [(point.reason, point.column) for point in points if point.is_blocking] == [
        ("needs_date_order", "日期")
    ]


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
