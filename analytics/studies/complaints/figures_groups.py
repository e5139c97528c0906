"""Complaints by topic and channel, and who sees to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid
from analytics.figures.claims import claim
from analytics.figures.sentences import notes, sentences
from analytics.studies.complaints import GROUPS, OWNERS
from analytics.studies.complaints.compute import is_overdue
from analytics.studies.complaints.figures_counts import base
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.complaints.compute import Complaints
    from analytics.wording import Say

MOST_GROUPS = 12
TITLES = {"topic_group": phrase("Topic"), "channel": phrase("Channel")}
FIRST = {
    "topic_group": phrase("The most frequent topic stands behind {n} of {all} complaints."),
    "channel": phrase("The most frequent channel brought {n} of {all} complaints."),
}
CLAIMS = {
    "topic_group": phrase("Most complaints are about {name}."),
    "channel": phrase("Most complaints came by {name}."),
}


def groups(answer: Complaints, by: str, say: Say) -> Figure | None:
    """Complaints by topic or channel, the most frequent first; None where none is said."""
    counts = answer.cases[by].value_counts()
    if counts.empty:
        return None
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_GROUPS]
    table = _group_rows(answer, by, ordered)
    name, count = ordered[0]
    return Figure(
        "topics" if by == "topic_group" else "channels",
        say(FIRST[by], n=say.number(count), all=say.number(int(counts.sum()))),
        base(answer, say),
        Bars("count", say("Complaints")),
        table,
        (
            Column("label", say(TITLES[by])),
            Column("value", say("Complaints"), "count"),
            Column("open", say("Open"), "count"),
        ),
        GROUPS,
        notes=_group_notes(answer, by, len(counts), say),
        claim=claim(say, "level", "confirmed", CLAIMS[by], {"name": str(name)}),
    )


def _group_rows(answer: Complaints, by: str, ordered: list[tuple[str, int]]) -> pd.DataFrame:
    is_open = answer.cases[answer.cases["is_open"]][by].value_counts()
    return pd.DataFrame(
        [
            {
                "key": str(rank),
                "label": name,
                "rank": rank,
                "value": int(count),
                "open": int(is_open.get(name, 0)),
            }
            for rank, (name, count) in enumerate(ordered)
        ]
    )


def _group_notes(answer: Complaints, by: str, count: int, say: Say) -> tuple[str, ...]:
    more = say("{n} more are rarer, and not drawn.", n=say.number(count - MOST_GROUPS))
    spelt = say(
        "{n} other spellings were taken together: case, spaces and punctuation do not count, and"
        " what was said to be one is one.",
        n=say.number(answer.spellings),
    )
    return notes(
        more if count > MOST_GROUPS else "",
        spelt if by == "topic_group" and answer.spellings else "",
    )


def owners(answer: Complaints, say: Say) -> Figure:
    """Who sees to what is open; the complaints of nobody by themselves."""
    totals = _totals(answer)
    left = int((totals["left"].astype(bool) & (totals["open"] > 0)).sum())
    nobody = int(totals.loc[totals["owner"] == "", "open"].sum())
    return Figure(
        "owners",
        sentences(
            say,
            say("Open complaints of nobody: {n}.", n=say.number(nobody)),
            say("People who left and still have open ones: {n}.", n=say.number(left))
            if left
            else "",
        ),
        base(answer, say),
        Grid(),
        _owner_rows(totals, say),
        (
            Column("label", say("Handled by")),
            Column("open", say("Open"), "count"),
            Column("overdue", say("Overdue"), "count"),
            Column("closed", say("Closed"), "count"),
            Column("state", say("State")),
        ),
        OWNERS,
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("Open complaints of nobody: {n}."),
            n=say.number(nobody),
        ),
    )


def _totals(answer: Complaints) -> pd.DataFrame:
    """One row a person, nobody as '': open, overdue, all, left."""
    cases = answer.cases.assign(overdue=is_overdue(answer.cases, answer.today))
    named = cases.assign(owner=cases["owner"].fillna(""))
    totals = named.groupby("owner").agg(
        open=("is_open", "sum"),
        overdue=("overdue", "sum"),
        all=("is_open", "size"),
        left=("has_owner_left", "max"),
    )
    return totals.reset_index().sort_values(
        ["overdue", "open", "owner"], ascending=[False, False, True], ignore_index=True
    )


def _owner_rows(totals: pd.DataFrame, say: Say) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "key": [str(at) for at in totals.index],
            "label": [owner or say("nobody") for owner in totals["owner"]],
            "rank": totals.index,
            "open": totals["open"].astype(int),
            "overdue": totals["overdue"].astype(int),
            "closed": (totals["all"] - totals["open"]).astype(int),
            "state": [say("has left") if left else "" for left in totals["left"]],
        }
    )
