"""How wide text runs and where it breaks; a Chinese character is two units wide, others one."""

from __future__ import annotations

import re
import unicodedata

NEVER_FIRST = frozenset("，。、；：！？）》」』】”’…,.;:!?)]}%·")
BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Inside a character class: signs that turn the direction of the text around them."""
TURNS = re.compile(rf"[{BIDI}]+")
OPENING = "[（《“‘「『【]"
LATIN = r"[^ \u1100-\u11ff\u2e80-\uffef\U0001f000-\U0003ffff]+"
WORDS = re.compile(rf"{OPENING}*(?:{LATIN}|[^ ]) ?|{OPENING}+")
# "r = 0.31", "p < 0.001", "USD 4.1M", "× 2.3", "95%": a line never ends inside.
TOGETHER = re.compile(
    r"(?<=\b[A-Za-z]) (?=[=<>] )|(?<=\b[A-Za-z][ \u00a0][=<>]) (?=[−+\d])"
    r"|(?<=\b[A-Z]{3}) (?=[−\d])|(?<=[×±]) (?=\d)|(?<=\d) (?=%)"
)


def clean(text: object) -> str:
    """One line of text: no control characters, nothing that turns its direction, single white
    space, a dash for nothing.
    """
    if text is None or text != text:
        return "–"
    shown = "".join(
        " " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter
        for letter in TURNS.sub("", str(text))
    )
    return " ".join(shown.split()) or "–"


def glued(text: str) -> str:
    """The text with spaces that do not break between what is read in one."""
    return TOGETHER.sub("\N{NO-BREAK SPACE}", text)


def units(text: str) -> int:
    """The width of a text in half-width units."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def shortened(text: str, most: int) -> str:
    """The text, or as much of it as fits `most` units with an ellipsis."""
    if units(text) <= most:
        return text
    letters, width = [], 1
    for letter in text:
        width += units(letter)
        if width > most:
            break
        letters.append(letter)
    return "".join(letters).rstrip() + "…"


def wrapped(text: str, width: int, lines: int = 2) -> list[str]:
    """The text in at most `lines` lines of about equal length, none wider than `width` units."""
    text = shortened(clean(text), width * lines - lines)
    narrowest = max(1, -(-units(text) // lines))
    for limit in range(min(width, narrowest), width + 1):
        broken = _broken(text, limit)
        if len(broken) <= max(1, min(lines, -(-units(text) // width))):
            return broken
    broken = _broken(text, width)
    if len(broken) <= lines:
        return broken
    return [*broken[: lines - 1], shortened(_joined(broken[lines - 1 :]), width)]


def _joined(lines: list[str]) -> str:
    """Broken lines as one again: a space between Latin words, none between Chinese characters."""
    text = ""
    for line in lines:
        text += (" " if text and units(text[-1]) == 1 and units(line[:1]) == 1 else "") + line
    return text


def filled(text: str, width: int) -> list[str]:
    """The text in lines filled up to `width` units, as many as it takes."""
    return _broken(clean(text), width)


def _broken(text: str, width: int) -> list[str]:
    lines = [""]
    for piece in (piece for word in WORDS.findall(glued(text)) for piece in _pieces(word, width)):
        has_room = units((lines[-1] + piece).rstrip()) <= width
        if has_room or not lines[-1] or piece[0] in NEVER_FIRST:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.rstrip().replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def _pieces(word: str, width: int) -> list[str]:
    """A word longer than a line, in parts that fit one."""
    if units(word) <= width:
        return [word]
    return [word[at : at + width] for at in range(0, len(word), width)]
