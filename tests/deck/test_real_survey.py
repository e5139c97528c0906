"""A deck from a survey nobody here made up: it fits, and its charts hold the figures' numbers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from analytics.deck import deck_file, headless, pptx_bars, pptx_lines
from analytics.deck.slides import Deck
from analytics.figures import Bars, Lines
from analytics.filters import Filters
from analytics.intake.load.draft import Draft
from analytics.intake.load.queue import take_in
from analytics.store import Store
from analytics.wording import speaker
from tests.deck.decks import overflows
from tests.intake import test_airport_surveys as survey

pytestmark = survey.pytestmark


@pytest.fixture(scope="module")
def airport(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("airport")
    patch = pytest.MonkeyPatch()
    patch.setenv("EXPOLENS_DATA", str(folder))
    with Store(folder) as store:
        for year in survey.YEARS:
            draft = Draft.create(survey.raw_file(year).name, survey.raw_file(year))
            draft.inspect()
            take_in(store, draft, survey.mapping_of(year), "test")
        yield store
    patch.undo()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_review_of_the_real_survey(airport: Store, language: str, tmp_path: Path) -> None:
    from pptx import Presentation

    deck = headless.ready(
        airport, "review", Filters("sfo", audience="visitor"), speaker(language), None
    )
    assert len(deck.figure_slides()) >= 3
    file = Path(os.environ.get("EXPOLENS_DECKS", tmp_path)) / f"airport-{language}.pptx"
    file.write_bytes(deck_file.file_bytes(deck, "pptx"))
    presentation = Presentation(str(file))
    assert overflows(presentation) == []
    check_numbers(deck, presentation)


def check_numbers(deck: Deck, presentation: Any) -> None:
    """Every first series of a bar or line chart against the figure it was drawn from."""
    titles = {slide.shapes.title.text_frame.text: slide for slide in presentation.slides}
    checked = 0
    for shown in deck.figure_slides():
        slide = titles.get(shown.figure.title)
        if (
            slide is None
            or not isinstance(shown.figure.form, Bars | Lines)
            or getattr(shown.figure.form, "is_dots", False)
        ):
            continue
        module = pptx_lines if isinstance(shown.figure.form, Lines) else pptx_bars
        rows = module.chart_data(shown.figure)
        chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
        values = next(iter(chart.plots[0].series)).values
        expected = rows.numbers(next(iter(rows.series)))
        assert [value is None for value in values] == [value is None for value in expected]
        assert [value for value in values if value is not None] == pytest.approx(
            [number for number in expected if number is not None]
        )
        checked += 1
    assert checked
