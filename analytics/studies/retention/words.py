"""Turns of phrase that the figures of this study share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analytics.figures.base_line import base_line
from analytics.wording import Name

if TYPE_CHECKING:
    import pandas as pd

    from analytics.studies.retention.method import Retention
    from analytics.wording import Say


def edition_name(row: dict[Any, Any], say: Say) -> str:
    return Name(str(row["name_zh"]), str(row["name_en"])).worded(say)


def gap(row: dict[Any, Any], say: Say) -> str:
    """Why nothing stands above an edition."""
    if row["is_on_file"]:
        return say("too few")
    return say("no register") if row["is_held"] else say("not held")


def edition_label(row: dict[Any, Any], say: Say) -> str:
    """The name, with the reason where nothing stands above it."""
    name = edition_name(row, say)
    return name if row["is_on_file"] else say("{edition} ({why})", edition=name, why=gap(row, say))


def names_of(table: pd.DataFrame, say: Say) -> list[str]:
    return [edition_name(row, say) for row in table.to_dict("records")]


def base(answer: Retention, say: Say, *parts: str) -> str:
    names = names_of(answer.on_file, say)
    period = say("{first} to {last}", first=names[0], last=names[-1])
    years = answer.on_file["year"].dropna().astype(int)
    if len(years):
        period = say("{editions} ({years})", editions=period, years=f"{years.min()}–{years.max()}")
    exhibitors = say("n = {n} exhibitors on the registers", n=say.number(answer.exhibitors))
    return base_line(exhibitors, period, *parts)


def notes(answer: Retention, say: Say) -> tuple[str, ...]:
    """What is missing from every figure of the study."""
    told = []
    unfiled = answer.by_edition[answer.by_edition["is_held"] & ~answer.by_edition["is_on_file"]]
    if len(unfiled):
        names = say.listed(names_of(unfiled, say))
        told.append(
            say(
                "Held, but no register on file, so passed over as if not held: {names}.",
                names=names,
            )
        )
    if answer.has_profile:
        told.append(say("Filters on survey answers do not narrow the register."))
    return tuple(told)
