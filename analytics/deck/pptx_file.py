"""A deck as PowerPoint: native charts to edit, real titles, notes, a font that has Chinese."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from analytics.deck import pptx_slides
from analytics.deck.pptx_template import Stage
from analytics.deck.pptx_text import speak
from analytics.deck.slides import Appendix, Deck, FigureSlide, Listing, Numbers, Opening
from analytics.wording import speaker
from analytics.worker import Report

MAKERS: dict[type, Any] = {
    Opening: pptx_slides.opening,
    Numbers: pptx_slides.numbers,
    Listing: pptx_slides.listing,
    FigureSlide: pptx_slides.figure_slide,
    Appendix: pptx_slides.appendix,
}


def presentation(
    deck: Deck, pictures: dict[str, Path], template: Path | None, report: Report
) -> bytes:
    """The file. `pictures` are drawings of the figures no native chart can show, by figure key."""
    stage = Stage(template)
    context = pptx_slides.SlideContext(stage, deck, speaker(deck.language), pictures)
    for at, slide in enumerate(deck.slides):
        report(at / len(deck.slides), "")
        MAKERS[type(slide)](context, slide)
    _speak(stage.presentation, deck)
    file = io.BytesIO()
    stage.presentation.save(file)
    return file.getvalue()


def _speak(presentation: Any, deck: Deck) -> None:
    properties = presentation.core_properties
    properties.title, properties.author = deck.name[:200], "ExpoLens"
    properties.language = {"zh": "zh-CN", "en": "en-US"}[deck.language]
    for slide in presentation.slides:
        speak(slide._element, deck.language)
        if slide.has_notes_slide:
            speak(slide.notes_slide._element, deck.language)
        for shape in slide.shapes:
            if shape.has_chart:
                speak(shape.chart._chartSpace, deck.language)
