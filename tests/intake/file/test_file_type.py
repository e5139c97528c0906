"""A file is what its bytes say, and a workbook is weighed before it is opened."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.file import file_type
from analytics.intake.file.file_type import recognise
from tests.intake.files import workbook


def refused(path: Path, data: bytes) -> tuple[str, dict[str, str]]:
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        recognise(path)
    return caught.value.reason, caught.value.details


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_a_workbook_named_csv_is_a_workbook_and_text_named_xlsx_is_text(tmp_path: Path) -> None:
    book, text = tmp_path / "a.csv", tmp_path / "b.xlsx"
    book.write_bytes(workbook([["a"], [1]]))
    text.write_bytes("编号,满意度\n1,4\n".encode("gb18030"))
    assert (recognise(book), recognise(text)) == ("workbook", "text")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.4 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\x1f\x8b\x08aaaa", "archive"),
        (bytes(range(32)) * 40, "binary"),
    ],
)
def test_what_is_no_table_is_refused_by_name(tmp_path: Path, start: bytes, kind: str) -> None:
    assert refused(tmp_path / "x.csv", start) == ("not_a_table", {"kind": kind})


def test_a_web_page_and_an_spss_file_are_told_by_their_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "x.xls").write_bytes(b"<html><table><tr><td>1</td></tr></table></html>")
    (tmp_path / "x.csv").write_bytes(b"$FL2@(#) SPSS")
    assert (recognise(tmp_path / "x.xls"), recognise(tmp_path / "x.csv")) == ("markup", "spss")


def test_a_password_is_named(tmp_path: Path) -> None:
    container = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    assert refused(tmp_path / "x.xlsx", container)[0] == "password"


def test_an_upload_cut_off_is_damaged(tmp_path: Path) -> None:
    whole = workbook([["a"], [1]])
    assert refused(tmp_path / "x.xlsx", whole[: len(whole) * 2 // 3])[0] == "damaged"


@pytest.mark.parametrize(
    ("guard", "limit"), [("LARGEST_UNPACKED", 1_000), ("MOST_ENTRIES", 3), ("STEEPEST", 2)]
)
def test_a_workbook_is_weighed_by_its_directory_before_anything_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guard: str, limit: int
) -> None:
    def unpack(*_: object) -> None:
        raise AssertionError("unpacked before it was weighed")

    book = workbook([["编号", "总体满意度"], *[[number, 4] for number in range(50)]])
    (tmp_path / "ordinary.xlsx").write_bytes(book)
    assert recognise(tmp_path / "ordinary.xlsx") == "workbook"
    monkeypatch.setattr(file_type, "STEEP_ABOVE", 1_000)
    monkeypatch.setattr(file_type, guard, limit)
    monkeypatch.setattr(zipfile.ZipFile, "open", unpack)
    assert refused(tmp_path / "x.xlsx", book)[0] == "too_large_unpacked"


def test_entities_are_refused(tmp_path: Path) -> None:
    parts = {"xl/workbook.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><workbook/>'}
    assert refused(tmp_path / "x.xlsx", zipped(**parts))[0] == "unsafe_xml"


def test_an_archive_without_a_workbook_is_said_to_be_one(tmp_path: Path) -> None:
    assert refused(tmp_path / "x.xlsx", zipped(readme=b"hello")) == (
        "not_a_table",
        {"kind": "archive"},
    )
