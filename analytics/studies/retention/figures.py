"""Who comes back? The shares first, then what they are made of."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Stacked, columns
from analytics.figures.claims import with_claims
from analytics.studies.retention import FLOWS
from analytics.studies.retention.figures_claims import claims
from analytics.studies.retention.figures_cohorts import cohort_grid
from analytics.studies.retention.figures_shares import overview, respondents
from analytics.studies.retention.figures_survival import survival, times
from analytics.studies.retention.figures_wording import base, edition_label, edition_name, missing

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.retention.compute import Retention
    from analytics.studies.retention.figures_wording import Edition
    from analytics.wording import Say


def figures(answer: Retention, say: Say) -> tuple[Figure, ...]:
    always = (overview(answer, say), flows(answer, say), cohort_grid(answer, say))
    where_possible = (survival(answer, say), times(answer, say), respondents(answer, say))
    shown = (*always, *(figure for figure in where_possible if figure))
    return with_claims(shown, claims(answer, say))


def flows(answer: Retention, say: Say) -> Figure:
    """What each edition is made of, and below the line who of the edition before stayed away."""
    parts = {
        "returning": say("Returning"),
        "reactivated": say("Reactivated"),
        "new": say("New"),
        "unknown": say("First edition on file: new or not is unknown"),
        "lapsed": say("Lapsed"),
    }
    below = say("Below the line: those of the edition before who stayed away.")
    first = str(answer.on_file.iloc[0]["edition_id"])
    editions = enumerate(
        _known_of(edition, is_first=edition["edition_id"] == first)
        for edition in answer.by_edition.to_dict("records")
    )
    return Figure(
        "flows",
        _flow_finding(answer, say),
        base(answer, say),
        Stacked("count", say("Exhibitors"), tuple(parts.values())),
        pd.DataFrame(
            [row for rank, edition in editions for row in _flow_rows(edition, rank, parts, say)]
        ),
        (
            columns.edition(say, "x"),
            Column("series", say("Exhibitors")),
            Column("value", say("Number"), "count"),
            Column("n", say("Exhibitors at this edition"), "count"),
        ),
        FLOWS,
        notes=(below, *missing(answer, say)),
    )


def _known_of(edition: Edition, *, is_first: bool) -> Edition:
    """At the first edition on file nobody is new: who came before was never written down."""
    new, unknown = edition.get("new", nan), edition.get("new", nan) * 0
    return edition | ({"new": unknown, "unknown": new} if is_first else {"unknown": unknown})


def _flow_finding(answer: Retention, say: Say) -> str:
    before, last = answer.on_file.to_dict("records")[-2:]
    counts = {
        part: say.number(last[part]) for part in ("returning", "reactivated", "new", "lapsed")
    }
    return say(
        "{n} exhibitors at {last}: {returning} returning, {reactivated} reactivated, {new} new;"
        " {lapsed} of the {previous} at {before} stayed away.",
        last=edition_name(last, say),
        before=edition_name(before, say),
        n=say.number(last["exhibitors"]),
        previous=say.number(last["previous"]),
        **counts,
    )


def _flow_rows(edition: Edition, rank: int, parts: dict[str, str], say: Say) -> list[Row]:
    counts = {part: edition.get(part, nan) for part in parts}
    counts["lapsed"] = 0 - counts["lapsed"]  # not −0 where nobody stayed away
    return [
        {
            "key": edition["edition_id"],
            "x_rank": rank,
            "x": edition_label(edition, say),
            "series": name,
            "value": counts[part],
            "n": edition.get("exhibitors", nan),
            "is_gap": not edition["is_on_file"],
        }
        for part, name in parts.items()
    ]
