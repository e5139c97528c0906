"""Text that was saved in a wrong reading is offered as it reads when mended, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.file.encoding import decode
from tests.intake.files import cells, inspect, workbook

CHINESE = "编号,总体满意度,意见\n" + "".join(f"{n},4,现场服务不错，下届还来\n" for n in range(20))
TAIWAN = "編號,總體滿意度,意見\n" + "".join(f"{n},4,現場服務不錯，下屆還來\n" for n in range(20))
GERMAN = "id;Bemerkung\n" + "".join(f"{n};Küche größer, Ärger mit der Tür\n" for n in range(20))
REMARKED = "编号,总体满意度,意见\n" + "".join(
    f"{n},4,现场服务不错，下届还来看看展会\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (CHINESE, "utf-8", "latin-1"),
        (CHINESE, "gb18030", "latin-1"),
        (TAIWAN, "big5", "latin-1"),
        (GERMAN * 3, "utf-8", "cp1252"),
        (CHINESE.replace("，", "很好"), "utf-8", "gb18030"),
    ],
)
@pytest.mark.parametrize("saved_as", ["utf-8", "utf-8-sig", "utf-16"])
def test_garbled_text_is_offered_as_it_reads_when_mended_and_mended_only_then(
    text: str, right: str, wrong: str, saved_as: str
) -> None:
    data = (
        text.encode(right)
        .decode(wrong, "ignore" if wrong == "gb18030" else "strict")
        .encode(saved_as)
    )
    with pytest.raises(Unreadable) as caught:
        decode(data)
    if caught.value.reason == "garbled":
        assert wrong == "gb18030"  # bytes that are no GBK were lost on the way
        return
    assert caught.value.reason == "mendable"
    assert caught.value.details["reads"].startswith(text[:8])
    assert decode(data, caught.value.details["way"]).text == text


def test_text_of_which_only_a_part_is_garbled_is_refused() -> None:
    half = CHINESE.encode().decode("latin-1") + CHINESE
    for choice in ("", "latin-1>utf-8"):
        with pytest.raises(Unreadable) as caught:
            decode(half.encode(), choice)
        assert caught.value.reason == "garbled"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("latin-1", "utf-8"),
        ("cp1252", "utf-8"),
        ("gb18030", "utf-8"),
        ("latin-1", "gb18030"),
        ("cp1252", "gb18030"),
    ],
)
def test_text_read_in_a_wrong_encoding_and_saved_so_is_refused(wrong: str, right: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(REMARKED.encode(right).decode(wrong, "replace").encode())
    assert caught.value.reason in ("garbled", "mendable")


def test_garbled_cells_of_a_workbook_are_mended_when_a_person_says_so_and_told_line_by_line(
    tmp_path: Path,
) -> None:
    table = [
        ["编号", "总体满意度", "意见建议"],
        *([str(n), "4", "现场服务不错"] for n in range(1, 8)),
        ["8", "4", "ok"],
    ]
    data = workbook([[cell.encode().decode("latin-1") for cell in row] for row in table])
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, data, "x.xlsx")
    assert caught.value.reason == "mendable"
    inspection = inspect(tmp_path, data, "x.xlsx", encoding=caught.value.details["way"])
    assert inspection.names == tuple(table[0])
    assert cells(tmp_path)[0] == ("1", "4", "现场服务不错")
    assert [remark.line for remark in inspection.remarks if remark.reason == "text_mended"] == list(
        range(2, 9)
    )
