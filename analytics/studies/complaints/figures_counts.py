"""How many complaints there are: by edition, by age, for every hundred stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, Lines, Stacked
from analytics.figures.base_line import base_line, first_to_last
from analytics.figures.claims import claim
from analytics.figures.sentences import notes, sentences
from analytics.studies.complaints import COUNTED, RATE
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.complaints.compute import Complaints, Edition
    from analytics.wording import Say

STATES = {
    "satisfied": phrase("Closed, satisfied"),
    "unsatisfied": phrase("Closed, not satisfied"),
    "unknown": phrase("Closed, not known how"),
    "open": phrase("Open"),
}
AGES = (
    (7, phrase("up to a week")),
    (30, phrase("8 to 30 days")),
    (90, phrase("31 to 90 days")),
    (None, phrase("more than 90 days")),
)


def base(answer: Complaints, say: Say, *parts: str) -> str:
    """How many complaints, of which editions, counted on which day."""
    names = [edition.name.worded(say) for edition in answer.with_cases]
    return base_line(
        say("n = {n} complaints", n=say.number(len(answer.cases))),
        first_to_last(say, names),
        say("counted on {day}", day=say.day(answer.today)),
        *parts,
    )


def by_edition(answer: Complaints, say: Say) -> Figure:
    """Open and closed, edition by edition."""
    cases = answer.cases
    values = {"open": say.number(answer.open), "all": say.number(len(cases))}
    reopened = int((cases["reopened"] > 0).sum())
    return Figure(
        "overview",
        sentences(
            say,
            say("{open} of {all} complaints are open.", **values),
            say("Overdue: {n}.", n=say.number(answer.overdue)) if answer.overdue else "",
            say("Reopened at least once: {n}.", n=say.number(reopened)) if reopened else "",
        ),
        base(answer, say),
        Stacked(
            "count",
            say("Complaints"),
            tuple(map(say, STATES.values())),
            roles=("now", "other", "before", "act"),
        ),
        _states(answer, say),
        (
            Column("x", say("Edition")),
            Column("series", say("State")),
            Column("value", say("Complaints"), "count"),
        ),
        COUNTED,
        Headline(values["open"], say("complaints are open")),
        notes=_notes(answer, say),
        claim=claim(
            say, "level", "confirmed", phrase("{open} of {all} complaints are open."), **values
        ),
    )


def _states(answer: Complaints, say: Say) -> pd.DataFrame:
    cases = answer.cases
    state = cases["outcome"].fillna("unknown").where(~cases["is_open"], "open")
    counts = pd.crosstab(cases["number"], state)
    rows = [
        {
            "key": str(edition.number),
            "x_rank": rank,
            "x": edition.name.worded(say),
            "series": say(name),
            "value": int(counts.get(key, pd.Series(dtype=int)).get(edition.number, 0)),
        }
        for rank, edition in enumerate(answer.with_cases)
        for key, name in STATES.items()
    ]
    return pd.DataFrame(rows)


def _notes(answer: Complaints, say: Say) -> tuple[str, ...]:
    unknown = say(
        "{n} complaints name an exhibitor that no register has: they are counted, and belong to"
        " nobody.",
        n=say.number(answer.unknown_exhibitors),
    )
    return notes(unknown if answer.unknown_exhibitors else "")


def waiting(answer: Complaints, say: Say) -> Figure | None:
    """How long the open ones have been open; None where all are closed."""
    cases = answer.cases[answer.cases["is_open"]]
    if cases.empty:
        return None
    days = _days_open(answer, cases)
    old = int((days > 30).sum())
    return Figure(
        "waiting",
        sentences(
            say,
            say(
                "Of {n} open complaints {old} have been open for more than 30 days.",
                n=say.number(len(cases)),
                old=say.number(old),
            ),
            say("Of nobody: {n}.", n=say.number(int(cases["owner"].isna().sum()))),
        ),
        base(answer, say),
        Bars("count", say("Open complaints"), series=(), roles=("act",)),
        _ages(days, say),
        (Column("label", say("Open for")), Column("value", say("Open complaints"), "count")),
        COUNTED,
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("{old} complaints have been open for more than 30 days."),
            old=say.number(old),
        ),
    )


def _days_open(answer: Complaints, cases: pd.DataFrame) -> pd.Series[float]:
    """NaN where no day of receiving is known, or one to come."""
    days = (pd.Timestamp(answer.today) - pd.to_datetime(cases["received_on"])).dt.days
    return days.where(days >= 0)


def _ages(days: pd.Series[float], say: Say) -> pd.DataFrame:
    edges = [-1, *(float("inf") if most is None else most for most, _ in AGES)]
    counts = pd.cut(days, edges, labels=False).value_counts()
    names = [(str(at), say(name), int(counts.get(at, 0))) for at, (_, name) in enumerate(AGES)]
    names.append(("unknown", say("not known"), int(days.isna().sum())))
    rows = [
        {"key": key, "label": label, "rank": rank, "value": count}
        for rank, (key, label, count) in enumerate(names)
        if count or key != "unknown"
    ]
    return pd.DataFrame(rows)


def rates(answer: Complaints, say: Say) -> Figure | None:
    """Complaints for every hundred stands; None where no register is on file."""
    editions = [edition for edition in answer.editions if edition.stands]
    if not editions:
        return None
    table = _rates(answer, editions, say)
    values = {"edition": table["x"].iloc[-1], "n": say.number(table["value"].iloc[-1], 1)}
    sentence = phrase("{edition}: {n} complaints for every 100 stands.")
    return Figure(
        "rates",
        say(sentence, **values),
        base(answer, say),
        Lines("number", say("Complaints for every 100 stands"), has_interval=False),
        table,
        (
            Column("x", say("Edition")),
            Column("value", say("Complaints for every 100 stands"), "number", 1),
            Column("complaints", say("Complaints"), "count"),
            Column("firms", say("Exhibitors that complained"), "count"),
            Column("stands", say("Exhibitors with a stand"), "count"),
        ),
        RATE,
        claim=claim(
            say, "level", "confirmed", sentence, {"edition": values["edition"]}, n=values["n"]
        ),
    )


def _rates(answer: Complaints, editions: list[Edition], say: Say) -> pd.DataFrame:
    counts = answer.cases.groupby("number").size()
    firms = answer.cases.dropna(subset=["exhibitor_id"]).groupby("number")["exhibitor_id"].nunique()
    return pd.DataFrame(
        [
            {
                "key": str(edition.number),
                "x_rank": rank,
                "x": edition.name.worded(say),
                "value": 100 * int(counts.get(edition.number, 0)) / edition.stands,
                "complaints": int(counts.get(edition.number, 0)),
                "firms": int(firms.get(edition.number, 0)),
                "stands": edition.stands,
            }
            for rank, edition in enumerate(editions)
        ]
    )
