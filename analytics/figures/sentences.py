"""The grammar of findings: sentences in a row, how sure they are, and lists of names.

A finding says what the data bear out and how sure that is (`interval`, `share_interval`), by name
where names are few (`some_of`). Each is one whole sentence for `say`; nothing is glued together
from words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from analytics.wording import Name, Say

    class Ends(Protocol):
        """Anything with the two ends of an interval."""

        @property
        def low(self) -> float: ...

        @property
        def high(self) -> float: ...


NAMED = 3


def sentences(say: Say, *parts: str) -> str:
    """Whole sentences one after the other, spaced as the language does; empty ones are left out."""
    spoken = [part for part in parts if part]
    text = spoken[0] if spoken else ""
    for part in spoken[1:]:
        text = say("{sentence} {next}", sentence=text, next=part)
    return text


def notes(*parts: str) -> tuple[str, ...]:
    """The notes under a figure, in order; empty ones are left out."""
    return tuple(part for part in parts if part)


def interval(say: Say, low: float, high: float, digits: int, is_signed: bool = False) -> str:
    """95% interval 3.64 to 3.76."""
    if low != low:
        return say("no interval")
    write = say.signed if is_signed else say.number
    return say("95% interval {low} to {high}", low=write(low, digits), high=write(high, digits))


def share_interval(say: Say, share: Ends, digits: int = 1) -> str:
    """95% interval 61.2% to 64.0%; none where all who are spoken of answered."""
    if share.low != share.low:
        return say("no interval")
    low, high = say.percent(share.low, digits), say.percent(share.high, digits)
    return say("95% interval {low} to {high}", low=low, high=high)


def interval_values(say: Say, share: Ends) -> dict[str, str]:
    """`low` and `high` of a share, for a sentence that names both itself."""
    return {"low": say.percent(share.low), "high": say.percent(share.high)}


def some_of(say: Say, names: Sequence[Name]) -> str:
    """All names where they are few, else the first ones and how many more there are."""
    words = [name.worded(say) for name in names]
    if len(words) <= NAMED + 1:
        return say.listed(words)
    comma = ", " if say.language == "en" else "、"
    return say(
        "{names} and {more} more",
        names=comma.join(words[:NAMED]),
        more=say.number(len(words) - NAMED),
    )
