"""Yes and no, as people write them where an edition was held or an answer was handed in."""

from __future__ import annotations

from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import word_keys

YES = word_keys("yes_no", "yes")
NO = word_keys("yes_no", "no")


def parse_yes_no(text: str) -> bool | Refused:
    """True for yes, False for no; anything else is refused."""
    key = name_key(text)
    if key in YES:
        return True
    return False if key in NO else Refused("not_yes_or_no")
