"""What a file is, by its first bytes and never by its name; and whether it may be opened."""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from pathlib import Path

from analytics.errors import Unreadable
from analytics.intake.file.encoding import sixteen_bits

MAGIC = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"SQLite format 3", "database"),
    (b"PAR1", "parquet"),
)
ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SPSS = (b"$FL2", b"$FL3")
PORTABLE, STATA = b"SPSSPORT", b"<stata_dta>"
VANITY = 600
OLD_STATA = ((108, 111), (113, 115))
OLD_STATA_MARKS = (b"\x01\x01\x00", b"\x02\x01\x00")
MARKUP = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<\?mso[^>]*>\s*|<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|meta|table|body|style|(?:\w+:)?workbook)",
    re.I | re.S,
)
DECLARED = re.compile(rb"<!ENTITY", re.IGNORECASE)
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST_UNPACKED = 200 * 2**20
MOST_ENTRIES = 1_000
STEEPEST = 100
STEEP_ABOVE = 20 * 2**20
READ_AHEAD = 65_536


NOT_A_PACKAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def recognise(path: Path) -> str:
    """'workbook', 'text', 'markup' or 'spss'. Raises Unreadable, by name, for what is neither."""
    with path.open("rb") as file:
        head = file.read(4096)
    if not head:
        raise Unreadable("empty")
    if kind := no_table(head):
        raise Unreadable("not_a_table", {"kind": kind})
    if head.startswith(ZIP):
        check_zip(path)
        return "workbook"
    if head.startswith(OLE):
        _check_ole(path)
        return "workbook"
    if statistics_file(head):
        return "spss"
    if MARKUP.match(head):
        if DECLARED.search(path.read_bytes()):
            raise Unreadable("unsafe_xml")
        return "markup"
    if _is_binary(head):
        raise Unreadable("not_a_table", {"kind": "binary"})
    return "text"


def no_table(head: bytes) -> str:
    """What a file is whose first bytes say that it holds no table; else ''."""
    return next((kind for magic, kind in MAGIC if head.startswith(magic)), "")


def is_zip(path: Path) -> bool:
    """Does a file begin as a package does."""
    with path.open("rb") as file:
        return file.read(len(ZIP)) == ZIP


def statistics_file(head: bytes) -> str:
    """'sav', 'por' or 'dta' by the first bytes of a file of SPSS or Stata; else ''."""
    if head.startswith(SPSS):
        return "sav"
    if PORTABLE in head[:VANITY] or b"ASCII SPSS PORT FILE" in head[:VANITY]:
        return "por"
    is_old = len(head) > 3 and any(low <= head[0] <= high for low, high in OLD_STATA)
    return "dta" if head.startswith(STATA) or (is_old and head[1:4] in OLD_STATA_MARKS) else ""


def _is_binary(head: bytes) -> bool:
    """Text has tabs and line ends, but hardly any other control byte; in UTF-16 any byte may be
    half of a character.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or sixteen_bits(head):
        return False
    strange = sum(1 for byte in head if 0 < byte < 9 or 13 < byte < 32)
    return strange > len(head) * 0.02


def _check_ole(path: Path) -> None:
    data = path.read_bytes()
    if (
        "EncryptedPackage".encode("utf-16-le") in data
        or "EncryptionInfo".encode("utf-16-le") in data
    ):
        raise Unreadable("password")
    if "Workbook".encode("utf-16-le") not in data and "Book".encode("utf-16-le") not in data:
        raise Unreadable("not_a_table", {"kind": "office"})


def check_zip(path: Path) -> None:
    """Refuse a workbook that is damaged, none, too large unpacked, or has XML entities."""
    try:
        with zipfile.ZipFile(path) as packed:
            _check_sizes(packed)
            _check_content(packed)
    except NOT_A_PACKAGE as error:
        raise Unreadable("damaged") from error


def _check_sizes(packed: zipfile.ZipFile) -> None:
    entries = packed.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    squeezed = sum(entry.compress_size for entry in entries) or 1
    is_steep = unpacked / squeezed > STEEPEST and unpacked > STEEP_ABOVE
    if unpacked > LARGEST_UNPACKED or len(entries) > MOST_ENTRIES or is_steep:
        raise Unreadable(
            "too_large_unpacked",
            {"size": f"{unpacked // 2**20}", "limit": f"{LARGEST_UNPACKED // 2**20}"},
        )


def _check_content(packed: zipfile.ZipFile) -> None:
    names = packed.namelist()
    if "xl/workbook.bin" in names:
        raise Unreadable("binary_workbook")
    if not any(name in ("xl/workbook.xml", "content.xml") for name in names):
        raise Unreadable("not_a_table", {"kind": "archive"})
    for entry in packed.infolist():
        if entry.flag_bits & 1:
            raise Unreadable("password")
        if entry.filename.endswith((".xml", ".rels")):
            with packed.open(entry) as part:
                if ENTITY.search(part.read(READ_AHEAD)):
                    raise Unreadable("unsafe_xml")
