#!/usr/bin/env bash
# Guess: text that is broken as Chinese (wordWrap='CJK' in reportlab, multi_cell in fpdf2) may break
#        between any two Chinese characters, and keeps an English word whole.
# Seen:  reportlab 5.1.0 prints Internation and, on the next line, al; fpdf2 2.8.9 prints Gu and angdong,
#        where the name follows a Chinese character without a blank. Neither says so, and neither puts
#        a hyphen: on a printed sheet the exhibitor has another name.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0 fpdf2==2.8.9
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PY'
from pathlib import Path

import reportlab
from fpdf import FPDF
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
style = ParagraphStyle("body", fontName="STSong-Light", fontSize=12, leading=14, wordWrap="CJK")
paragraph = Paragraph("参展商 Guangdong Huaxing International 对现场服务的评价，比上届好。", style)
paragraph.wrap(100, 500)
by_reportlab = [line[1] if isinstance(line, tuple) else line for line in paragraph.blPara.lines]
by_reportlab = [line[0] if isinstance(line, list) else line for line in by_reportlab]

page = FPDF()
page.add_page()
page.add_font("Vera", fname=Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")
page.set_font("Vera", size=12)
by_fpdf2 = page.multi_cell(
    42, 6, "参展商评价比上届好。Guangdong Huaxing 还会再来。", dry_run=True, output="LINES"
)
print("reportlab", by_reportlab)
print("fpdf2", by_fpdf2)
assert any(line.endswith("Internation") for line in by_reportlab), "the behaviour has changed"
assert not any("Guangdong" in line for line in by_fpdf2), "the behaviour has changed"
PY
