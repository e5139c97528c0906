"""What the editions say, in sentences that say how sure they are."""

from __future__ import annotations

from math import isnan, sqrt
from typing import TYPE_CHECKING, Any

from analytics.figures.sentences import sentences
from analytics.stats.critical_values import p_normal
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.studies.retention.words import edition_name

if TYPE_CHECKING:
    from analytics.studies.retention.method import Retention
    from analytics.wording import Say


def last(answer: Retention) -> dict[Any, Any]:
    """The last edition on file."""
    return dict(answer.on_file.iloc[-1])


def answered(answer: Retention) -> list[dict[Any, Any]]:
    """Editions after the first whose respondents and register are both large enough to compare."""
    rows = answer.on_file.to_dict("records")[1:]
    return [row for row in rows if min(row["respondents"], row["exhibitors"]) >= answer.least]


def last_answered(answer: Retention) -> dict[Any, Any]:
    return answered(answer)[-1]


def overview(answer: Retention, say: Say) -> str:
    values = _values(answer, say)
    if not _is_shown(answer):
        return say("{last} has {n} exhibitors with these filters, too few for shares.", **values)
    told = say(
        "{repeat} of the {n} exhibitors at {last} had been before, {always} at every edition; of"
        " the {previous} at {before}, {retention} came back.",
        **values,
    )
    return sentences(say, told, _change(answer, say))


def flows(answer: Retention, say: Say) -> str:
    row, values = last(answer), _values(answer, say)
    counts = {name: say.number(row[name]) for name in ("new", "returning", "reactivated", "lapsed")}
    return say(
        "{n} exhibitors at {last}: {returning} returning, {reactivated} reactivated, {new} new;"
        " {lapsed} of the {previous} at {before} stayed away.",
        **values,
        **counts,
    )


def respondents(answer: Retention, say: Say) -> tuple[str, bool]:
    """The sentence, and whether respondents differ from the register more than chance would have
    it.
    """
    row, p = last_answered(answer), leaning_p(answer)[-1]
    low, high = row["respondents_repeat_share_low"], row["respondents_repeat_share_high"]
    values = {
        "edition": edition_name(row, say),
        "n": say.number(row["respondents"]),
        "share": say.percent(row["respondents_repeat_share"]),
        "register": say.percent(row["repeat_share"]),
        "low": say.percent(low),
        "high": say.percent(high),
    }
    told = say(
        "{share} of the {n} respondents at {edition} had been before (95 % interval {low} to"
        " {high}), {register} of the register.",
        **values,
    )
    if not p <= LEVEL_OF_P:
        return (
            sentences(
                say,
                told,
                say("There is no sign that the survey leans towards the loyal or the new."),
            ),
            False,
        )
    if row["repeat_share"] < row["respondents_repeat_share"]:
        return sentences(say, told, say("The survey leans towards loyal exhibitors.")), True
    return sentences(say, told, say("The survey leans towards new exhibitors.")), True


def leaning_p(answer: Retention) -> list[float]:
    """Holm's p over the editions asked: do respondents differ from the register (the score test
    behind Wilson's interval)?
    """
    return [float(p) for p in holm([_leaning_p(row) for row in answered(answer)]).p]


def _leaning_p(row: dict[Any, Any]) -> float:
    share = row["repeat_share"]
    error = sqrt(share * (1 - share) / row["respondents"])
    if not error:
        return float(row["respondents_repeat_share"] == share)
    return p_normal((row["respondents_repeat_share"] - share) / error)


def over_time(answer: Retention, say: Say) -> str:
    """At how many editions respondents came out more loyal than the register, and at how many
    beyond chance.
    """
    rows = answered(answer)
    gaps = [row["respondents_repeat_share"] - row["repeat_share"] for row in rows]
    return say(
        "Respondents had been before more often than the register says at {above} of {n} editions"
        " asked, beyond chance at {beyond}.",
        n=len(rows),
        above=sum(gap > 0 for gap in gaps),
        beyond=sum(
            gap > 0 and p <= LEVEL_OF_P for gap, p in zip(gaps, leaning_p(answer), strict=True)
        ),
    )


def _is_shown(answer: Retention) -> bool:
    row = last(answer)
    return bool(row["exhibitors"] >= answer.least and row["previous"] >= answer.least)


def _values(answer: Retention, say: Say) -> dict[str, str]:
    before, row = answer.on_file.to_dict("records")[-2:]
    return {
        "last": edition_name(row, say),
        "before": edition_name(before, say),
        "n": say.number(row["exhibitors"]),
        "previous": say.number(row["previous"]),
        "repeat": say.percent(row["repeat_share"]),
        "always": say.percent(row["all_editions_share"]),
        "retention": say.percent(row["retention"]),
    }


def _change(answer: Retention, say: Say) -> str:
    """Retention against the time before, with Newcombe's interval in percentage points."""
    change = answer.change
    if change is None or isnan(change.low):
        return ""
    earlier = answer.on_file.to_dict("records")[-2]
    values = {
        "before": say.percent(earlier["retention"]),
        "low": say.signed(change.low * 100, 1),
        "high": say.signed(change.high * 100, 1),
        "gap": say.signed(change.difference * 100, 1),
    }
    if change.low <= 0 <= change.high:
        return say(
            "Against {before} the time before, there is no evidence of a change (95 % interval"
            " {low} to {high} points).",
            **values,
        )
    return say(
        "Against {before} the time before, retention moved by {gap} points (95 % interval {low} to"
        " {high}).",
        **values,
    )
