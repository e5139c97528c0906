"""Korean and Japanese files, whose bytes GB18030 reads without a complaint as Chinese that nobody
wrote.

GB 2312 orders its 3,755 frequent characters by pinyin over the rows B0-D7, and Chinese text uses
all of them. Korean syllables (KS X 1001) fill B0-C8 alone; Japanese kanji of the first level (JIS X
0208) end at CF; kana stand in rows A4 and A5 of both.
"""

from __future__ import annotations

KOREAN, JAPANESE = "cp949", "euc_jp"
LAST_ROW = {KOREAN: 0xC8, JAPANESE: 0xCF}
# different characters; of uniformly drawn Chinese, less than 1 file in 800 would pass
FEWEST = {KOREAN: 20, JAPANESE: 30}
STRAY = 0.03
KANA_ROWS, KANA_SHARE, FEWEST_KANA = (0xA4, 0xA5), 0.1, 5
FIRST_HANZI_ROW, LAST_HANZI_ROW = 0xB0, 0xF7


def likelier_than_chinese(text: str) -> tuple[str, ...]:
    """The encodings, of 'cp949' and 'euc_jp', of which bytes that GB18030 reads as `text` are far
    likelier; most likely first.
    """
    codes = [sign.encode("gb18030") for sign in text if not sign.isascii()]
    pairs = [code for code in codes if len(code) == 2]
    hanzi = {code for code in pairs if FIRST_HANZI_ROW <= code[0] <= LAST_HANZI_ROW}
    if _has_kana(pairs):
        candidates = [JAPANESE]
    else:
        candidates = [encoding for encoding in (KOREAN, JAPANESE) if len(hanzi) >= FEWEST[encoding]]
    return tuple(encoding for encoding in candidates if _are_within(hanzi, LAST_ROW[encoding]))


def _has_kana(pairs: list[bytes]) -> bool:
    """Are many of the characters Japanese syllables, and several different ones."""
    kana = [code for code in pairs if code[0] in KANA_ROWS]
    return len(set(kana)) >= FEWEST_KANA and len(kana) >= len(pairs) * KANA_SHARE


def _are_within(hanzi: set[bytes], last_row: int) -> bool:
    """Do hardly any characters stand beyond the last row that a language uses."""
    return sum(code[0] > last_row for code in hanzi) <= len(hanzi) * STRAY
