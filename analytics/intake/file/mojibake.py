"""Text that was read in a wrong encoding once and saved so: no longer what anybody wrote.

Where every character still tells which byte it was, the damage can be undone; whether it is, a
person says.
"""

from __future__ import annotations

import re

from analytics.errors import Unreadable

SAMPLE = 40_000
FOREIGN = re.compile("[^\x00-\x7f\ufffd]{3,}")
PAIRS = re.compile(
    "[\u00c0-\u00ff][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2022\u20ac\u2122]"
)
LOST = re.compile("\ufffd|锟斤拷")
EVERYDAY = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]+")
READ_AS = (("gb18030", "utf-8"), ("latin-1", "gb18030"), ("cp1252", "gb18030"), ("latin-1", "big5"))
FEWEST = 3
WAYS = ("latin-1>utf-8", "latin-1>gb18030", "gb18030>utf-8", "latin-1>big5")
TYPOGRAPHIC = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(128, 160)
    if byte not in b"\x81\x8d\x8f\x90\x9d"
}
PLAUSIBLE = 0.85
SHOWN, LINES_SHOWN = 120, 3


def is_mending(encoding: str) -> bool:
    """Is this no encoding but a way to mend: 'the wrong reading>the right one'."""
    return encoding in WAYS


def refuse_garbled(text: str) -> None:
    """Raises Unreadable 'mendable' (with the way, and how the text then begins) or 'garbled'."""
    if not is_garbled(text):
        return
    for way in WAYS:
        if (whole := _mended_whole(text, way)) is not None:
            lines = [line[:SHOWN] for line in whole.splitlines() if line.strip()]
            raise Unreadable("mendable", {"way": way, "reads": "\n".join(lines[:LINES_SHOWN])})
    raise Unreadable("garbled")


def mended(text: str, way: str) -> str:
    """The text with its wrong reading undone. Raises Unreadable 'garbled' where that fails."""
    wrong, _, right = way.partition(">")
    signs = text.translate(TYPOGRAPHIC) if wrong == "latin-1" else text
    try:
        return signs.encode(wrong).decode(right).lstrip("\ufeff")
    except UnicodeError as error:
        raise Unreadable("garbled") from error


def _mended_whole(text: str, way: str) -> str | None:
    """The mended text where it is one that people write; None where it is not."""
    try:
        whole = mended(text, way)
    except Unreadable:
        return None
    if is_garbled(whole):
        return None
    beyond = _beyond_ascii(whole)
    everyday = sum(map(len, EVERYDAY.findall(whole)))
    return whole if way.endswith("utf-8") or everyday > PLAUSIBLE * beyond else None


def is_garbled(text: str) -> bool:
    """Is much of a text what another encoding's bytes look like, or lost altogether."""
    sample = text[:SAMPLE]
    beyond = _beyond_ascii(sample)
    pairs, lost = len(PAIRS.findall(sample)), len(LOST.findall(sample))
    if (pairs > 5 and pairs * 4 > beyond) or (lost > 5 and lost * 10 > beyond):
        return True
    runs = FOREIGN.findall(sample)
    return any(_turns_back(runs, wrong, right) for wrong, right in READ_AS)


def _beyond_ascii(text: str) -> int:
    return sum(not sign.isascii() for sign in text)


def _turns_back(runs: list[str], wrong: str, right: str) -> bool:
    """Does a third of the runs turn into plain Chinese? Of real text, hardly any does."""
    undone = sum(bool(EVERYDAY.fullmatch(_undone(run, wrong, right))) for run in runs)
    return undone >= FEWEST and undone * 3 >= len(runs)


def _undone(run: str, wrong: str, right: str) -> str:
    """An odd byte at the end may have been lost with the character that followed."""
    try:
        data = run.encode(wrong)
    except UnicodeEncodeError:
        return ""
    for cut in (0, 1, 2):
        try:
            return data[: len(data) - cut].decode(right)
        except UnicodeDecodeError:
            continue
    return ""
