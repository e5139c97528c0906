"""Japanese as Windows writes it (CP932), told from Chinese and Western text."""

from __future__ import annotations

import pytest

from analytics.intake.file.encoding import decode

JAPANESE = "番号,総合満足度,ご意見\n1,5,とても良かったです\n2,4,展示会は楽しかった\n"
CHINESE = "编号,总体满意度,意见\n1,5,展会很好\n2,4,观众质量高，服务周到\n"
TRADITIONAL = "編號,整體滿意度,意見\n1,5,展會很好\n2,4,觀眾質量高，服務週到\n"
WESTERN = "Nr,Zufriedenheit,Bemerkung\n1,5,Sehr schöne Messe für Händler\n2,4,Größere Hallen\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "cp932"),
        (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"),
        (WESTERN, "cp1252"),
    ],
)
def test_each_is_read_in_its_own_code_page(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.encoding, decoded.text) == (encoding, text)
