"""Who comes back after a complaint, how they rate the fair then, and what that may cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, columns, rows
from analytics.figures.base_line import base_line
from analytics.figures.claims import Claim, by_p, claim
from analytics.figures.families import family
from analytics.figures.sentences import interval, notes, sentences
from analytics.figures.small_bases import is_pale
from analytics.stats.service_recovery import OUTCOMES
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.complaints import COST, RECOVERY
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.stats.mean import Difference
    from analytics.studies.complaints.compute import Complaints
    from analytics.studies.complaints.compute_recovery import Cap, Recovered
    from analytics.wording import Say

NAMES = {
    "satisfied": phrase("Complained, satisfied with the outcome"),
    "unsatisfied": phrase("Complained, not satisfied or still open"),
    "never": phrase("Did not complain"),
}
SELECTION = phrase(
    "Who was made content was not drawn by lot: this goes together, and is no proof that closing a"
    " complaint keeps the exhibitor."
)


def returns(answer: Complaints, say: Say) -> Figure | None:
    """The share that came to the next edition, by outcome; None below five in a group."""
    recovered = answer.recovered
    if recovered is None or not recovered.has_both:
        return None
    groups = recovered.returns.groups
    table = pd.DataFrame(
        [
            rows.of_share(groups[outcome], key=outcome, label=say(NAMES[outcome]), rank=rank)
            for rank, outcome in enumerate(OUTCOMES)
            if groups[outcome].n >= NEVER_BELOW
        ]
    )
    gap = recovered.returns.difference("satisfied", "unsatisfied")
    return Figure(
        "recovery",
        _return_finding(recovered, say),
        base_line(
            say(
                "n = {n} complainers at editions that another followed",
                n=say.number(groups["satisfied"].n + groups["unsatisfied"].n),
            ),
            say("by the worst outcome of an edition"),
        ),
        Bars("share", say("Came to the next edition"), (0, 1), has_interval=True),
        table,
        (Column("label", say("Group")), *columns.share(say), columns.exhibitors(say)),
        RECOVERY,
        notes=_return_notes(recovered, say),
        families=family(say("Return after a complaint"), [gap.p]),
        is_established=by_p(gap.p) == "confirmed",
        claim=_return_claim(recovered, say),
    )


def _return_finding(recovered: Recovered, say: Say) -> str:
    groups = recovered.returns.groups
    gap = recovered.returns.difference("satisfied", "unsatisfied")
    first = say(
        "Of those satisfied with the outcome {a} came to the next edition, of the others who"
        " complained {b}: {gap} points ({interval}).",
        a=say.percent(groups["satisfied"].share),
        b=say.percent(groups["unsatisfied"].share),
        gap=say.signed(100 * gap.difference, 1),
        interval=interval(say, 100 * gap.low, 100 * gap.high, 1, is_signed=True),
    )
    standard = recovered.returns.standardised.difference
    if standard.difference != standard.difference:
        return sentences(say, first, say("No industry has both: nothing could be standardised."))
    second = say(
        "With the same mix of industries {gap} points ({interval}); Mantel–Haenszel {other}.",
        gap=say.signed(100 * standard.difference, 1),
        interval=interval(say, 100 * standard.low, 100 * standard.high, 1, is_signed=True),
        other=say.signed(100 * recovered.returns.mantel_haenszel.difference, 1),
    )
    return sentences(say, first, second)


def _return_claim(recovered: Recovered, say: Say) -> Claim:
    groups = recovered.returns.groups
    gap = recovered.returns.difference("satisfied", "unsatisfied")
    certainty = by_p(gap.p, is_comparable=False)
    if certainty == "no evidence":
        sentence = phrase("Whether a complaint was put right made no visible difference to return.")
        return claim(say, "link", certainty, sentence)
    return claim(
        say,
        "link",
        certainty,
        phrase("Of complainers made content {a} came back, of the others {b}."),
        a=say.percent(groups["satisfied"].share, 0),
        b=say.percent(groups["unsatisfied"].share, 0),
    )


def _return_notes(recovered: Recovered, say: Say) -> tuple[str, ...]:
    standard = recovered.returns.standardised
    left = [name or say("without an industry") for name in standard.strata_left_out]
    return notes(
        say(SELECTION),
        say(
            "Left out of the standardised figure, for only one group complained there: {names}.",
            names=say.listed(tuple(left)),
        )
        if left
        else "",
        say(
            "{n} exhibitors whose complaints were closed nobody knows how are in no group.",
            n=say.number(recovered.unknown),
        )
        if recovered.unknown
        else "",
    )


def next_score(answer: Complaints, say: Say) -> Figure | None:
    """Overall satisfaction at the next edition, 0–100; None where a group answered too rarely."""
    recovered = answer.recovered
    gap = recovered.score_difference if recovered else None
    if recovered is None or gap is None:
        return None
    title = say("Next satisfaction (0–100)")
    text = say(
        "At the next edition those satisfied with the outcome rate the fair {gap} points of 100"
        " above the others who complained ({interval}).",
        gap=say.signed(100 * gap.difference, 1),
        interval=interval(say, 100 * gap.low, 100 * gap.high, 1, is_signed=True),
    )
    return Figure(
        "next_score",
        text,
        base_line(say("answers at the next edition"), say("0–100, more is better")),
        Bars("number", title, (0, 100), has_interval=True, is_dots=True),
        _scores(recovered, say),
        (
            Column("label", say("Group")),
            Column("value", title, "number", 1),
            *columns.interval(say, "number", 1),
            columns.answers(say),
        ),
        RECOVERY,
        notes=notes(say(SELECTION)),
        families=family(say("Next score after a complaint"), [gap.p]),
        is_established=by_p(gap.p) == "confirmed",
        claim=_score_claim(gap, say),
    )


def cost(answer: Complaints, say: Say) -> Figure | None:
    """What making one complainer content may cost at most; None where worth is not known."""
    cap = answer.recovered.cap if answer.recovered else None
    if cap is None:
        return None
    amounts = {"most": say.money(cap.most, cap.currency)}
    return Figure(
        "cost",
        say(
            "Making one complainer content may cost {most} at most ({low} to {high}): future value"
            " {value} × the difference of the shares that came back.",
            low=say.money(cap.low, cap.currency),
            high=say.money(cap.high, cap.currency),
            value=say.money(cap.value, cap.currency),
            **amounts,
        ),
        base_line(say("future value over five editions"), say("an upper limit")),
        Grid(),
        _amounts(cap, say),
        (Column("label", say("Measure")), Column("value", _amount_title(cap, say), "money")),
        COST,
        notes=notes(
            say(SELECTION),
            say("No margin is set for this fair: the value is before costs, and so is the limit.")
            if cap.is_before_costs
            else "",
        ),
        claim=claim(
            say,
            "model",
            "a sign" if cap.low > 0 else "no evidence",
            phrase("Making one complainer content may cost {most} at most."),
            **amounts,
        ),
    )


def _amount_title(cap: Cap, say: Say) -> str:
    return say("Amount ({currency})", currency=cap.currency) if cap.currency else say("Amount")


def _scores(recovered: Recovered, say: Say) -> pd.DataFrame:
    scores = [(key, recovered.scores[key]) for key in OUTCOMES]
    return pd.DataFrame(
        [
            {
                "key": outcome,
                "label": say(NAMES[outcome]),
                "rank": rank,
                "value": 100 * score.mean,
                "low": 100 * score.low,
                "high": 100 * score.high,
                "n": score.n,
                "is_faint": is_pale(score.n),
            }
            for rank, (outcome, score) in enumerate(scores)
            if score
        ]
    )


def _score_claim(gap: Difference, say: Say) -> Claim:
    certainty = by_p(gap.p, is_comparable=False)
    sentence = (
        phrase("Put right or not, complainers rate the next edition alike.")
        if certainty == "no evidence"
        else phrase("Complainers made content rate the next edition {gap} points of 100 higher.")
    )
    return claim(say, "link", certainty, sentence, gap=say.number(100 * gap.difference, 1))


def _amounts(cap: Cap, say: Say) -> pd.DataFrame:
    labels = (
        (say("Mean future value of an exhibitor"), cap.value),
        (say("A recovery may cost at most"), cap.most),
        (say("At the lower end of the interval"), cap.low),
        (say("At the upper end of the interval"), cap.high),
    )
    return pd.DataFrame(
        [
            {"key": str(at), "label": label, "rank": at, "value": value}
            for at, (label, value) in enumerate(labels)
        ]
    )
