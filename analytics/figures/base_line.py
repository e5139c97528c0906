"""The grey line under a figure: how many answers, of when, on which scale, by which method."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analytics.wording import Name, Say

LISTED = 2


def base_line(*parts: str) -> str:
    """n · period · scale · method; what is empty is left out."""
    return " · ".join(part for part in parts if part)


def answers(say: Say, n: float) -> str:
    """n = 1,234 answers."""
    return say("n = {n} answers", n=say.number(n))


def answers_a_row(say: Say, bases: Iterable[float]) -> str:
    """n = 61 to 84 answers a row."""
    ordered = sorted(bases)
    return say(
        "n = {least} to {most} answers a row",
        least=say.number(ordered[0]),
        most=say.number(ordered[-1]),
    )


def answers_of_rows(say: Say, bases: Iterable[float]) -> str:
    """One n where all rows share it, else from the smallest to the largest; 0 without a row."""
    distinct = sorted(set(bases))
    if len(distinct) < 2:
        return answers(say, distinct[0] if distinct else 0)
    return answers_a_row(say, distinct)


def compared(say: Say, edition: Name, before: Name | None) -> str:
    """The edition looked at, and the one it is compared with where there is one."""
    if before is None:
        return edition.worded(say)
    return say(
        "{edition}, compared with {before}", edition=edition.worded(say), before=before.worded(say)
    )


def first_to_last(say: Say, names: Sequence[str]) -> str:
    """The first of these editions to the last; one alone stands by itself."""
    if len(names) == 1:
        return names[0]
    return say("{first} to {last}", first=names[0], last=names[-1])


def editions_pooled(say: Say, names: Sequence[str]) -> str:
    """Editions taken together: by name where they are few, else how many from which to which."""
    if len(names) <= LISTED:
        return say.listed(tuple(names))
    return say(
        "{count} editions, {first} to {last}", count=len(names), first=names[0], last=names[-1]
    )


def with_years(say: Say, editions: str, years: Iterable[int]) -> str:
    """2nd to 9th edition (2004–2018); without brackets where no year is known."""
    known = sorted(years)
    if not known:
        return editions
    span = str(known[0]) if known[0] == known[-1] else f"{known[0]}–{known[-1]}"
    return say("{editions} ({years})", editions=editions, years=span)
