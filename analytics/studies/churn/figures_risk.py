"""Those here now: how many are likely to stay away, who, and how much turnover is at stake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.customers.risk.ahead import BANDS
from analytics.figures import Bars, Column, Figure, Grid, Headline, columns
from analytics.figures.base_line import base_line
from analytics.figures.families import Family
from analytics.figures.predictions import one_sided
from analytics.figures.sentences import notes, sentences
from analytics.figures.small_bases import is_pale
from analytics.stats.suppression import HIDDEN_BELOW
from analytics.studies.churn import LIST, RISK
from analytics.studies.churn.figures_wording import (
    base,
    base_rate_only,
    edition_name,
    now,
    reason,
    study_notes,
)

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.churn.compute import Churn
    from analytics.wording import Say


def overview(answer: Churn, say: Say) -> Figure:
    """Exhibitors and their turnover by probability of staying away."""
    who, money = say("Exhibitors"), say("Declared turnover")
    series = (who, money) if answer.has_stake else (who,)
    bands = range(len(answer.bands))
    return Figure(
        "overview",
        _finding(answer, say),
        base(answer, say),
        Bars("share", say("Share"), (0, 1), series=series),
        pd.DataFrame([row for rank in bands for row in _band_rows(answer, rank, series, say)]),
        (
            Column("label", say("Probability of staying away")),
            Column("series", say("Share of")),
            Column("value", say("Share"), "share", 1),
            columns.exhibitors(say),
            Column("expected", say("Expected to stay away"), "number", 0),
        ),
        RISK,
        headline=_headline(answer, say),
        notes=notes(
            _warning(answer, say),
            _how_far_off(answer, say),
            one_sided(answer.prediction, say),
            *study_notes(answer, say),
        ),
        is_established=answer.beats_base_rate,
        families=(Family(say("The last edition tested against the base rate"), 1),),
    )


def _warning(answer: Churn, say: Say) -> str:
    return "" if answer.beats_base_rate else base_rate_only(say)


def risks(answer: Churn, say: Say) -> Figure:
    """The list to call, largest product of probability and turnover first."""
    people = [_person(answer, person, rank, say) for rank, person in enumerate(answer.listed)]
    return Figure(
        "risks",
        _list_finding(answer, say),
        base_line(now(answer, say), say("the {n} at the top of the list", n=len(people))),
        Grid(),
        pd.DataFrame(people),
        _list_columns(answer, say),
        LIST,
        notes=_list_notes(answer, say),
        is_established=True,
    )


def _list_columns(answer: Churn, say: Say) -> tuple[Column, ...]:
    """Turnover only where any is declared."""
    reasons = Column("reasons", say("What speaks for it, most first"))
    return (
        Column("label", say("Exhibitor")),
        Column("p", say("Stays away with probability"), "share", 0),
        *(_with_money(answer, reasons, say) if answer.has_stake else (reasons,)),
        Column("industry", say("Industry")),
    )


def _with_money(answer: Churn, reasons: Column, say: Say) -> tuple[Column, ...]:
    currency = str(answer.now["currency"])
    if not currency:
        worth, stake = say("Probability × turnover"), say("Turnover at stake")
    else:
        worth = say("Probability × turnover ({currency})", currency=currency)
        stake = say("Turnover at stake ({currency})", currency=currency)
    return Column("worth", worth, "money"), reasons, Column("stake", stake, "money")


def _band_rows(answer: Churn, rank: int, series: tuple[str, ...], say: Say) -> list[Row]:
    band = answer.bands.iloc[rank]
    ends = (0.0, *BANDS, 1.0)
    low, high = say.percent(ends[rank], 0), say.percent(ends[rank + 1], 0)
    share_of_stake = band["stake"] / answer.bands["stake"].sum() if answer.has_stake else 0.0
    shares = (band["n"] / answer.here, share_of_stake)
    return [
        {
            "key": f"{rank}.{place}",
            "label": say("Risk {low} to {high}", low=low, high=high),
            "rank": len(BANDS) - rank,
            "series": name,
            "value": shares[place],
            "n": band["n"],
            "expected": band["expected"],
            "is_faint": is_pale(band["n"]),
        }
        for place, name in enumerate(series)
    ]


def _headline(answer: Churn, say: Say) -> Headline | None:
    if answer.here < HIDDEN_BELOW:
        return None
    return Headline(
        say.percent(answer.expected / answer.here, 0),
        say("of exhibitors are expected to stay away"),
    )


def _finding(answer: Churn, say: Say) -> str:
    test = answer.last_test
    values = {
        "edition": now(answer, say),
        "n": say.number(answer.here),
        "away": say.number(answer.expected),
        "share": say.percent(answer.expected / answer.here),
        "tested": edition_name(answer, int(test["place"]), say),
        "skill": say.percent(test["skill"], 0),
        "auc": say.ratio(test["auc"]),
    }
    if not answer.beats_base_rate:
        nobody = say(
            "Of the {n} exhibitors of {edition}, {share} may be expected to stay away, as at other"
            " editions; who they will be cannot be told: tested on {tested}, the model does no"
            " better than the base rate.",
            **values,
        )
        return sentences(say, nobody, _between(answer, say))
    sentence = say(
        "About {away} of the {n} exhibitors of {edition} ({share}) are expected to stay away next"
        " time.",
        **values,
    )
    return sentences(
        say,
        sentence,
        _between(answer, say),
        _at_stake(answer, say),
        say(
            "Tested on {tested}, the model told leavers from stayers with AUC {auc} and was {skill}"
            " better than the base rate.",
            **values,
        ),
    )


def _between(answer: Churn, say: Say) -> str:
    """From how many to how many, by the forecast's own tests."""
    prediction = answer.prediction
    if not prediction.has_interval:
        return say("One test is too few to say how far off this may be.")
    return say(
        "It may be {low} to {high}: 95% prediction interval, from how far off it was at the"
        " {tests} editions tested.",
        low=say.number(prediction.low * answer.here),
        high=say.number(prediction.high * answer.here),
        tests=prediction.tests,
    )


def _at_stake(answer: Churn, say: Say) -> str:
    if not answer.has_stake:
        return ""
    lost, whole = float(answer.bands["stake_expected"].sum()), float(answer.bands["stake"].sum())
    currency = str(answer.now["currency"])
    return say(
        "With them would go {lost} of the {whole} turnover these exhibitors declared here, or where"
        " they did not, the time before ({share}).",
        lost=say.money(lost, currency),
        whole=say.money(whole, currency),
        share=say.percent(lost / whole),
    )


def _how_far_off(answer: Churn, say: Say) -> str:
    ratios = answer.tests["observed_to_expected"]
    if len(ratios) == 1:
        return say(
            "At the edition tested, {ratio} times the number expected stayed away.",
            ratio=say.ratio(ratios.iloc[0]),
        )
    return say(
        "At the {n} editions tested, {low} to {high} times the number expected stayed away.",
        n=len(ratios),
        low=say.ratio(ratios.min()),
        high=say.ratio(ratios.max()),
    )


def _person(answer: Churn, person: dict[str, Any], rank: int, say: Say) -> Row:
    reasons = [reason(answer, person, key, say) for key, _ in person["reasons"]]
    semicolon = "；" if say.language == "zh" else "; "
    return {
        "key": person["exhibitor_id"],
        "label": person["name"],
        "rank": rank,
        "p": person["p"],
        "stake": person["stake"],
        "worth": round(person["worth"]) if answer.has_stake else person["worth"],
        "industry": person["industry"] or "–",
        "reasons": semicolon.join(reasons) or say("nothing beyond the average"),
    }


def _list_finding(answer: Churn, say: Say) -> str:
    values = {"n": len(answer.listed), "edition": now(answer, say)}
    if not answer.has_stake:
        return say(
            "The {n} exhibitors of {edition} most likely to stay away (no turnover is declared to"
            " weigh them by).",
            **values,
        )
    worth = sum(person["worth"] for person in answer.listed)
    lost = float(answer.bands["stake_expected"].sum())
    return say(
        "The {n} exhibitors of {edition} with the most turnover at risk: {share} of all that is"
        " expected to go.",
        **values,
        share=say.percent(worth / lost if lost else 0.0, 0),
    )


def _list_notes(answer: Churn, say: Say) -> tuple[str, ...]:
    unknown = say(
        "{n} exhibitors declared no turnover here or the time before, so they cannot be on"
        " this list.",
        n=say.number(answer.without_stake),
    )
    return notes(
        say(
            "A probability is of many such exhibitors, not a verdict on one; what speaks for it is"
            " no cause."
        ),
        say("Declared turnover is what was stated, intentions included; it is not revenue."),
        unknown if answer.has_stake and answer.without_stake else "",
    )
