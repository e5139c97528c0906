"""Korean and Japanese files, whose bytes GB18030 reads without a complaint as Chinese that nobody
wrote.

GB 2312 orders its 3,755 frequent characters by pinyin over the rows B0-D7, and Chinese text uses
all of them. Korean syllables (KS X 1001) fill B0-C8 alone; Japanese kanji of the first level (JIS X
0208) end at CF; kana stand in rows A4 and A5 of both.
"""

from __future__ import annotations

KOREAN, JAPANESE = "cp949", "euc_jp"
LAST_ROW = {KOREAN: 0xC8, JAPANESE: 0xCF}
FEWEST = {
    KOREAN: 20,
    JAPANESE: 30,
}  # different characters; of uniformly drawn Chinese, less than 1 file in 800 would pass
STRAY = 0.03
KANA_ROWS, KANA_SHARE, FEWEST_KANA = (0xA4, 0xA5), 0.1, 5
FIRST_HANZI_ROW, LAST_HANZI_ROW = 0xB0, 0xF7


def likelier_than_chinese(text: str) -> tuple[str, ...]:
    """The encodings, of 'cp949' and 'euc_jp', of which bytes that GB18030 reads as `text` are far
    likelier; most likely first.
    """
    pairs = [code for one in text if ord(one) > 127 and len(code := one.encode("gb18030")) == 2]
    hanzi = {code for code in pairs if FIRST_HANZI_ROW <= code[0] <= LAST_HANZI_ROW}
    kana = {code for code in pairs if code[0] in KANA_ROWS}
    is_kana_text = (
        len(kana) >= FEWEST_KANA and sum(code in kana for code in pairs) >= len(pairs) * KANA_SHARE
    )
    beyond = {encoding: sum(code[0] > row for code in hanzi) for encoding, row in LAST_ROW.items()}
    return tuple(
        encoding
        for encoding in ((JAPANESE,) if is_kana_text else (KOREAN, JAPANESE))
        if (is_kana_text or len(hanzi) >= FEWEST[encoding])
        and beyond[encoding] <= len(hanzi) * STRAY
    )
