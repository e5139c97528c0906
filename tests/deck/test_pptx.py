"""A deck as PowerPoint: read back, its charts hold the figures' numbers, its text fits and has
Chinese in its font.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn

from analytics.deck import pptx_template
from analytics.deck.pptx_text import FIRST, FONT, TYPEFACES, office
from analytics.errors import Unreadable
from analytics.look import theme
from analytics.wording import speaker
from tests.deck.decks import ALL, HOSTILE, NAMES, charts, deck, file_of, of, overflows, roots
from tests.look.figures import SERIES

NATIVE = [form for form in ALL if form not in ("density", "heatmap", "flows", "grid")]


def series(chart: Any) -> dict[str, list[Any]]:
    return {line.name: list(line.values) for line in chart.plots[0].series}


def across(chart: Any) -> dict[str, list[float]]:
    """The x values of each series of points."""
    return {
        line.name: [float(value.text) for value in line._element.find(qn("c:xVal")).iter(qn("c:v"))]
        for line in chart.plots[0].series
    }


@pytest.mark.parametrize("form", NATIVE)
def test_a_form_with_a_counterpart_becomes_one_native_chart(form: str, tmp_path: Path) -> None:
    assert len(charts(file_of(deck([of(form)]), tmp_path))) == 1


def test_bars_hold_the_values_and_their_intervals(tmp_path: Path) -> None:
    (chart,) = charts(file_of(deck([of("bars")]), tmp_path))
    (values,) = series(chart).values()
    assert values == pytest.approx([0.1, 0.3, 0.5])
    reach = [
        float(cell.text) for cell in chart._chartSpace.find(f".//{qn('c:plus')}").iter(qn("c:v"))
    ]
    assert reach == pytest.approx([0.1, 0.1, 0.1])
    assert [str(category) for category in chart.plots[0].categories] == NAMES


def test_dots_hold_the_values_and_the_ends_of_their_intervals(tmp_path: Path) -> None:
    (chart,) = charts(file_of(deck([of("dots")], "en"), tmp_path))
    points = across(chart)
    assert points["Seventh"] == pytest.approx([0.1, 0.5])
    assert points["Eighth"] == pytest.approx([0.3])
    assert points["Seventh, interval"] == pytest.approx([0.0, 0.2, 0.4, 0.6])


def test_answers_hold_their_shares(tmp_path: Path) -> None:
    (chart,) = charts(file_of(deck([of("likert")]), tmp_path))
    shares = series(chart)
    assert list(shares) == ["bad", "fair", "good"]
    assert shares["bad"] == [pytest.approx(1 / 3), None, None]


def test_a_line_breaks_at_a_gap_and_has_its_bounds_as_thin_series(tmp_path: Path) -> None:
    gap = of("line", ["a", "b", "c"], [1.5, float("nan"), 2.5])
    (chart,) = charts(file_of(deck([gap], "en"), tmp_path))
    lines = series(chart)
    assert list(lines) == ["Value", "lower", "upper"]
    assert lines["Value"] == [1.5, None, 2.5]
    assert lines["lower"] == [pytest.approx(1.4), None, pytest.approx(2.4)]
    dashes = [dash.get("val") for dash in chart._chartSpace.iter(qn("a:prstDash"))]
    assert dashes == ["dash", "dash"]


def test_points_hold_both_numbers_and_their_names(tmp_path: Path) -> None:
    (chart,) = charts(file_of(deck([of("scatter")]), tmp_path))
    points = chart.plots[0].series[0]
    assert list(points.values) == pytest.approx([1.1, 1.3, 1.5])
    assert [text.text for text in points._element.iter(qn("a:t"))] == NAMES


def test_reference_lines_are_series_of_their_own(tmp_path: Path) -> None:
    from dataclasses import replace

    import pandas as pd

    guided = replace(
        of("scatter"), guides=pd.DataFrame([{"x": 0.3, "y": float("nan"), "label": "mean"}])
    )
    (chart,) = charts(file_of(deck([guided]), tmp_path))
    assert across(chart)["mean"] == [0.3, 0.3]


def test_stacked_parts_hold_their_values(tmp_path: Path) -> None:
    (chart,) = charts(file_of(deck([of("stacked", values=[5, -2, 3])]), tmp_path))
    assert series(chart) == {"Seventh": [5, None, 3], "Eighth": [None, -2, None]}


def fills(chart: Any) -> list[str]:
    """The colour of each named series: of its fill, of its line, or of its marks."""
    named = [line._element for line in chart.plots[0].series if line.name in SERIES]
    return [next(element.iter(qn("a:srgbClr"))).get("val") for element in named]


@pytest.mark.parametrize("form", ["compared bars", "compared dots", "compared lines"])
def test_the_edition_looked_at_has_the_first_colour_beside_another(
    form: str, tmp_path: Path
) -> None:
    (chart,) = charts(file_of(deck([of(form)]), tmp_path))
    light = theme.CATEGORY["light"][0], theme.BEFORE["light"]
    assert fills(chart) == [office(light[1]), office(light[0])]
    (alone,) = charts(file_of(deck([of("bars")]), tmp_path))
    assert next(alone.plots[0].series[0]._element.iter(qn("a:srgbClr"))).get("val") == FIRST


def test_without_roles_series_have_the_colours_in_order(tmp_path: Path) -> None:
    (chart,) = charts(file_of(deck([of("dots")]), tmp_path))
    assert fills(chart) == [office(colour) for colour in theme.CATEGORY["light"][:2]]


def test_what_is_to_be_acted_on_is_a_signal(tmp_path: Path) -> None:
    (chart,) = charts(file_of(deck([of("signal")]), tmp_path))
    other, act = theme.series_colours(("other", "act"), 2, "light")
    assert fills(chart) == [office(other), office(act)]


@pytest.mark.parametrize("form", ["heatmap", "flows", "grid"])
def test_a_grid_becomes_a_native_table(form: str, tmp_path: Path) -> None:
    presentation = file_of(deck([of(form)]), tmp_path)
    shapes = [shape for slide in presentation.slides for shape in slide.shapes]
    tables = [shape.table for shape in shapes if shape.has_table]
    words = {cell.text_frame.text for table in tables for row in table.rows for cell in row.cells}
    assert set(NAMES) <= words


def test_a_form_without_a_counterpart_is_a_picture_that_says_what_it_shows(tmp_path: Path) -> None:
    presentation = file_of(deck([of("density")]), tmp_path)
    shapes = [shape for slide in presentation.slides for shape in slide.shapes]
    pictures = [shape for shape in shapes if shape.shape_type == 13]
    assert [picture._element.nvPicPr.cNvPr.get("descr") for picture in pictures] == ["Hall 3 leads"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_run_and_every_chart_text_has_a_font_with_chinese(
    language: Any, tmp_path: Path
) -> None:
    presentation = file_of(deck([of(form) for form in ALL], language), tmp_path)
    runs = 0
    for root in roots(presentation):
        for run in root.iter(qn("a:r")):
            properties = run.find(qn("a:rPr"))
            fonts = {tag: properties.find(qn(f"a:{tag}")).get("typeface") for tag in TYPEFACES}
            assert fonts == TYPEFACES
            assert fonts["ea"] == FONT
            runs += 1
        for default in root.iter(qn("a:defRPr")):
            assert default.find(qn("a:ea")).get("typeface") == FONT
    assert runs > 100


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "finding",
    [None, "场馆硬件以 3.89 居首，" * 40, "Venue hardware leads at 3.89 against 3.66; " * 20],
)
def test_nothing_runs_over_its_box_or_its_slide(
    language: Any, finding: str | None, tmp_path: Path
) -> None:
    assert overflows(file_of(deck([of(form) for form in ALL], language, finding), tmp_path)) == []


@pytest.mark.parametrize("form", ALL)
def test_hostile_labels_are_plain_text_that_fits(form: str, tmp_path: Path) -> None:
    presentation = file_of(deck([of(form, HOSTILE)]), tmp_path)
    assert overflows(presentation) == []
    file = io.BytesIO()
    presentation.save(file)
    with zipfile.ZipFile(file) as parts:
        assert not any(
            "hlinkClick" in parts.read(name).decode("utf-8", "ignore")
            for name in parts.namelist()
            if name.endswith(".xml")
        )
        books = [parts.read(name) for name in parts.namelist() if name.endswith(".xlsx")]
        targets = "".join(
            parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels")
        )
    assert "evil.example" not in targets
    for book in books:
        cells = [cell for row in load_workbook(io.BytesIO(book)).active.iter_rows() for cell in row]
        assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_notes_carry_the_source(tmp_path: Path) -> None:
    presentation = file_of(deck([of("bars")]), tmp_path)
    assert "Wilson (1927)" in presentation.slides[3].notes_slide.notes_text_frame.text


def test_titles_are_real_titles(tmp_path: Path) -> None:
    presentation = file_of(deck([of("bars")]), tmp_path)
    assert presentation.slides[3].shapes.title.text_frame.text == "Hall 3 leads"
    assert (presentation.slide_width, presentation.slide_height) == (12_192_000, 6_858_000)


def test_a_company_template_keeps_its_master_and_loses_its_slides(tmp_path: Path) -> None:
    own = Presentation()
    old = own.slides.add_slide(own.slide_layouts[0])
    old.shapes.title.text = "Old slide"
    badge = old.shapes.add_textbox(0, 0, 100, 100)
    badge.text_frame.text = "ACME"
    own.slide_master.shapes._spTree.append(badge._element)
    own.save(tmp_path / "acme.pptx")
    presentation = file_of(deck([of("bars"), of("grid")]), tmp_path, tmp_path / "acme.pptx")
    assert "ACME" in [
        shape.text_frame.text for shape in presentation.slide_master.shapes if shape.has_text_frame
    ]
    assert "Old slide" not in [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert overflows(presentation) == []


def test_a_file_that_is_no_template_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pptx").write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(Unreadable):
        pptx_template.Stage(tmp_path / "x.pptx")


def test_the_deck_speaks_its_own_language(tmp_path: Path) -> None:
    (chart,) = charts(file_of(deck([of("line")], "zh"), tmp_path))
    assert list(series(chart)) == [speaker("zh")(word) for word in ("Value", "lower", "upper")]
