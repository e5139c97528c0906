#!/usr/bin/env bash
# Guess: fit_text() finds the largest size at which a sentence fits its box, in Chinese as in English.
# Seen:  python-pptx 1.0.2 breaks lines at blanks only, so a Chinese sentence is one word; as soon as it
#        is wider than the box at the size tried, fit_text raises "cannot unpack non-iterable NoneType
#        object". An English sentence in the same box is fitted.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-pptx==1.0.2 reportlab==5.1.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from pathlib import Path

import reportlab
from pptx import Presentation
from pptx.util import Inches

FONT = str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")


def fitted(text):
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    frame = slide.shapes.add_textbox(0, 0, Inches(3), Inches(1)).text_frame
    frame.text = text
    try:
        frame.fit_text(font_file=FONT, max_size=24)
    except TypeError as fault:
        return f"TypeError: {fault}"
    return frame.paragraphs[0].runs[0].font.size.pt


sizes = [
    fitted("Exhibitors rate the service on site higher than last time and ask for visitors"),
    fitted("参展商对现场服务的满意度比上届明显提高而对专业观众数量的评价没有变化"),
]
print(sizes)
assert isinstance(sizes[0], float) and str(sizes[1]).startswith("TypeError"), "it has changed"
PY
