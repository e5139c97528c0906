"""How many are chosen and what is at stake, class by class, and the list to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.details import contact, name_of, stand, text_of
from analytics.customers.measures import MONEY_NAMES
from analytics.customers.next_steps import REASONS
from analytics.customers.stages import STAGES
from analytics.figures import Bars, Column, Figure, Grid, Headline, columns
from analytics.figures.base_line import base_line
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import notes
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.selection import CALLS, CHOICE
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.selection.compute import Selection
    from analytics.wording import Say

CRITERIA = {
    "abc": phrase("Class (ABC)"),
    "stage": phrase("Stage"),
    "score": phrase("Overall satisfaction"),
    "rfm": phrase("Class of recency and frequency"),
    "value": phrase("Class of value"),
    "risk": phrase("Risk of staying away"),
}
OUTSIDE = {
    "abc": phrase("none: not here, or no amount known"),
    "score": phrase("did not answer"),
}
NO_CLASS = phrase("in no class")
ABC = ("A", "B", "C")


def figures(answer: Selection, say: Say) -> tuple[Figure, ...]:
    return _overview(answer, say), _classes(answer, say), _calls(answer, say)


def _how_many(answer: Selection, say: Say) -> str:
    """The count, not of fewer than five."""
    if answer.n < NEVER_BELOW:
        return say("fewer than {n}", n=NEVER_BELOW)
    return say.number(answer.n)


def _money(answer: Selection, say: Say) -> str:
    if answer.stake != answer.stake:
        return ""
    return say.money(answer.stake, answer.measures.currency)


def _base(answer: Selection, say: Say) -> str:
    here = say(
        "n = {n} of {all} exhibitors as of {edition}",
        n=_how_many(answer, say),
        all=say.number(answer.everybody),
        edition=wording.edition_name(answer.measures, say),
    )
    return base_line(here, say(MONEY_NAMES[answer.measures.money]))


def _overview(answer: Selection, say: Say) -> Figure:
    """Those chosen by stage, of exhibitors and of money."""
    names = (say("Exhibitors chosen"), say("Money at stake"))
    classes = answer.classes
    rows = classes[(classes["criterion"] == "stage") & (classes["all"] > 0) & (classes["n"] != 0)]
    has_money = answer.stake == answer.stake
    shares = [("n", answer.n), ("stake", answer.stake)][: 2 if has_money else 1]
    table = pd.DataFrame(
        [
            {
                "key": f"{row['class']}.{column}",
                "label": _class_name("stage", STAGES, int(row["class"]), say),
                "rank": row["class"],
                "series": series,
                "value": row[column] / whole if whole else float("nan"),
                "n": row["n"],
                "all": row["all"],
                "stake": row["stake"],
            }
            for row in rows.to_dict("records")
            for series, (column, whole) in zip(names, shares, strict=False)
        ]
    )
    return Figure(
        "overview",
        _finding(answer, say),
        _base(answer, say),
        Bars("share", say("Share of those chosen"), (0, 1), series=names, roles=("before", "act")),
        table,
        (
            Column("label", say("Stage")),
            Column("series", say("Measure")),
            Column("value", say("Share of those chosen"), "share", 1),
            columns.exhibitors(say),
            Column("all", say("Of how many"), "count"),
            _stake_column(answer, say),
        ),
        CHOICE,
        Headline(_how_many(answer, say), say("exhibitors to call")),
        _notes(answer, say),
        claim=_claim(answer, say),
    )


def _finding(answer: Selection, say: Say) -> str:
    values = {"n": _how_many(answer, say), "all": say.number(answer.everybody)}
    money = _money(answer, say)
    if not money:
        return say("{n} of {all} exhibitors fit what was chosen.", **values)
    return say(
        "{n} of {all} exhibitors fit what was chosen; at stake with them is {money}.",
        money=money,
        **values,
    )


def _claim(answer: Selection, say: Say) -> Claim:
    values = {"n": _how_many(answer, say), "all": say.number(answer.everybody)}
    money = _money(answer, say)
    if not money:
        return claim(
            say, "level", "confirmed", phrase("{n} of {all} exhibitors to call."), **values
        )
    sentence = phrase("{n} of {all} exhibitors to call, with {money} at stake.")
    return claim(say, "level", "confirmed", sentence, money=money, **values)


def _notes(answer: Selection, say: Say) -> tuple[str, ...]:
    unknown = answer.n - answer.known
    return notes(
        say("Nothing is chosen yet: turn the dials above to narrow the list.")
        if answer.n == answer.everybody
        else "",
        say("Of {n} of them no amount of late is known: they come last.", n=say.number(unknown))
        if unknown >= NEVER_BELOW
        else "",
        say("Declared turnover is what was stated, intentions included; it is not revenue.")
        if answer.measures.money != "fee"
        else "",
    )


def _stake_column(answer: Selection, say: Say) -> Column:
    currency = answer.measures.currency
    title = say("Money at stake ({currency})", currency=currency) if currency else ""
    return Column("stake", title or say("Money at stake"), "money")


def _class_name(criterion: str, names: tuple[str, ...], code: int, say: Say) -> str:
    return say(names[code]) if code < len(names) else say(OUTSIDE.get(criterion, NO_CLASS))


def _classes(answer: Selection, say: Say) -> Figure:
    """Counts and money by class of everything chosen by."""
    names = {each.key: each.names for each in answer.criteria}
    rows = answer.classes[answer.classes["all"] > 0].reset_index(drop=True)
    table = pd.DataFrame(
        {
            "key": [f"{row['criterion']}.{row['class']}" for row in rows.to_dict("records")],
            "criterion": [say(CRITERIA[key]) for key in rows["criterion"]],
            "label": [
                _class_name(key, names[key], int(code), say)
                for key, code in zip(rows["criterion"], rows["class"], strict=True)
            ],
            "rank": range(len(rows)),
            "n": rows["n"],
            "all": rows["all"],
            "stake": rows["stake"],
        }
    )
    return Figure(
        "classes",
        say("Who is chosen, by {n} ways of classing them.", n=say.number(len(answer.criteria))),
        _base(answer, say),
        Grid(),
        table,
        (
            Column("criterion", say("Classed by")),
            Column("label", say("Class")),
            columns.exhibitors(say),
            Column("all", say("Of how many"), "count"),
            _stake_column(answer, say),
        ),
        CHOICE,
        claim=claim(say, "level", "confirmed", phrase("Who is chosen, class by class.")),
    )


def _calls(answer: Selection, say: Say) -> Figure:
    """The list by name."""
    listed = len(answer.calls)
    text = say("{n} exhibitors to call, the most at stake first.", n=say.number(answer.n))
    rows = [_call(answer, row, at, say) for at, row in enumerate(answer.calls.to_dict("records"))]
    table = pd.DataFrame(rows)
    return Figure(
        "calls",
        text,
        _base(answer, say),
        Grid(),
        table,
        _call_columns(answer, table, say),
        CALLS,
        notes=notes(
            say("The first {n} are listed.", n=say.number(listed)) if listed < answer.n else ""
        ),
        claim=Claim(text, "confirmed", "level"),
    )


def _call(answer: Selection, row: Row, at: int, say: Say) -> Row:
    overall = row["overall"]
    return {
        "key": row["exhibitor_id"],
        "label": name_of(row, say),
        "rank": at,
        "reasons": _reasons(row, say),
        "stand": stand(row, say) or "–",
        "contact": contact(row, say) or "–",
        "owner": text_of(row, "account_owner") or "–",
        "stake": row["stake"],
        "series": say(STAGES[row["stage"]]),
        "abc": ABC[row["abc"]] if row["abc"] >= 0 else "–",
        "risk": row["risk"],
        "overall": answer.scale.value(overall),
        "industry": text_of(row, "industry") or "–",
    }


def _reasons(row: Row, say: Say) -> str:
    parts = [say(REASONS[key]) for key in row["reasons"]]
    if row["risk"] == row["risk"]:
        parts.append(say("risk {share}", share=say.percent(row["risk"], 0)))
    semicolon = "；" if say.language == "zh" else "; "
    return semicolon.join(parts) or say(STAGES[row["stage"]])


def _call_columns(answer: Selection, table: pd.DataFrame, say: Say) -> tuple[Column, ...]:
    risk = (Column("risk", say("Risk"), "share", 0),) if table["risk"].notna().any() else ()
    has_contacts = (table["contact"] != "–").any()
    contacts = (Column("contact", say("Contact")),) if has_contacts else ()
    return (
        Column("label", say("Exhibitor")),
        Column("reasons", say("Reason to call")),
        Column("stand", say("Stand taken last")),
        *contacts,
        Column("owner", say("Account owner")),
        _stake_column(answer, say),
        Column("series", say("Stage")),
        Column("abc", say("Class (ABC)")),
        *risk,
        Column("overall", say("Overall satisfaction"), "score", answer.scale.digits),
        Column("industry", say("Industry")),
    )
