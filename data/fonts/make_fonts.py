"""Cuts the two fonts of this folder out of Noto Sans CJK: every character of GBK, Latin, and the
signs figures use.

apt-get download fonts-noto-cjk && dpkg-deb -x fonts-noto-cjk_*.deb noto
pip install fonttools && python make_fonts.py noto/usr/share/fonts/opentype/noto
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

SIMPLIFIED_CHINESE = 2
LATIN = {*range(0x20, 0x180), *range(0x300, 0x370), *range(0x2000, 0x20A0)}
SIGNS = {ord(sign) for sign in "−€¥℃←↑→↓▲▼●✓✗≥≤±×≈≠∞√∑Δρστχαβγδεηκλμν²³"}


def gbk() -> set[int]:
    """The code points GBK can write."""
    pairs = (
        bytes([high, low]).decode("gbk", "ignore")
        for high in range(0x81, 0xFF)
        for low in range(0x40, 0xFF)
    )
    return {ord(character) for character in pairs if len(character) == 1}


def cut(source: Path, weight: str) -> None:
    """Write the subset of one weight beside this script."""
    unicodes = ",".join(f"U+{point:04X}" for point in sorted(gbk() | LATIN | SIGNS))
    subset.main(
        [
            str(source / f"NotoSansCJK-{weight}.ttc"),
            f"--font-number={SIMPLIFIED_CHINESE}",
            f"--unicodes={unicodes}",
            "--layout-features=",
            "--no-hinting",
            "--desubroutinize",
            "--name-IDs=*",
            f"--output-file={Path(__file__).parent / f'NotoSansCJKsc-{weight}-gbk.otf'}",
        ]
    )


if __name__ == "__main__":
    for each in ("Regular", "Bold"):
        cut(Path(sys.argv[1]), each)
