"""Texts of an old .xls that were read as one byte a character though they are two: the file names a
code page beside its Unicode strings, and the reader takes its word.

E x h i b i t o r with zeros between its letters, ñm3W for 深圳. Sure signs are asked for: every
text of more than ASCII letters has an even number of bytes, some hold control characters, which no
sheet does, and read as two bytes a character none does.
"""

from __future__ import annotations

from collections.abc import Iterable

CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r")
FEWEST = 2


def are_misread(texts: Iterable[str]) -> bool:
    """Do the texts of a sheet, read anew, all become what people write."""
    samples = [text for text in texts if text]
    if len(samples) < FEWEST or not any(CONTROLS & set(text) for text in samples):
        return False
    anew = [(text, reread(text)) for text in samples if not text.isascii() or CONTROLS & set(text)]
    return all(again != text and not CONTROLS & set(again) for text, again in anew)


def reread(text: str) -> str:
    """The text as two bytes a character; itself where it cannot be read so."""
    try:
        data = b"".join(_byte(sign) for sign in text)
        return data.decode("utf-16-le")
    except (UnicodeDecodeError, ValueError):
        return text


def _byte(sign: str) -> bytes:
    """The byte a character was made from, by the Western code page or, where that has none, as it
    is. Raises ValueError.
    """
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(sign)])
