from __future__ import annotations

import pytest

from analytics.comments.contact_details import HIDDEN
from analytics.comments.masks import masks

MASKS = masks(["深圳市华强电子有限公司", "宏达机电", "Acme Tools", "BOE", ""])


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("请打 13800138000", "138"),
        ("电话0755-8320 1234", "8320"),
        ("call +44 20 7946 0958 please", "7946"),
        ("请打 １３８００１３８０００", "38"),
        ("138-0013-8000 找我", "0013"),
        ("写信到 li.ming@example.com", "example"),
        ("见 https://example.com/a?b=1 ", "example"),
        ("加微信 wx_li2008", "li2008"),
        ("深圳市福田区深南大道1001号3楼集合", "1001"),
        ("we are at 12 Baker Street", "Baker"),
        ("Hauptstraße 12 ist weit", "Hauptstra"),
        ("宏达机电一直占道", "宏达"),
        ("ACME TOOLS blocked our stand", "ACME"),
        ("北京东方科技有限公司抄袭", "东方"),
        ("Foo Bar GmbH copied us", "Foo"),
        ("找张经理没人理", "张经理"),
        ("项目经理小李全程跟进", "小李"),
        ("联系人：王建国，态度差", "建国"),
        ("Mr. John Smith was rude", "Smith"),
        ("my name is Anna Miller", "Anna"),
    ],
)
def test_what_leads_to_somebody_is_hidden(text: str, secret: str):
    hidden = MASKS.hidden(text)
    assert secret not in hidden
    assert HIDDEN in hidden


@pytest.mark.parametrize(
    "text",
    [
        "2024-10-12 到 2015-2018 都来了",
        "花了1200000元",
        "老龙头企业没来,小方案太多",
        "展会总体不错,总是排队",
        "Everything was fine",
        "stand 3.1 B 045",
        "boeing came",
    ],
)
def test_what_leads_to_nobody_stays(text: str):
    assert MASKS.hidden(text) == text


def test_a_name_inside_another_word_is_no_name():
    assert masks(["Acme"]).hidden("Acmeist poets") == "Acmeist poets"


def test_the_longer_of_two_names_is_hidden_whole():
    assert (
        masks(["宏达机电", "宏达机电集团东莞厂"]).hidden("宏达机电集团东莞厂很吵")
        == f"{HIDDEN}很吵"
    )
