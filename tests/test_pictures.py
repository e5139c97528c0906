from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from analytics import pictures, worker
from analytics.folders import FONTS, ROOT
from analytics.wording import speaker
from tests.look.figures import FORMS, data, figure

ZH = speaker("zh")
NAMES = ["朱镕基", "陶喆", "黄镇堃公司"]


def sample(form: str = "bars"):
    return replace(
        figure(FORMS[form], data(NAMES, [0.63, 0.41, 0.16])),
        finding="场馆硬件以 3.89 居首",
        base="n = 1,024 位展商",
    )


def test_a_png_is_a_png_at_twice_its_size():
    picture = pictures.picture(sample(), ZH, "png")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20]) >= 2 * 900


def test_an_svg_carries_its_finding_and_names_as_text_in_the_shipped_font():
    svg = pictures.picture(sample(), ZH, "svg", "dark").decode()
    assert all(text in svg for text in ("场馆硬件以", *NAMES))
    assert "Noto Sans CJK SC" in svg
    assert "出处" in svg


def test_a_pdf_is_a_pdf():
    assert pictures.picture(sample("line"), ZH, "pdf").startswith(b"%PDF-")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_shipped_fonts_write_rare_names_and_every_sign_figures_use(weight):
    from fontTools.ttLib import TTFont

    letters = TTFont(FONTS / f"NotoSansCJKsc-{weight}-gbk.otf").getBestCmap()
    assert [sign for sign in "镕喆堃−–…·≥≤±×→%％“”αρ²" if ord(sign) not in letters] == []


def test_a_hostile_name_is_drawn_as_text_and_loads_nothing():
    hostile = [
        "<script>alert(1)</script>",
        "![x](http://evil.example/x.png)",
        "<image href='http://evil.example'/>",
    ]
    svg = pictures.picture(figure(FORMS["bars"], data(hostile, [0.1, 0.2, 0.3])), ZH, "svg")
    drawn = list(ElementTree.fromstring(svg).iter())
    assert {element.tag.split("}")[1] for element in drawn} <= {
        "svg",
        "g",
        "path",
        "text",
        "tspan",
        "rect",
        "line",
        "defs",
    }
    assert not any("href" in name for element in drawn for name in element.attrib)


def test_a_picture_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(pictures, "LIMITS", replace(pictures.LIMITS, wall=0.01))
    with pytest.raises(worker.ChildStopped):
        pictures.picture(sample(), ZH, "png")


def test_the_child_imports_neither_streamlit_nor_the_engine():
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import analytics.pictures as p,"
        " vl_convert;print([n for n in ('streamlit', 'duckdb', 'altair') if n in sys.modules])"
    )
    child = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert child.stdout.strip() == "[]"
