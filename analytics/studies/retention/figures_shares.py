"""Edition by edition: the three shares, and whether respondents stand for the register."""

from __future__ import annotations

from dataclasses import replace
from math import isnan, nan, sqrt
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Headline, Lines, columns
from analytics.figures.claims import by_p, share_level
from analytics.figures.families import family
from analytics.figures.key_number import key_number
from analytics.figures.sentences import sentences, share_interval
from analytics.figures.small_bases import is_pale, not_shown
from analytics.ratings.populations import HERE, of_edition, worded_register
from analytics.stats.critical_values import p_normal
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.proportion import Proportion
from analytics.studies.retention import RESPONDENTS, SHARES
from analytics.studies.retention.figures_wording import base, edition_name, gap_reason, missing

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty, Kind
    from analytics.figures.key_number import KeyNumber
    from analytics.figures.rows import Row
    from analytics.studies.retention.compute import Retention
    from analytics.studies.retention.figures_wording import Edition
    from analytics.wording import Say

Measure = tuple[str, str, str]
"""Column of the share, column of its base, worded name."""


def overview(answer: Retention, say: Say) -> Figure:
    """The three measures, each under its own name."""
    last = answer.on_file.to_dict("records")[-1]
    measures = (
        ("retention", "previous", say("Retention rate")),
        ("repeat_share", "exhibitors", say("Repeat share")),
        ("all_editions_share", "exhibitors", say("All-editions share")),
    )
    figure = _lines("overview", _overview_finding(answer, say), measures, answer, say)
    share, label = say.percent(last["repeat_share"], 0), say("of exhibitors had been before")
    bases = say(
        "Retention is a share of the exhibitors of the edition before, the other two of those of"
        " the edition itself."
    )
    tests = [answer.change.p] if answer.change else []
    return replace(
        figure,
        headline=Headline(share, label) if last["exhibitors"] >= answer.least else None,
        notes=(*figure.notes, bases),
        families=family(say("Retention against the time before"), tests),
    )


def _overview_finding(answer: Retention, say: Say) -> str:
    before, last = answer.on_file.to_dict("records")[-2:]
    values = {
        "last": edition_name(last, say),
        "before": edition_name(before, say),
        "n": say.number(last["exhibitors"]),
        "previous": say.number(last["previous"]),
        "repeat": say.percent(last["repeat_share"]),
        "always": say.percent(last["all_editions_share"]),
        "retention": say.percent(last["retention"]),
    }
    if min(last["exhibitors"], last["previous"]) < answer.least:
        return say("{last} has {n} exhibitors with these filters, too few for shares.", **values)
    shares = say(
        "{repeat} of the {n} exhibitors at {last} had been before, {always} at every edition; of"
        " the {previous} at {before}, {retention} came back.",
        **values,
    )
    return sentences(say, shares, _change(answer, before, say))


def _change(answer: Retention, before: Edition, say: Say) -> str:
    """Retention against the time before, with Newcombe's interval in percentage points."""
    change = answer.change
    if change is None or isnan(change.low):
        return ""
    values = {
        "before": say.percent(before["retention"]),
        "low": say.signed(change.low * 100, 1),
        "high": say.signed(change.high * 100, 1),
        "gap": say.signed(change.difference * 100, 1),
    }
    if change.low <= 0 <= change.high:
        return say(
            "Against {before} the time before, there is no evidence of a change (95% interval"
            " {low} to {high} points).",
            **values,
        )
    return say(
        "Against {before} the time before, retention moved by {gap} points (95% interval {low} to"
        " {high}).",
        **values,
    )


def key_numbers(answer: Retention, say: Say) -> tuple[KeyNumber, ...]:
    """How many of those of the edition before came back, beside the time before."""
    before, last = answer.on_file.to_dict("records")[-2:]
    if last["previous"] < answer.least:
        return ()
    change, has_before = answer.change, before["previous"] >= answer.least
    judged: tuple[Kind, Certainty] = ("level", share_certainty(last, "retention"))
    if change and has_before:
        judged = "change", by_p(change.p)
    then = say.percent(before["retention"], 0) if change and has_before else ""
    editions = edition_name(last, say), edition_name(before, say)
    stand_on = say("{edition}, of {n}", edition=editions[0], n=say.number(last["previous"]))
    values = say.percent(last["retention"], 0), then
    return (key_number(say, "retention", say("Came back"), values, editions, judged, stand_on),)


def share_certainty(edition: Edition, share: str) -> Certainty:
    """Counted on the whole register, or with an interval for the fair as a process."""
    low, high = edition[f"{share}_low"], edition[f"{share}_high"]
    return "confirmed" if low != low else share_level(low, high)


def respondents(answer: Retention, say: Say) -> Figure | None:
    """None where no answer leads to the register of a second edition."""
    answered = answered_editions(answer)
    if not answered:
        return None
    measures = (
        ("repeat_share", "exhibitors", say("Register")),
        ("respondents_repeat_share", "respondents", say("Respondents")),
    )
    p = leaning_p(answer)
    figure = _lines("respondents", _leaning(answered[-1], p[-1], say), measures, answer, say)
    counted = say(
        "{n} exhibitors answered at the last edition asked",
        n=say.number(answered[-1]["respondents"]),
    )
    return replace(
        figure,
        base=base(answer, say, counted, whose(edition=answered[-1], answer=answer, say=say)),
        method=RESPONDENTS,
        notes=(_over_time(answered, p, say), *figure.notes),
        is_established=p[-1] <= LEVEL_OF_P,
        families=family(say("Respondents against the register, edition by edition"), p),
    )


def answered_editions(answer: Retention) -> list[Edition]:
    """Editions after the first whose respondents and register are both large enough to compare."""
    later = answer.on_file.to_dict("records")[1:]
    return [
        edition
        for edition in later
        if min(edition["respondents"], edition["exhibitors"]) >= answer.least
    ]


def leaning_p(answer: Retention) -> list[float]:
    """Holm's p over the editions asked: do respondents differ from the register (the score test
    behind Wilson's interval)?
    """
    return [float(p) for p in holm([_leaning_p(row) for row in answered_editions(answer)]).p]


def _leaning_p(edition: Edition) -> float:
    share = edition["repeat_share"]
    error = sqrt(share * (1 - share) / edition["respondents"])
    if not error:
        return float(edition["respondents_repeat_share"] == share)
    return p_normal((edition["respondents_repeat_share"] - share) / error)


def _leaning(edition: Edition, p: float, say: Say) -> str:
    """The share, and whether respondents differ from the register more than chance would have
    it.
    """
    share = say(
        "{share} of the {n} respondents at {edition} had been before ({interval}), {register} of"
        " the register.",
        edition=edition_name(edition, say),
        n=say.number(edition["respondents"]),
        share=say.percent(edition["respondents_repeat_share"]),
        register=say.percent(edition["repeat_share"]),
        interval=share_interval(say, of_respondents(edition)),
    )
    if not p <= LEVEL_OF_P:
        leaning = say("There is no sign that the survey leans towards the loyal or the new.")
    elif edition["repeat_share"] < edition["respondents_repeat_share"]:
        leaning = say("The survey leans towards loyal exhibitors.")
    else:
        leaning = say("The survey leans towards new exhibitors.")
    return sentences(say, share, leaning)


def _over_time(answered: list[Edition], p: list[float], say: Say) -> str:
    """At how many editions respondents came out more loyal than the register, and at how many
    beyond chance.
    """
    is_above = [
        edition["respondents_repeat_share"] > edition["repeat_share"] for edition in answered
    ]
    beyond = [above and value <= LEVEL_OF_P for above, value in zip(is_above, p, strict=True)]
    return say(
        "Respondents had been before more often than the register says at {above} of {n} editions"
        " asked, beyond chance at {beyond}.",
        n=len(answered),
        above=sum(is_above),
        beyond=sum(beyond),
    )


def whose(edition: Edition, answer: Retention, say: Say) -> str:
    """Whom the interval of what respondents are stands for."""
    populations = of_edition(int(edition["exhibitors"]), answer.stands_for)
    return populations.worded(say, HERE, edition["respondents"])


def of_respondents(edition: Edition) -> Proportion:
    """The share of an edition's respondents that had been before."""
    share, low, high = (
        float(edition[f"respondents_repeat_share{end}"]) for end in ("", "_low", "_high")
    )
    n = float(edition["respondents"])
    return Proportion(share * n, n, share, low, high, 0.95)


def _lines(
    key: str, finding: str, measures: tuple[Measure, ...], answer: Retention, say: Say
) -> Figure:
    """Shares by edition; what rests on too few exhibitors is left open."""
    data = pd.DataFrame(
        [
            _line_row(edition, rank, measure, answer.least, say)
            for measure in measures
            for rank, edition in enumerate(answer.by_edition.to_dict("records"))
        ]
    )
    hidden = list(dict.fromkeys(data.loc[data["is_hidden"], "x"]))
    names = tuple(name for *_, name in measures)
    return Figure(
        key,
        finding,
        base(answer, say, worded_register(say, answer.stands_for)),
        Lines("share", say("Share of exhibitors"), names, domain=(0, 1)),
        data,
        (
            columns.edition(say, "x"),
            Column("series", say("Measure")),
            *columns.share(say),
            columns.base(say),
        ),
        SHARES,
        notes=(*not_shown(say, answer.least, hidden), *missing(answer, say)),
    )


def _line_row(edition: Edition, rank: int, measure: Measure, least: int, say: Say) -> Row:
    share, counted, series = measure
    n = edition.get(counted, nan)
    is_hidden = bool(0 < n < least)
    ends = {"value": share, "low": f"{share}_low", "high": f"{share}_high"}
    shown = {name: nan if is_hidden else edition.get(of, nan) for name, of in ends.items()}
    return shown | {
        "key": edition["edition_id"],
        "x_rank": rank,
        "x": edition_name(edition, say),
        "series": series,
        "n": nan if is_hidden else n,
        "is_hidden": is_hidden,
        "is_gap": is_hidden or not edition["is_on_file"],
        "gap": gap_reason(edition, say),
        "is_faint": is_pale(n),
    }
