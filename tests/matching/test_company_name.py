"""A name is taken apart into what tells firms apart and what does not."""

from __future__ import annotations

import pytest

from analytics.matching.company_name import take_apart
from analytics.matching.name_parts import Name


def main(text: str) -> Name:
    return take_apart(text).main


@pytest.mark.parametrize(
    "written",
    [
        "广州市明辉五金制品有限公司",
        " 廣州市明輝五金製品 有限公司 ",
        "1. 广州市明辉五金制品有限公司。",
        "“广州市明辉五金制品有限公司”\u200b",
    ],
)
def test_script_width_spaces_and_list_numbers_do_not_change_a_name(written: str):
    assert main(written).whole == "广州市明辉五金制品有限公司"


def test_a_chinese_name_has_a_place_a_name_of_its_own_trades_and_a_form():
    name = main("浙江省义乌市锦绣纺织品有限公司")
    assert (name.place.province, name.place.city, name.place.district) == ("浙江", "金华", "义乌")
    assert (name.own, name.trades, name.forms) == (("锦绣",), ("纺织品",), {"limited"})


@pytest.mark.parametrize(
    "written",
    [
        "明辉（广州）五金厂",
        "广州明辉五金厂",
        "广州市明辉五金厂",
        "广东广州明辉五金厂",
        "明辉五金（广州）厂",
    ],
)
def test_a_place_is_found_in_front_and_in_brackets(written: str):
    assert (main(written).place.city, main(written).own) == ("广州", ("明辉",))


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("三明照明电器厂", "三明"),
        ("深圳大同机械有限公司", "大同"),
        ("上海东方国际贸易集团", "东方"),
        ("都市丽人服饰有限公司", "都市丽人"),
    ],
)
def test_a_firm_named_like_a_place_keeps_its_name(written: str, own: str):
    assert main(written).own == (own,)


@pytest.mark.parametrize(
    ("written", "branch"),
    [
        ("海天股份有限公司上海分公司", "上海分公司"),
        ("海天股份有限公司（上海分公司）", "上海分公司"),
        ("海天股份有限公司驻京办事处", "京办事处"),
        ("明辉五金上海办事处", "上海办事处"),
        ("Halvorn S.p.A. Beijing Rep. Office", "beijingrepoffice"),
        ("Halvorn (Shanghai Branch)", "shanghaibranch"),
    ],
)
def test_a_branch_is_set_aside_and_kept(written: str, branch: str):
    assert main(written).branch == branch


def test_a_factory_of_electronics_is_no_subsidiary():
    assert (main("诚龙电子公司").branch, main("诚龙电子公司").trades) == ("", ("电子",))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("广州第一机床厂", "1"),
        ("广州第1机床厂", "1"),
        ("明辉五金二厂", "2"),
        ("明辉五金第二分厂", "2"),
        ("Alfa 2000 Ltd", "2000"),
    ],
)
def test_numbers_are_kept_whatever_they_are_written_in(written: str, number: str):
    assert main(written).numbers == {number}


def test_a_department_and_a_remark_are_no_part_of_the_name():
    assert (
        main("海天股份有限公司（出口部）").own
        == main("海天股份有限公司 国际业务部").own
        == main("海天股份有限公司").own
    )
    assert main("海天股份有限公司（参展商）").whole == main("海天股份有限公司").whole


def test_a_former_name_in_brackets_is_a_name_too():
    (former,) = take_apart("东莞恒星机械有限公司（原名：东莞东威纺织品厂）").former
    assert (former.own, former.forms) == (("东威",), {"works"})


@pytest.mark.parametrize(
    "written",
    [
        "富威电子厂（Fuwei Electronics Factory）",
        "富威电子厂 Fuwei Electronics Factory",
        "富威电子厂/Fuwei Electronics Factory",
    ],
)
def test_a_name_in_two_languages_is_two_names(written: str):
    names = take_apart(written)
    assert (names.main.own, [other.own for other in names.others]) == (
        ("富威",),
        [("fuwei", "electronics")],
    )


def test_a_latin_word_inside_a_chinese_name_stays_inside():
    assert (main("DTC服装（上海）有限公司").own, take_apart("DTC服装（上海）有限公司").others) == (
        ("dtc",),
        (),
    )


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Lion Co., Ltd.", "limited"),
        ("Lion Company Limited", "limited"),
        ("LION CO.LTD", "limited"),
        ("Lion S.p.A.", "spa"),
        ("Lion S A", "sa"),
        ("Lion Gesellschaft mbH", "gmbh"),
        ("Lion Pty. Limited", "proprietary"),
    ],
)
def test_legal_forms_abroad_have_one_spelling(written: str, form: str):
    assert (main(written).forms, main(written).own) == ({form}, ("lion",))


def test_initials_accents_and_short_words_have_one_spelling():
    assert main("A.B.C. Müller & Söhne Int'l Mfg. Ltd").own == (
        "abc",
        "muller",
        "and",
        "sohne",
        "international",
        "manufacturing",
    )


@pytest.mark.parametrize("nothing", ["", " ", "-", "。", "（）", "有限公司", "\u200b"])
def test_what_is_no_name_is_taken_apart_all_the_same(nothing: str):
    assert isinstance(take_apart(nothing).main, Name)
