"""Can the reader's language spell a name that came with a file? Where not, a sentence says which
field it belongs to instead.

Charts and tables show the name as it was given; only sentences are kept in one language.
"""

from __future__ import annotations

import re

from analytics.wording import Say

CHINESE = re.compile(r"[\u3400-\u9fff]")


def is_readable(text: str, say: Say) -> bool:
    """False for Chinese characters in an English sentence; Chinese readers read both."""
    return say.language == "zh" or not CHINESE.search(text)
