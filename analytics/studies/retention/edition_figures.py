"""Edition by edition: the shares, the flows, and whether respondents stand for the register."""

from __future__ import annotations

from dataclasses import replace
from math import nan
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.figures import Column, Figure, Headline, Lines, Stacked
from analytics.figures.families import family
from analytics.figures.small_bases import is_pale, not_shown
from analytics.studies.retention import edition_findings as findings
from analytics.studies.retention.methods import FLOWS, RESPONDENTS, SHARES
from analytics.studies.retention.words import base, edition_label, edition_name, gap, notes

if TYPE_CHECKING:
    from analytics.studies.retention.method import Retention
    from analytics.wording import Say

Measure = tuple[str, str, str]
"""Column of the share, column of its base, worded name."""


def overview(answer: Retention, say: Say) -> Figure:
    """The three measures, each under its own name."""
    last = findings.last(answer)
    share, label = say.percent(last["repeat_share"], 0), say("of exhibitors had been before")
    figure = _lines(
        "overview",
        findings.overview(answer, say),
        _worded(say),
        answer,
        say,
        headline=Headline(share, label) if last["exhibitors"] >= answer.least else None,
    )
    bases = say(
        "Retention is a share of the exhibitors of the edition before, the other two of those of"
        " the edition itself."
    )
    tested = (
        family(say("Retention against the time before"), [answer.change.p]) if answer.change else ()
    )
    return replace(figure, notes=(*figure.notes, bases), families=tested)


def flows(answer: Retention, say: Say) -> Figure:
    parts = {
        "returning": say("Returning"),
        "reactivated": say("Reactivated"),
        "new": say("New"),
        "lapsed": say("Lapsed"),
    }
    columns = (
        Column("x", say("Edition")),
        Column("series", say("Exhibitors")),
        Column("value", say("Number"), "count"),
        Column("n", say("Exhibitors at this edition"), "count"),
    )
    return Figure(
        "flows",
        findings.flows(answer, say),
        base(answer, say),
        Stacked("count", say("Exhibitors"), tuple(parts.values())),
        _flow_table(answer, parts, say),
        columns,
        FLOWS,
        notes=(
            say("Below the line: those of the edition before who stayed away."),
            *notes(answer, say),
        ),
    )


def respondents(answer: Retention, say: Say) -> Figure | None:
    """None where no answer leads to the register of a second edition."""
    if not findings.answered(answer):
        return None
    pair = (
        ("repeat_share", "exhibitors", say("Register")),
        ("respondents_repeat_share", "respondents", say("Respondents")),
    )
    text, is_biased = findings.respondents(answer, say)
    figure = _lines("respondents", text, pair, answer, say, is_established=is_biased)
    counted = findings.last_answered(answer)["respondents"]
    line = base(
        answer, say, say("{n} exhibitors answered at the last edition asked", n=say.number(counted))
    )
    return replace(
        figure,
        base=line,
        method=RESPONDENTS,
        notes=(findings.over_time(answer, say), *figure.notes),
        families=family(
            say("Respondents against the register, edition by edition"), findings.leaning_p(answer)
        ),
    )


def _worded(say: Say) -> tuple[Measure, ...]:
    return (
        ("retention", "previous", say("Retention rate")),
        ("repeat_share", "exhibitors", say("Repeat share")),
        ("all_editions_share", "exhibitors", say("All-editions share")),
    )


def _lines(
    key: str,
    finding: str,
    told: tuple[Measure, ...],
    answer: Retention,
    say: Say,
    headline: Headline | None = None,
    is_established: bool = True,
) -> Figure:
    rows = [
        _line_row(row, rank, one, answer.least, say)
        for one in told
        for rank, row in enumerate(answer.by_edition.to_dict("records"))
    ]
    table = pd.DataFrame(rows)
    hidden = list(dict.fromkeys(table.loc[table["is_hidden"], "x"]))
    return Figure(
        key,
        finding,
        base(answer, say),
        Lines("share", say("Share of exhibitors"), tuple(name for *_, name in told), domain=(0, 1)),
        table,
        _line_columns(say),
        SHARES,
        headline,
        (*not_shown(say, answer.least, hidden), *notes(answer, say)),
        is_established=is_established,
    )


def _line_row(
    row: dict[Any, Any], rank: int, measure: Measure, least: int, say: Say
) -> dict[str, Any]:
    share, counted, series = measure
    n = row.get(counted, nan)
    is_hidden = bool(0 < n < least)
    ends = {"value": share, "low": f"{share}_low", "high": f"{share}_high"}
    return {name: nan if is_hidden else row.get(column, nan) for name, column in ends.items()} | {
        "key": row["edition_id"],
        "x_rank": rank,
        "x": edition_name(row, say),
        "series": series,
        "n": nan if is_hidden else n,
        "is_hidden": is_hidden,
        "is_gap": is_hidden or not row["is_on_file"],
        "gap": gap(row, say),
        "is_faint": is_pale(n),
    }


def _line_columns(say: Say) -> tuple[Column, ...]:
    return (
        Column("x", say("Edition")),
        Column("series", say("Measure")),
        Column("value", say("Share"), "share", 1),
        Column("low", say("Interval from"), "share", 1),
        Column("high", say("Interval to"), "share", 1),
        Column("n", say("Base"), "count"),
    )


def _flow_table(answer: Retention, parts: dict[str, str], say: Say) -> pd.DataFrame:
    rows = []
    for rank, row in enumerate(answer.by_edition.to_dict("records")):
        for part, name in parts.items():
            count = row.get(part, nan)
            rows.append(
                {
                    "key": row["edition_id"],
                    "x_rank": rank,
                    "x": edition_label(row, say),
                    "series": name,
                    "value": -count if part == "lapsed" and count else count,
                    "n": row.get("exhibitors", nan),
                    "is_gap": not row["is_on_file"],
                }
            )
    return pd.DataFrame(rows)
