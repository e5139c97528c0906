"""Uploaded text made safe to show as a label."""

from __future__ import annotations

import re
import string

from analytics.text_width import TURNS, glued

WORD_JOINER = "\u2060"
BREAKS_A_SIGN = ":@.-<>/"
RANGE = re.compile(r"(?<=\d)–(?=\d)")
WWW = re.compile(r"(w)(ww)", re.IGNORECASE)
SIGNS = {
    ord(sign): f"\\{sign}{WORD_JOINER if sign in BREAKS_A_SIGN else ''}"
    for sign in string.punctuation
}


def md(text: object) -> str:
    """One line of text that Markdown shows letter by letter: no link, picture, emoji, formula or
    numbered list, and none that turns the text around it.

    For labels on screen only: what it adds is invisible, but it is there, so nothing stored or
    exported passes through.
    """
    line = RANGE.sub(f"–{WORD_JOINER}", glued(" ".join(TURNS.sub("", str(text)).split())))
    return WWW.sub(rf"\1{WORD_JOINER}\2", line).translate(SIGNS)
