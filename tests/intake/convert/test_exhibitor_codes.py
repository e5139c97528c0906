"""A code that says nothing certain merges nobody: the company is known by its name, and the line is
pointed out.
"""

from pathlib import Path

import pytest

from analytics.intake.convert.exhibitor_codes import are_different
from tests.intake.files import Converted, convert, csv_text, workbook

HEAD = "届次,企业编号,企业名称,展位面积"
FIRMS = ("深圳甲科技有限公司", "深圳乙科技有限公司", "深圳丙科技有限公司")


def taking_part(folder: Path, *codes: str, names: tuple[str, ...] = FIRMS) -> Converted:
    lines = [
        f"8,{code},{name},{9 + number}"
        for number, (code, name) in enumerate(zip(codes, names, strict=False))
    ]
    return convert(folder, csv_text(HEAD, *lines), kind="participations")


def keys(converted: Converted) -> list[str]:
    return [row["exhibitor_key"] for row in converted.table("participation_rows")]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("9.14403E+17", "code_damaged"),
        ("914403001234567000", "code_damaged"),
        ("0", "code_is_none"),
        ("无", "code_is_none"),
        ("99999", "code_is_none"),
        ("1001", "code_shared"),
    ],
)
def test_firms_under_one_worthless_code_stay_apart(tmp_path: Path, code: str, reason: str) -> None:
    converted = taking_part(tmp_path, code, code, code)
    assert keys(converted) == [f"n:{name}" for name in FIRMS]
    assert converted.reasons() == [(2, reason), (3, reason), (4, reason)]
    assert {row["code"] for row in converted.table("exhibitor_rows")} == {None}


def test_codes_a_workbook_rounded_are_none(tmp_path: Path) -> None:
    rows = [
        ["届次", "企业编号", "企业名称", "展位面积"],
        *[[8, 914403001234567890 + n, FIRMS[n], 9] for n in range(3)],
    ]
    converted = convert(tmp_path, workbook(rows), kind="participations", name="a.xlsx")
    assert keys(converted) == [f"n:{name}" for name in FIRMS]


def test_a_register_trusts_no_damaged_code_either(tmp_path: Path) -> None:
    lines = [f"9.14403E+17,{name},国有" for name in FIRMS]
    converted = convert(tmp_path, csv_text("企业编号,企业名称,企业性质", *lines), kind="exhibitors")
    assert [row["code"] for row in converted.table("exhibitor_rows")] == [None, None, None]
    assert [reason for _, reason in converted.reasons()] == ["code_damaged"] * 3


def test_a_code_that_lost_its_zeros_gives_way_to_a_name_and_stays_without_one(
    tmp_path: Path,
) -> None:
    converted = taking_part(tmp_path, "00012", "00013", "14")
    assert keys(converted) == ["c:00012", "c:00013", f"n:{FIRMS[2]}"]
    assert keys(taking_part(tmp_path, "00012", "00013", "14", names=(*FIRMS[:2], ""))) == [
        "c:00012",
        "c:00013",
        "c:14",
    ]


def test_a_repeated_digit_that_the_numbering_comes_to_is_a_code(tmp_path: Path) -> None:
    assert keys(taking_part(tmp_path, "1110", "1111", "3")) == ["c:1110", "c:1111", "c:3"]


def test_two_ways_to_write_one_firm_stay_one(tmp_path: Path) -> None:
    converted = taking_part(
        tmp_path, "A1", "A1", names=("深圳市华为技术有限公司", "华为技术有限公司")
    )
    assert (keys(converted), converted.reasons()) == (["c:A1", "c:A1"], [])


def test_a_firm_renamed_between_editions_keeps_its_code(tmp_path: Path) -> None:
    lines = [f"{edition},A1,{name},9" for edition, name in zip((7, 8), FIRMS, strict=False)]
    converted = convert(tmp_path, csv_text(HEAD, *lines), kind="participations")
    assert keys(converted) == ["c:A1", "c:A1"]


def test_answers_under_a_shared_code_go_to_the_firms_by_name(tmp_path: Path) -> None:
    lines = [f"{number},1001,{name},{number}" for number, name in enumerate(FIRMS, 1)]
    converted = convert(
        tmp_path, csv_text("编号,企业编号,企业名称,总体满意度", *lines), kind="exhibitor_survey"
    )
    assert [row["exhibitor_key"] for row in converted.table("response_rows")] == [
        f"n:{name}" for name in FIRMS
    ]


@pytest.mark.parametrize(
    ("name", "other", "is_so"),
    [
        ("Alpha Ltd", "Beta Ltd", True),
        ("北京甲机械有限公司", "上海甲机械有限公司", True),
        ("Bosch", "Robert Bosch GmbH", False),
        ("Siemens AG", "西门子（中国）有限公司", False),
        ("深圳甲科技有限公司", "深圳甲科技有限公司市场部", False),
    ],
)
def test_only_clearly_different_names_are_two_firms(name: str, other: str, is_so: bool) -> None:
    assert are_different(name, other) is is_so
