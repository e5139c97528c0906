"""A call sheet holds what is known of one exhibitor, on one A4 page, in print and to edit."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from analytics.__main__ import main
from analytics.deck import call_sheet, call_sheet_file
from analytics.deck.call_sheet import CallSheet, Rated, Remark, Strip, read_sheets
from analytics.deck.call_sheet_layout import A4, Text, laid_out
from analytics.deck.pptx_text import Box
from analytics.errors import NotEnough, UnknownChoice
from analytics.filters import Filters
from analytics.store import Store
from analytics.wording import Language, Say, speaker
from tests import fairs
from tests.customers import registers

FAIR, EN = Filters("f"), Say("en")
CAME = {f"{n}": "1111" for n in range(22)} | {"weak": "1110", "gone": "1100"}
FEES = {firm: {n: 100.0 + n for n in range(1, 5)} for firm in CAME}
FULL = CallSheet(
    "A very long name of an exhibitor & Söhne <GmbH>, 上海某某进出口贸易集团股份有限公司" * 3,
    "Industry · Region · Country " * 8,
    tuple(
        (f"Label {n}", "a long fact that wants more than one line of its column " * n)
        for n in range(1, 10)
    ),
    "Do this first, then that, and then something else that takes a while to say. " * 3,
    tuple(
        Strip(
            f"Edition {n} of the fair",
            n % 2 == 0,
            ("1,234 m²", "12.3M", "satisfied 75/100", "complaints: 3"),
        )
        for n in range(8)
    ),
    tuple(
        Rated("An item with quite a long name, longer than a column " * 2, "3.0", "–", "4.1")
        for _ in range(8)
    ),
    "Edition 8",
    12,
    tuple(
        Remark(f"Complaint, open · Edition {n}", "很长的投诉内容，" * 40, n < 2) for n in range(6)
    ),
    9,
    "Fair · as of Edition 8 · for importers and admins only " * 4,
)
BARE = replace(
    FULL,
    name="Firm",
    about="",
    facts=(("Contact", "none"),),
    strip=FULL.strip[:1],
    rated=(),
    remarks=(),
)


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path) as opened:
        registers.load(opened, CAME, FEES)
        yield opened


def sheets_of(store: Store, *firms: str, say: Say = EN) -> list[CallSheet]:
    return read_sheets(store, FAIR, {}, [f"c:{firm}" for firm in firms], "Fair", say)


def taken(part: Text) -> Box:
    """The place that a text takes inside its box, of the lines set."""
    setting = part.style.fitted(part.text, part.box)
    spare = part.box.height - setting.height
    top = part.box.top + {"t": 0.0, "ctr": spare / 2, "b": spare}[part.style.anchor]
    return Box(part.box.left, top, part.box.width, setting.height)


def overlap(a: Box, b: Box) -> bool:
    across = min(a.left + a.width, b.left + b.width) - max(a.left, b.left)
    down = min(a.top + a.height, b.top + b.height) - max(a.top, b.top)
    return across > 0.5 and down > 2.5


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("sheet", [FULL, BARE], ids=["full", "bare"])
def test_nothing_stands_outside_the_page_or_over_something_else(
    sheet: CallSheet, language: Language
) -> None:
    parts = laid_out(sheet, speaker(language))
    for part in parts:
        assert part.box.left >= 0
        assert part.box.left + part.box.width <= A4[0]
    texts = [taken(part) for part in parts if isinstance(part, Text)]
    assert all(box.top > 0 and box.top + box.height <= A4[1] for box in texts)
    pairs = [(a, b) for at, a in enumerate(texts) for b in texts[at + 1 :] if overlap(a, b)]
    assert pairs == []


def test_what_finds_no_room_is_counted() -> None:
    words = [part.text for part in laid_out(FULL, EN) if isinstance(part, Text)]
    shown = sum(text.startswith("Complaint, open") for text in words)
    assert 0 < shown < len(FULL.remarks)
    assert f"{len(FULL.remarks) - shown + FULL.more_remarks} more on its page" in words
    assert any("12 more items on its page" in text for text in words)


def test_a_sheet_says_what_the_rules_say(store: Store) -> None:
    weak, lost = sheets_of(store, "weak", "gone")
    assert weak.name == "Firm weak"
    assert weak.step.startswith("Find out why they missed the last edition")
    assert [edition.came for edition in weak.strip] == [True, True, True, False]
    assert dict(weak.facts)["Stage"] == "Weakening"
    assert dict(weak.facts)["Fees (CNY)"] == "did not come"
    assert dict(lost.facts)["Stage"] == "Gone"
    assert "for importers and admins only" in lost.foot


def test_whom_to_ask_for_stands_on_it_where_the_log_says(store: Store) -> None:
    row = {"line": 1, "fair_id": "f", "exhibitor_key": "c:weak", "person": "Lin Fang"}
    fairs.load(store, "contacts", contact_rows=[row | {"role": "CEO", "phone": "021-555"}])
    (weak,) = sheets_of(store, "weak")
    assert dict(weak.facts)["Contact"] == "Lin Fang (CEO) · 021-555"


def test_at_most_twenty_are_made_and_none_is_refused(store: Store) -> None:
    assert len(sheets_of(store, *CAME)) == call_sheet.MOST_SHEETS == 20
    with pytest.raises(NotEnough):
        sheets_of(store)
    with pytest.raises(UnknownChoice):
        sheets_of(store, "nobody")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_and_a_slide_for_each(language: Language, tmp_path: Path) -> None:
    from pptx import Presentation

    sheets = [FULL, BARE]
    text = json.dumps([asdict(sheet) for sheet in sheets])
    (tmp_path / call_sheet_file.SHEETS).write_text(text, "utf-8")
    files = {}
    for kind in call_sheet_file.SHEET_KINDS:
        unpacked = [call_sheet_file._unpacked(entry) for entry in json.loads(text)]
        assert unpacked == sheets
        maker = {"pdf": call_sheet_file._pdf, "pptx": call_sheet_file._pptx}[kind]
        files[kind] = maker(unpacked, speaker(language), lambda share, step: None)
    pages = PdfReader(io.BytesIO(files["pdf"])).pages
    assert [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages] == [A4] * 2
    assert "Firm" in pages[1].extract_text()
    slides = list(Presentation(io.BytesIO(files["pptx"])).slides)
    assert len(slides) == 2
    assert slides[1].shapes.title.text == "Firm"


def test_the_command_writes_the_sheets_of_a_selection(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    store.close()
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    out = tmp_path / "calls.pdf"
    assert main(["call-sheets", "--option", "stage=away", "--out", str(out)]) == 0
    assert capsys.readouterr().out.strip() == "calls.pdf: 2 call sheets, of 2 exhibitors chosen"
    assert len(PdfReader(out).pages) == 2
    assert main(["call-sheets", "--out", str(tmp_path / "calls.docx")]) == 1
    assert (
        main(["call-sheets", "--option", "stage=away", "--option", "abc=A", "--out", str(out)]) == 1
    )
    assert "back to" in capsys.readouterr().err
