"""The demo fair's review as PowerPoint, read back: texts, tables, charts with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation

from tests.unchanged.answers import LANGUAGES
from tests.unchanged.checkout import Checkout, write

KIND = "review"


def take(checkout: Checkout, out: Path) -> None:
    """One file a language, and what was printed."""
    for language in LANGUAGES:
        file = checkout.work / f"{KIND}.pptx"
        order = ["deck", "--kind", KIND, "--language", language, "--out", str(file)]
        outcome = checkout.run(order, checkout.demo)
        slides = read(file) if outcome.code == 0 else []
        write(out / f"{KIND}.{language}.json", vars(outcome) | {"slides": slides})
        file.unlink(missing_ok=True)


def read(file: Path) -> list[dict[str, Any]]:
    """Slide by slide: what stands on it and in its notes."""
    return [
        {
            "shapes": list(_shapes(slide.shapes)),
            "notes": slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else None,
        }
        for slide in Presentation(str(file)).slides
    ]


def _shapes(shapes: Any) -> Iterator[dict[str, Any]]:
    for shape in shapes:
        content: dict[str, Any] = {"kind": str(shape.shape_type)}
        if described := shape._element.xpath(".//p:cNvPr/@descr"):
            content["description"] = list(described)
        if hasattr(shape, "shapes"):
            content["shapes"] = list(_shapes(shape.shapes))
        if shape.has_text_frame:
            content["text"] = [paragraph.text for paragraph in shape.text_frame.paragraphs]
        if getattr(shape, "has_table", False):
            content["table"] = [[cell.text for cell in row.cells] for row in shape.table.rows]
        if getattr(shape, "has_chart", False):
            content["chart"] = _chart(shape.chart)
        yield content


def _chart(chart: Any) -> dict[str, Any]:
    return {
        "type": str(chart.chart_type),
        "texts": list(chart._chartSpace.xpath(".//a:t/text()")),
        "plots": [
            {
                "categories": [list(label) for label in plot.categories.flattened_labels],
                "series": [_series(series) for series in plot.series],
            }
            for plot in chart.plots
        ],
    }


def _series(series: Any) -> dict[str, Any]:
    content = {"name": series.name, "values": list(series.values)}
    if hasattr(series, "iter_values"):
        content["values"] = list(series.iter_values())
    numbers = series._element.xpath("./c:xVal//c:v/text() | ./c:bubbleSize//c:v/text()")
    return content | {"across": [float(number) for number in numbers]}
