"""A table comes back as it was written, whichever encoding, delimiter or container held it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.files import cells, inspect, workbook

HANZI = "展会服务人员很好希望下届增加餐饮位置和休息区交通方便价格偏高客户质量不错网络信号"
TRADITIONAL = "展會服務人員很好希望下屆增加餐飲位置和休息區交通方便價格偏高客戶品質不錯網路信號"
PLAIN = "abcXYZ 0123456789.-+()'\"\n,;|\t"
SIGNS = "，。；、（）！？：“”"
GERMAN = ["Küche ", "größer, ", "Ärger; ", "Tür|", "“gut”\n", "\t80 €", "Café ", "ok", '"']
HEADERS = {
    "zh": ["编号", "总体满意度", "意见和建议"],
    "tw": ["編號", "總體滿意度", "意見和建議"],
    "de": ["Nummer", "Zufriedenheit", "Verbesserungsvorschläge für nächstes Jahr"],
}
WRITTEN: dict[str, tuple[str, str | list[str]]] = {
    "utf-8": ("zh", PLAIN + HANZI + SIGNS + "éñ€★𠀀㐀한글カナ😀"),
    "utf-8-sig": ("zh", PLAIN + HANZI + SIGNS + "é€★𠀀😀"),
    "gb18030": ("zh", PLAIN + HANZI + SIGNS + "★㐀𠀀"),
    "gbk": ("zh", PLAIN + HANZI + SIGNS),
    "utf-16": ("zh", PLAIN + HANZI + SIGNS + "é€𠀀😀"),
    "utf-16-le": ("zh", PLAIN + HANZI + SIGNS),
    "utf-16-be": ("zh", PLAIN + HANZI + SIGNS),
    "utf-32": ("zh", PLAIN + HANZI + SIGNS + "😀"),
    "big5": ("tw", PLAIN + TRADITIONAL + "，。；、（）！？"),
    "cp1252": ("de", GERMAN),
}
DELIMITERS, LINE_ENDS = ",;\t|，", ("\r\n", "\n", "\r")
QUIET = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def tables(header: str, alphabet: str | list[str]) -> st.SearchStrategy[list[list[str]]]:
    """A header and lines of a number, a rating and a remark; no cell has blanks at its ends, which
    are trimmed on purpose.
    """
    pieces = st.lists(st.sampled_from(alphabet), max_size=20)
    remark = pieces.map(lambda pieces: "".join(pieces).strip())
    line = st.tuples(st.integers(1, 5).map(str), remark)
    body = st.lists(line, min_size=4, max_size=12)
    return body.map(
        lambda rows: [HEADERS[header], *([str(n), *row] for n, row in enumerate(rows, start=101))]
    )


def stored(table: list[list[str]]) -> list[tuple[str | None, ...]]:
    return [tuple(cell or None for cell in row) for row in table[1:]]


def same(folder: Path, data: bytes, table: list[list[str]], name: str = "x.csv") -> None:
    inspection = inspect(folder, data, name)
    assert inspection.names == tuple(table[0])
    assert cells(folder) == stored(table)
    assert inspection.lines_read == len(table) - 1
    assert inspection.lines_left_out == 0


@pytest.mark.parametrize("encoding", WRITTEN)
@pytest.mark.parametrize(
    "delimiter", DELIMITERS, ids=("comma", "semicolon", "tab", "pipe", "full-width comma")
)
def test_a_text_file_reads_back_equal(tmp_path: Path, encoding: str, delimiter: str) -> None:
    if delimiter == "，" and encoding == "cp1252":
        return  # a full-width comma cannot be written in it
    header, alphabet = WRITTEN[encoding]

    @QUIET
    @given(tables(header, alphabet), st.sampled_from(LINE_ENDS))
    def reads_back(table: list[list[str]], end: str) -> None:
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(table)
        same(tmp_path, out.getvalue().replace("\r\n", end).encode(encoding), table)

    reads_back()


@QUIET
@given(tables("zh", WRITTEN["utf-8"][1]))
def test_a_workbook_reads_back_equal(tmp_path: Path, table: list[list[str]]) -> None:
    same(tmp_path, workbook(table), table, "x.xlsx")
