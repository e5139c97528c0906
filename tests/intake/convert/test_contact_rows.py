"""A log of contacts becomes rows: days, persons, next steps; a line without a firm is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from analytics.intake.mapping.fair_and_edition import needs_edition
from tests.intake.files import convert, csv_text

HEAD = "企业名称,联系日期,联系方式,我方人员,联系人,职务,电话,邮箱,沟通内容,下一步,下次联系日期"


def test_a_contact_is_read_with_its_person_and_its_next_step(tmp_path: Path) -> None:
    data = csv_text(
        HEAD,
        "甲公司,2025-03-04,电话,小王,李先生,经理,13800001111,li@jia.cn,=价格,寄报价,2031-04-01",
        "乙公司,2025/3/5,拜访,小王,,,,,看展位,,",
        ",2025-03-06,电话,小王,,,,,打错了,,",
    )
    converted = convert(tmp_path, data)
    first, second = converted.table("contact_rows")
    assert first == first | {
        "exhibitor_key": "n:甲公司",
        "contacted_on": date(2025, 3, 4),
        "channel": "电话",
        "contacted_by": "小王",
        "person": "李先生",
        "role": "经理",
        "phone": "13800001111",
        "email": "li@jia.cn",
        "subject": "=价格",
        "next_step": "寄报价",
        "next_on": date(2031, 4, 1),
    }
    assert (second["channel"], second["person"]) == ("拜访", None)
    assert (converted.mapping.kind, converted.lines) == ("contacts", (3, 2, 1))
    assert (4, "no_exhibitor") in converted.reasons()
    assert not needs_edition(converted.mapping)


def test_an_english_log_is_known_and_a_list_of_firms_with_telephones_is_none(
    tmp_path: Path,
) -> None:
    log = csv_text("Company,Date,Channel,Contact person,Notes,Next step", "A,2025-01-02,call,B,x,y")
    rows = convert(tmp_path, log).table("contact_rows")
    assert [(row["contacted_on"], row["subject"]) for row in rows] == [(date(2025, 1, 2), "x")]
    register = csv_text(
        "企业名称,企业性质,联系人,联系电话,邮箱", "甲公司,民营,李,13800001111,l@i.cn"
    )
    assert convert(tmp_path, register).mapping.kind == "exhibitors"
