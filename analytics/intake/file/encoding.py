"""Bytes -> text, strictly: a byte that does not fit the encoding refuses the file instead of
becoming a question mark.

A byte order mark decides; else UTF-16 by where its zero bytes stand; else UTF-8 if it fits; else
GB18030, Big5, the Japanese or a Western code page, whichever yields characters that people write.
GB18030 accepts nearly anything, so fitting alone proves nothing: Korean and Japanese fit it too
(`korean_japanese`).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from analytics.errors import Unreadable
from analytics.intake.file.korean_japanese import likelier_than_chinese
from analytics.intake.file.mojibake import is_mending, mended, refuse_garbled

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 40_000
EVERYDAY = 0.85


@dataclass(frozen=True)
class Decoded:
    text: str
    encoding: str


def decode(data: bytes, choice: str = "") -> Decoded:
    """The text of a file, and how it was written. `choice` overrules the guess, or is the way to
    mend garbled text.

    Raises Unreadable: 'empty', 'unknown_encoding', 'invalid_bytes' (with line), 'garbled',
    'mendable'.
    """
    if is_mending(choice):
        return Decoded(mended(_decoded(data, "").text, choice), choice)
    decoded = _decoded(data, choice)
    refuse_garbled(decoded.text)
    return decoded


def _decoded(data: bytes, choice: str) -> Decoded:
    if not data.strip(b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise Unreadable("empty")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], encoding), encoding)
    encoding = choice or sixteen_bits(data) or _eight_bits(data)
    return Decoded(_strictly(data, encoding), encoding)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("invalid_bytes", {"encoding": encoding, "line": str(line)}) from error
    except LookupError as error:
        raise Unreadable("unknown_encoding") from error


def sixteen_bits(data: bytes) -> str:
    """UTF-16 without its mark: what is ASCII leaves zeros in every other byte. '' for none."""
    head = data[:SAMPLE]
    if len(data) % 2 or head.count(0) < len(head) * 0.05:
        return ""
    little = head[1::2].count(0) > head[0::2].count(0)
    encoding = "utf-16-le" if little else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    sample = text[:2000]
    plausible = sum(1 for sign in sample if sign.isprintable() or sign in "\r\n\t")
    return encoding if plausible > len(sample) * 0.97 else ""


def _eight_bits(data: bytes) -> str:
    if _fits(data, "utf-8"):
        return "utf-8"
    if _is_damaged_utf8(data):
        _strictly(data, "utf-8")
    shares = {
        name: _everyday_share(data, name, usual)
        for name, usual in USUAL.items()
        if _fits(data, name)
    }
    best = max(shares, key=lambda name: shares[name], default="")
    if best and shares[best] >= EVERYDAY:
        rivals = likelier_than_chinese(data.decode(best)[:SAMPLE]) if best == "gb18030" else ()
        return next((rival for rival in rivals if _fits(data, rival)), best)
    _refuse_damaged(data)
    return _second_opinion(data, shares)


def _refuse_damaged(data: bytes) -> None:
    """Chinese but for a few bytes, or in two encodings one after the other: say where it breaks."""
    lines = data.splitlines()
    kinds = [_fitting(line) for line in lines]
    if kinds.count("utf-8") > 1 and kinds.count("gb18030") > 1 and "" not in kinds:
        first = next(kind for kind in kinds if kind != "ascii")
        other = next(number for number, kind in enumerate(kinds, 1) if kind not in ("ascii", first))
        raise Unreadable("two_encodings", {"line": str(other)})
    for encoding in ("gb18030", "big5"):
        share = _everyday_share(data, encoding, USUAL[encoding])
        if share >= EVERYDAY and not _fits(data, encoding):
            _strictly(data, encoding)


def _fitting(line: bytes) -> str:
    if line.isascii():
        return "ascii"
    return next((encoding for encoding in ("utf-8", "gb18030") if _fits(line, encoding)), "")


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    """Nearly all UTF-8 with a few bytes broken: naming the line helps more than another guess."""
    sample = data[:SAMPLE]
    high = sum(1 for byte in sample if byte > 127)
    decoded = (sign for sign in sample.decode("utf-8", "ignore") if not sign.isascii())
    return high > 20 and sum(len(sign.encode()) for sign in decoded) > high * 0.9


def _is_everyday_gb(pair: bytes) -> bool:
    """Punctuation and full-width signs, or the 3,755 characters of GB 2312's first level."""
    return (
        len(pair) == 2 and (0xA1 <= pair[0] <= 0xA9 or 0xB0 <= pair[0] <= 0xD7) and pair[1] >= 0xA1
    )


def _is_everyday_big5(pair: bytes) -> bool:
    """Punctuation, or Big5's 5,401 frequent characters."""
    return len(pair) == 2 and 0xA1 <= pair[0] <= 0xC6


def _is_everyday_japanese(code: bytes) -> bool:
    """Punctuation, full-width signs and kana, or the kanji of the first level, as Windows writes
    them. Chinese read so is half-width katakana, one byte each.
    """
    return len(code) == 2 and (0x81 <= code[0] <= 0x83 or 0x88 <= code[0] <= 0x98)


def _is_everyday_western(byte: bytes) -> bool:
    """Accented letters and typographic signs of Western European text."""
    return (
        byte[0] >= 0xC0
        and byte[0] not in (0xD7, 0xF7)
        or byte in b"\x80\x85\x91\x92\x93\x94\x96\x97\xa0\xa3\xa7\xab\xb0\xb2\xb4\xbb"
    )


USUAL: dict[str, Callable[[bytes], bool]] = {
    "gb18030": _is_everyday_gb,
    "big5": _is_everyday_big5,
    "cp932": _is_everyday_japanese,
    "cp1252": _is_everyday_western,
}


def _everyday_share(data: bytes, encoding: str, is_usual: Callable[[bytes], bool]) -> float:
    """Of the characters beyond ASCII, the share that everyday text of this encoding consists of.

    In a Western code page such characters stand alone among letters; a run of them is Chinese read
    wrongly.
    """
    text = data.decode(encoding, "ignore")[:SAMPLE]
    codes = [sign.encode(encoding) for sign in text if not sign.isascii()]
    # four bytes are rare by design, and no accident
    beyond = [code for code in codes if len(code) < 4]
    if not beyond:
        return 1.0 if codes else 0.0
    usual = sum(is_usual(code) for code in beyond) / len(beyond)
    if encoding == "cp1252":
        in_runs = sum(map(len, re.findall(r"[^\x00-\x7f]{3,}", text)))
        return usual if in_runs * 4 < len(beyond) else 0.0
    hanzi_pairs = sum(code[-1] < 0x80 for code in beyond) / len(beyond)
    return usual - (hanzi_pairs if encoding == "gb18030" else 0)


def _second_opinion(data: bytes, shares: dict[str, float]) -> str:
    """The only encoding that is at least half plausible; charset-normalizer breaks a tie."""
    from charset_normalizer import from_bytes

    likely = [name for name, share in shares.items() if share > 0.5]
    if len(likely) == 1:
        return likely[0]
    best = from_bytes(data[:SAMPLE], cp_isolation=likely).best() if likely else None
    if best is None or best.encoding not in likely:
        raise Unreadable("unknown_encoding")
    return best.encoding
