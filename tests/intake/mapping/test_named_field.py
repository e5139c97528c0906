"""The fields that headers name, in several languages and only where the values can be that."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect

NOBODY = Known("f")
FIRMS = ("Adler GmbH", "Bright Ltd", "Corvo SpA", "Delta AG", "Eos BV", "Fjord AS")


def keys(path: Path, header: str, row: str, kind: str = "") -> dict[str, str]:
    """Column -> the key of what it means, of a table with one line a firm."""
    rows = [row.format(name=name, n=n) for n, name in enumerate(FIRMS, 1)]
    uses = suggest(inspect(path, csv_text(header, *rows), "list.csv"), NOBODY, kind).columns
    return {use.column: use.key for use in uses}


@pytest.mark.parametrize("name", ["参展商", "单位", "企业", "Aussteller", "Exposant", "Exhibitor"])
@pytest.mark.parametrize("stand", ["Stand", "Booth", "展位", "摊位", "Standnummer"])
@pytest.mark.parametrize("area", ["Area (m²)", "Area m2", "Stand size sqm", "面积"])
def test_bookings_are_read_by_any_usual_header(
    tmp_path: Path, name: str, stand: str, area: str
) -> None:
    meant = keys(tmp_path, f"{name},{stand},{area}", "{name},A{n},{n}8")
    assert meant == {name: "name", stand: "booth_no", area: "booth_area_sqm"}


@pytest.mark.parametrize("fee", ["Rent (EUR)", "Price EUR", "应付金额（元）", "Net amount (EUR)"])
def test_what_a_stand_costs_is_its_fee(tmp_path: Path, fee: str) -> None:
    assert keys(tmp_path, f"Exhibitor,Stand,{fee}", "{name},A{n},{n}800")[fee] == "fee"


def test_a_price_without_a_currency_is_no_fee(tmp_path: Path) -> None:
    assert keys(tmp_path, "Exhibitor,Stand,Price", "{name},A{n},{n}800")["Price"] == ""


def test_exhibitors_that_visitors_rate_are_no_names(tmp_path: Path) -> None:
    meant = keys(tmp_path, "总体满意度,参展商,展品", "{n},{n},{n}", "visitor_survey")
    assert meant["参展商"] != "name"


def test_of_two_names_the_one_that_is_not_chinese_is_the_english_name(tmp_path: Path) -> None:
    meant = keys(tmp_path, "公司名称,Company Name,国家", "甲{n}公司,{name},中国", "exhibitors")
    assert meant == {"公司名称": "name", "Company Name": "name_en", "国家": "country"}
    named = keys(tmp_path, "企业名称,英文名称", "甲{n}公司,{name}", "exhibitors")
    assert named["英文名称"] == "name_en"


def test_a_city_is_the_region_where_no_province_is(tmp_path: Path) -> None:
    alone = keys(tmp_path, "公司名称,国别,所在城市", "{name},中国,深圳", "exhibitors")
    both = keys(tmp_path, "公司名称,所在城市,所在省份", "{name},深圳,广东", "exhibitors")
    assert (alone["所在城市"], both["所在城市"], both["所在省份"]) == ("region", "", "region")


@pytest.mark.parametrize("moment", ["Submitted", "submitdate. Date submitted", "_submission_time"])
def test_the_day_of_answering_is_known(tmp_path: Path, moment: str) -> None:
    header = f"ID,{moment},Overall satisfaction"
    meant = keys(tmp_path, header, "{n},2025-04-1{n} 11:00:00,{n}", "visitor_survey")
    assert meant[moment] == "answered_on"


@pytest.mark.parametrize(
    ("header", "measure"),
    [
        ("您愿意向同行推荐本展吗？（0-10）", "recommend"),
        ("您會把本展推薦給朋友嗎（0-10分）", "recommend"),
        ("贵司是否愿意向同行推荐本展会（0-10分）", "recommend"),
        ("Weiterempfehlung (0-10)", "recommend"),
        ("Recommanderiez-vous le salon ? (0-10)", "recommend"),
        ("Satisfaction globale (1-5)", "overall"),
        ("Gesamtzufriedenheit (1-5)", "overall"),
        ("推荐酒店满意度（1-5）", ""),
    ],
)
def test_recommendation_and_overall_are_known_by_their_words(
    tmp_path: Path, header: str, measure: str
) -> None:
    rows = [f"{n},{n % 5 + 1},{n % 5 + 1}" for n in range(30)]
    text = csv_text(f"编号,{header},餐饮满意度", *rows)
    use = suggest(inspect(tmp_path, text, "调查.csv"), NOBODY, "visitor_survey").use(header)
    assert use.measure == measure


def test_the_state_of_a_booking_is_no_region(tmp_path: Path) -> None:
    booked = keys(tmp_path, "Exhibitor,Region,State", "{name},North,confirmed", "exhibitors")
    lived_in = keys(tmp_path, "Exhibitor,State", "{name},Texas", "exhibitors")
    assert (booked["Region"], booked["State"], lived_in["State"]) == ("region", "", "region")
