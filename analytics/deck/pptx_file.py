"""A deck as PowerPoint: native charts to edit, real titles, notes, a font that has Chinese."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from analytics.deck import pptx_slides
from analytics.deck.pptx_template import Stage
from analytics.deck.pptx_text import speak
from analytics.deck.slides import Appendix, Deck, FigureSlide, Listing, Numbers, Opening
from analytics.wording import Language, speaker
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
    speak_all(stage.presentation, deck.name, deck.language)
    file = io.BytesIO()
    stage.presentation.save(file)
    return file.getvalue()


def speak_all(presentation: Any, name: str, language: Language) -> None:
    """Title, author and language of the file, and the language of every text in it."""
    properties = presentation.core_properties
    properties.title, properties.author = name[:200], "ExpoLens"
    properties.language = {"zh": "zh-CN", "en": "en-US"}[language]
    for slide in presentation.slides:
        speak(slide._element, language)
        if slide.has_notes_slide:
            speak(slide.notes_slide._element, language)
        for shape in slide.shapes:
            if shape.has_chart:
                speak(shape.chart._chartSpace, language)
