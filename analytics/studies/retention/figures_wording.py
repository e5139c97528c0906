"""Names of editions, base line and notes, which every figure of this study shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analytics.figures.base_line import base_line, first_to_last
from analytics.figures.sentences import notes
from analytics.wording import Name

if TYPE_CHECKING:
    import pandas as pd

    from analytics.studies.retention.compute import Retention
    from analytics.wording import Say

Edition = dict[Any, Any]
"""One row of `Retention.by_edition`."""


def edition_name(edition: Edition, say: Say) -> str:
    return Name(str(edition["name_zh"]), str(edition["name_en"])).worded(say)


def gap_reason(edition: Edition, say: Say) -> str:
    """Why nothing stands above an edition."""
    if edition["is_on_file"]:
        return say("too few")
    return say("no register") if edition["is_held"] else say("not held")


def edition_label(edition: Edition, say: Say) -> str:
    """The name, with the reason where nothing stands above it."""
    name = edition_name(edition, say)
    if edition["is_on_file"]:
        return name
    return say("{edition} ({why})", edition=name, why=gap_reason(edition, say))


def names_of(editions: pd.DataFrame, say: Say) -> list[str]:
    return [edition_name(edition, say) for edition in editions.to_dict("records")]


def base(answer: Retention, say: Say, *parts: str) -> str:
    """Exhibitors on the registers · first to last edition with years · what else is given."""
    period = first_to_last(say, names_of(answer.on_file, say))
    years = answer.on_file["year"].dropna().astype(int)
    if len(years):
        period = say("{editions} ({years})", editions=period, years=f"{years.min()}–{years.max()}")
    exhibitors = say("n = {n} exhibitors on the registers", n=say.number(answer.exhibitors))
    return base_line(exhibitors, period, *parts)


def missing(answer: Retention, say: Say) -> tuple[str, ...]:
    """What is missing from every figure of the study, as notes."""
    unfiled = answer.by_edition[answer.by_edition["is_held"] & ~answer.by_edition["is_on_file"]]
    passed_over = say(
        "Held, but no register on file, so passed over as if not held: {names}.",
        names=say.listed(names_of(unfiled, say)),
    )
    not_narrowed = say("Filters on survey answers do not narrow the register.")
    return notes(passed_over if len(unfiled) else "", not_narrowed if answer.has_profile else "")
