"""Names in both languages, and the turns of phrase that figures of ratings share."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.wording import Say

NAMED = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A content label in Chinese and English; either may be missing."""

    zh: str
    en: str

    def worded(self, say: Say) -> str:
        return say.name(self.zh, self.en)


def sentences(say: Say, *parts: str) -> str:
    """Whole sentences one after the other, spaced as the language does; empty ones are left out."""
    kept = [part for part in parts if part]
    text = kept[0] if kept else ""
    for part in kept[1:]:
        text = say("{sentence} {next}", sentence=text, next=part)
    return text


def interval(say: Say, low: float, high: float, digits: int, is_signed: bool = False) -> str:
    """95 % interval 3.64 to 3.76."""
    write = say.signed if is_signed else say.number
    return say("95 % interval {low} to {high}", low=write(low, digits), high=write(high, digits))


def base_line(say: Say, *parts: str) -> str:
    """The grey line under a figure: base · period · scale · method."""
    return " · ".join(part for part in parts if part)


def answers(say: Say, n: float) -> str:
    return say("n = {n} answers", n=say.number(n))


def some_of(say: Say, names: tuple[Name, ...]) -> str:
    """All names where they are few, else the first ones and how many more there are."""
    words = [name.worded(say) for name in names]
    if len(words) <= NAMED + 1:
        return say.listed(words)
    return say(
        "{names} and {more} more",
        names=", ".join(words[:NAMED]) if say.language == "en" else "、".join(words[:NAMED]),
        more=say.number(len(words) - NAMED),
    )
