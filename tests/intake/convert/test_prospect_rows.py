"""A list of prospects becomes rows: lists by our keys, shows, and what fits none kept as said."""

from __future__ import annotations

from pathlib import Path

from analytics.intake.convert.prospect_rows import list_key
from tests.intake.files import convert, csv_text

HEAD = "企业名称,英文名称,名单类别,参加过的展会,行业,联系人,备注"


def test_lists_are_known_by_their_words_and_others_are_kept(tmp_path: Path) -> None:
    data = csv_text(
        HEAD,
        "甲公司,Jia Co,行业协会会员；竞争展会,广交会；华东展,五金,王女士,",
        "乙公司,,朋友介绍,,五金,,=1+1",
        "丙公司,,,春季展,玩具,,",
        "丁公司,,,,玩具,,",
        ",,协会会员,,,,",
    )
    converted = convert(tmp_path, data)
    rows = converted.table("prospect_rows")
    assert [(row["name"], row["prospect_lists"], row["seen_at"]) for row in rows] == [
        ("甲公司", ["association_members", "competitor_exhibitors"], ["广交会", "华东展"]),
        ("乙公司", ["朋友介绍"], None),
        ("丙公司", ["competitor_exhibitors"], ["春季展"]),
        ("丁公司", None, None),
    ]
    assert (rows[0]["name_en"], rows[0]["contact"], rows[1]["note"]) == ("Jia Co", "王女士", "=1+1")
    assert converted.lines == (5, 4, 1)
    assert sorted(converted.reasons()) == [
        (3, "prospect_list_unknown"),
        (5, "prospect_list_unsaid"),
        (6, "no_name"),
    ]


def test_a_plain_register_is_no_list_of_prospects(tmp_path: Path) -> None:
    converted = convert(tmp_path, csv_text("企业名称,行业,地区", "甲公司,五金,广东"))
    assert converted.mapping.kind == "exhibitors"


def test_a_list_without_the_column_can_be_taken_as_prospects_by_hand(tmp_path: Path) -> None:
    data = csv_text("Company,Industry", "Alpha Ltd,Tools")
    rows = convert(tmp_path, data, kind="prospects").table("prospect_rows")
    assert [(row["name"], row["prospect_lists"]) for row in rows] == [("Alpha Ltd", None)]


def test_telephone_numbers_of_contacts_stay(tmp_path: Path) -> None:
    data = csv_text(
        "Company,Prospect list,Contact",
        "Alpha Ltd,Directory,+86 13800001111",
        "Beta,Referral,b@x.cn",
    )
    rows = convert(tmp_path, data).table("prospect_rows")
    assert [row["contact"] for row in rows] == ["+86 13800001111", "b@x.cn"]


def test_words_for_lists_are_read_in_both_languages() -> None:
    words = ("Association members", "协会会员", "Yellow pages", "enquiries", "buyers", "something")
    assert [list_key(word) for word in words] == [
        "association_members",
        "association_members",
        "directories",
        "enquiries",
        "visitor_firms",
        "something",
    ]
