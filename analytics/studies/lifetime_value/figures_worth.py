"""What all exhibitors are worth, which of them most, and what moves the total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, Headline, columns
from analytics.figures.base_line import base_line
from analytics.figures.sentences import notes, sentences
from analytics.figures.small_bases import is_pale, not_shown
from analytics.stats.suppression import HIDDEN_BELOW, NEVER_BELOW, visible_parts
from analytics.studies.lifetime_value import LIST, WORTH
from analytics.studies.lifetime_value.figures_wording import (
    GROUPS,
    NO_MONEY,
    amount,
    base,
    costs_note,
    learnt_from,
    margin_in_words,
    money_notes,
    now,
    span,
    study_notes,
)

if TYPE_CHECKING:
    from analytics.figures.forms import Unit
    from analytics.figures.rows import Row
    from analytics.studies.lifetime_value.compute import LifetimeValue
    from analytics.wording import Say


def overview(answer: LifetimeValue, say: Say) -> Figure:
    """Where the worth from here on sits: with those here, or with those who stayed away."""
    table, hidden = groups(answer)
    unit: Unit = "money" if answer.has_money else "number"
    rows = [
        {
            "key": f"{row['missed']}{row['is_new']}",
            "label": say(GROUPS[int(row["missed"]), bool(row["is_new"])]),
            "rank": rank,
            "value": row["worth"],
            "n": row["firms"],
            "expected": row["expected"],
            "is_faint": is_pale(row["firms"]),
        }
        for rank, row in enumerate(table)
    ]
    return Figure(
        "overview",
        _finding(answer, say),
        base(answer, say, learnt_from(answer, say), margin_in_words(answer, say)),
        Bars(unit, _worth_axis(answer, say)),
        pd.DataFrame(rows),
        (
            Column("label", say("Exhibitors by last participation")),
            columns.exhibitors(say),
            Column("expected", _expected_title(answer, say), "number", 0),
            Column("value", _worth_axis(answer, say), unit, None if answer.has_money else 0),
        ),
        WORTH,
        headline=_headline(answer, say),
        notes=notes(
            costs_note(answer, say),
            *money_notes(answer, say),
            _short_formula(answer, say),
            *_hidden_groups(hidden, say),
            *study_notes(answer, say),
        ),
        is_established=_beats(answer),
    )


def groups(answer: LifetimeValue) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The groups by editions missed that may be shown, and those too small for it."""
    table = answer.worth.by_missed
    rows = [] if table is None else table.to_dict("records")
    shown = visible_parts([row["firms"] for row in rows], NEVER_BELOW)
    return (
        [row for row, is_shown in zip(rows, shown, strict=True) if is_shown],
        [row for row, is_shown in zip(rows, shown, strict=True) if not is_shown],
    )


def _hidden_groups(hidden: list[dict[str, Any]], say: Say) -> tuple[str, ...]:
    names = [say(GROUPS[int(row["missed"]), bool(row["is_new"])]) for row in hidden]
    return not_shown(say, NEVER_BELOW, names)


def _beats(answer: LifetimeValue) -> bool:
    test = answer.attendance.hold_out
    return test is not None and test.beats_base_rate


def _worth_axis(answer: LifetimeValue, say: Say) -> str:
    if not answer.has_money:
        return say("Participations to come, discounted")
    if not answer.currency:
        return say("Worth from here on")
    return say("Worth from here on ({currency})", currency=answer.currency)


def _expected_title(answer: LifetimeValue, say: Say) -> str:
    if answer.ahead == 1:
        return say("Expected at the next edition")
    return say("Participations expected in the next {n} editions", n=answer.ahead)


def _headline(answer: LifetimeValue, say: Say) -> Headline | None:
    if answer.attendance.exhibitors < HIDDEN_BELOW or not answer.has_money:
        return None
    return Headline(
        say.money(answer.worth.total, answer.currency), say("exhibitors are worth from here on")
    )


def _finding(answer: LifetimeValue, say: Say) -> str:
    worth = answer.worth
    values = {
        "n": say.number(answer.attendance.exhibitors),
        "total": amount(answer, worth.total, say),
        "here": say.percent(worth.long / worth.total if worth.total else 0.0, 0),
        "edition": now(answer, say),
    }
    if answer.has_money:
        whole = say(
            "The {n} exhibitors on file are worth {total} from here on, {here} of it with those who"
            " were at {edition}.",
            **values,
        )
    else:
        whole = say(
            "From the {n} exhibitors on file {total} are to be expected (discounted), {here} of"
            " them from those who were at {edition}.",
            **values,
        )
    if worth.low != worth.low:
        return sentences(say, whole, say("The data leave the model too loose for an interval."))
    return sentences(
        say,
        whole,
        say(
            "It may be {low} to {high} as far as the models can tell (95 %).",
            low=amount(answer, worth.low, say),
            high=amount(answer, worth.high, say),
        ),
    )


def _short_formula(answer: LifetimeValue, say: Say) -> str:
    """The textbook's multiple beside the model, for the same exhibitors."""
    worth = answer.worth
    if worth.short != worth.short or not answer.has_money:
        return ""
    return say(
        "By the short formula r/(1 + i − r) with a retention of {retention}, those at {edition}"
        " would be worth {short}; by the model {long}: who is left stays longer than the average,"
        " and who skips may return.",
        retention=say.percent(answer.attendance.retention, 0),
        edition=now(answer, say),
        short=amount(answer, worth.short, say),
        long=amount(answer, worth.long, say),
    )


LARGE = 100


def worths(answer: LifetimeValue, say: Say) -> Figure:
    """The exhibitors worth most, by name, with the range of their futures."""
    people = [_person(answer, row, rank) for rank, row in enumerate(answer.listed)]
    unit: Unit = "money" if answer.has_money else "number"
    digits = None if answer.has_money else 1
    money = (Column("spend", say("Expected per edition"), "money"),) if answer.has_money else ()
    return Figure(
        "worths",
        _list_finding(answer, say),
        base_line(
            span(answer, say),
            say("the {n} at the top of the list", n=len(people)),
            margin_in_words(answer, say),
        ),
        Grid(),
        pd.DataFrame(people),
        (
            Column("label", say("Exhibitor")),
            Column("came", say("Editions attended"), "count"),
            Column("missed", say("Missed since"), "count"),
            Column("comes_next", say("Comes next time"), "share", 0),
            Column("expected", _expected_title(answer, say), "number", 1),
            *money,
            Column("worth", _worth_axis(answer, say), unit, digits),
            Column("low", say("Eight of ten: from"), unit, digits),
            Column("high", say("Eight of ten: to"), unit, digits),
            Column("industry", say("Industry")),
        ),
        LIST,
        notes=notes(
            say(
                "A range is of what may become of one exhibitor; the expectation is of many alike."
            ),
            costs_note(answer, say),
            say(NO_MONEY[answer.spending.missing]) if answer.spending.missing else "",
            *study_notes(answer, say),
        ),
    )


def _person(answer: LifetimeValue, row: dict[str, Any], rank: int) -> Row:
    names, amounts = ("came", "comes_next", "expected"), ("spend", "worth", "low", "high")
    return (
        {
            "key": row["exhibitor_id"],
            "label": row["name"],
            "rank": rank,
            "missed": answer.attendance.place - row["last"],
            "industry": row["industry"] or "–",
        }
        | {name: row[name] for name in names}
        | {name: _whole(answer, row[name]) for name in amounts}
    )


def _whole(answer: LifetimeValue, value: float) -> float:
    """An expected amount of money has no cents where it is large."""
    return float(round(value)) if answer.has_money and abs(value) >= LARGE else value


def _list_finding(answer: LifetimeValue, say: Say) -> str:
    whole = answer.worth.total
    share = sum(row["worth"] for row in answer.listed) / whole if whole else 0.0
    values = {"n": len(answer.listed), "share": say.percent(share, 0)}
    if answer.has_money:
        return say("The {n} exhibitors worth most make up {share} of all worth to come.", **values)
    return say(
        "The {n} exhibitors expected most often make up {share} of all participations to come.",
        **values,
    )
