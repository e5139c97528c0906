"""Can the reader's language spell a name that came with a file, and does it say anything? Where not
(the bare code 2 of a file without its code book), a sentence says which field it belongs to.

Charts and tables show the name as it was given (a bare code with its field); only sentences are
kept in one language.
"""

from __future__ import annotations

import re

from analytics.figures.claims import SENTENCE_ENDS, shortened
from analytics.wording import Say

CHINESE = re.compile(r"[\u3400-\u9fff]")
BARE_CODE = re.compile(r"\s*-?\d{1,3}(?:\.0+)?\s*")
LONGEST_FIELD = {"en": 5, "zh": 10}
"""Words, or Chinese characters, of a question in front of a code."""


def is_bare_code(text: str) -> bool:
    """A number that stands for an answer whose words nobody gave: 2, 02, 2.0."""
    return bool(BARE_CODE.fullmatch(text))


def labelled(field: str, value: str, say: Say) -> str:
    """A value as a label: as it was given, a bare code behind the name of its field."""
    if not is_bare_code(value):
        return value
    short = shortened(field.rstrip(SENTENCE_ENDS), LONGEST_FIELD[say.language], say.language)
    return say("{field}: {group}", field=short, group=value.strip())


def is_readable(text: str, say: Say) -> bool:
    """False for Chinese characters in an English sentence (Chinese readers read both), and for a
    bare code.
    """
    if is_bare_code(text):
        return False
    return say.language == "zh" or not CHINESE.search(text)
