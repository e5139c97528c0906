"""The page, the print and the workbook of a deck, and the child process that makes them."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from analytics.deck import deck_file, deck_json, html, pdf, workbook
from analytics.folders import ROOT
from tests.deck.decks import ALL, HOSTILE, deck, of

LIBRARY = "window.vegaEmbed = () => /</g;"


def silent(share: float, step: str) -> None:
    """Nobody listens."""


def test_a_deck_survives_its_travels(tmp_path: Path) -> None:
    before = deck([of(form) for form in ALL])
    deck_json.pack(before, tmp_path)
    after = deck_json.unpack(tmp_path)
    assert [type(slide) for slide in after.slides] == [type(slide) for slide in before.slides]
    for a, b in zip(after.figure_slides(), before.figure_slides(), strict=True):
        assert (a.figure.form, a.figure.columns, a.small, a.notes) == (
            b.figure.form,
            b.figure.columns,
            b.small,
            b.notes,
        )
        assert a.figure.table().equals(b.figure.table())


def test_a_column_of_mixed_things_travels_as_text(tmp_path: Path) -> None:
    mixed = of("grid")
    mixed.data["label"] = ["a", 3, None]
    deck_json.pack(deck([mixed]), tmp_path)
    assert deck_json.unpack(tmp_path).figure_slides()[0].figure.data["label"].tolist()[:2] == [
        "a",
        "3",
    ]


def test_the_page_loads_nothing_and_forbids_itself_to() -> None:
    page = html.page(
        deck([of("bars", HOSTILE), of("grid", HOSTILE)], "en"), LIBRARY, silent
    ).decode()
    markup = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"(?:src|href|action)\s*=", markup) == []
    assert "default-src 'none'" in markup.replace("&#x27;", "'")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_every_script_of_the_page_is_closed_where_it_should_be() -> None:
    page = html.page(deck([of("bars", HOSTILE), of("line")], "en"), LIBRARY, silent).decode()
    assert page.count("<script") == page.count("</script>") == 3 + page.count("data-chart") - 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_print_has_a_page_a_slide_and_its_words(language: str) -> None:
    whole = deck([of("bars"), of("grid", HOSTILE)], language)  # type: ignore[arg-type]
    read = PdfReader(io.BytesIO(pdf.pages(whole, silent)))
    assert len(read.pages) == len(whole.slides)
    assert "Hall 3 leads" in read.pages[3].extract_text()
    assert float(read.pages[0].mediabox.width) / float(
        read.pages[0].mediabox.height
    ) == pytest.approx(16 / 9, rel=0.01)


def test_the_workbook_has_a_sheet_a_figure_and_no_formula() -> None:
    book = load_workbook(
        io.BytesIO(workbook.workbook(deck([of("bars", HOSTILE), of("grid")], "en")))
    )
    assert len(book.sheetnames) == 3
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert book.worksheets[1]["B2"].value == pytest.approx(0.1)


@pytest.mark.parametrize("kind", deck_file.FILE_KINDS)
def test_the_child_makes_every_kind_and_says_how_far_it_is(kind: deck_file.FileKind) -> None:
    shares: list[float] = []
    content = deck_file.file_bytes(
        deck([of(form) for form in ("bars", "density", "grid")]),
        kind,
        report=lambda share, _: shares.append(share),
    )
    assert content[:2] == (b"<!" if kind == "html" else b"%P" if kind == "pdf" else b"PK")
    assert shares == sorted(shares)
    assert len(set(shares)) > 1


def test_twelve_slides_take_no_more_than_ten_seconds() -> None:
    begin = time.perf_counter()
    whole = deck(
        [
            of(form)
            for form in (
                "bars",
                "dots",
                "likert",
                "line",
                "lines",
                "scatter",
                "stacked",
                "heatmap",
                "grid",
            )
        ]
    )
    small = type(whole)(whole.name, whole.language, whole.foot, whole.slides[:12])
    assert len(small.slides) == 12
    deck_file.file_bytes(small, "pptx")
    assert time.perf_counter() - begin < 10


def test_the_child_loads_neither_streamlit_nor_the_engine() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from analytics.deck import deck_file, pptx_file, html, pdf, workbook\n"
        "print(sorted({'streamlit', 'duckdb'} & set(sys.modules)))"
    )
    child = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert child.stdout.strip() == "[]"
