"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import (
    Certainty,
    Claim,
    by_p,
    claim,
    established,
    level_of_mean,
    level_of_share,
    share_level,
)
from analytics.ratings.readable_names import is_bare_code
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.satisfaction.figures_answers import pair_ps
from analytics.studies.satisfaction.figures_satisfied import OF_WHOM, satisfied_claim
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.ratings.change import Change
    from analytics.studies.satisfaction.compute import Satisfaction
    from analytics.studies.satisfaction.compute_scores import ScoreTable
    from analytics.wording import Say

WHO = {"exhibitor": phrase("Exhibitors"), "visitor": phrase("Visitors")}
MORE = phrase("{who} are more satisfied than last time: {now}, after {then}.")
LESS = phrase("{who} are less satisfied than last time: {now}, after {then}.")
ALIKE = phrase("{who} are as satisfied as last time: {now}, after {then}.")


def claims(answer: Satisfaction, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: satisfied_claim(answer, say) or _overall(answer, say),
        "overalls": lambda: _overall(answer, say),
        "dimensions": lambda: _table(answer.dimensions, say),
        "items": lambda: _table(answer.items, say) if answer.items else None,
        "boxes": lambda: _boxes(answer, say),
        "distribution": lambda: _distribution(answer, say),
        "recommendation": lambda: _recommendation(answer, say),
        "outcomes": lambda: _outcomes(answer, say),
        "groups": lambda: _groups(answer, say),
        "pairs": lambda: _pairs(answer, say),
        "screening": lambda: _screening(answer, say),
        "reliability": lambda: _reliability(answer, say),
    }


def _overall(answer: Satisfaction, say: Say) -> Claim:
    score, scale = answer.overalls.scores[0], answer.overalls.scale
    values = {
        "who": say(WHO[answer.audience]),
        "now": say.number(score.now.mean, scale.digits),
    }
    if score.change is None:
        sure = level_of_mean(score.now, scale.span)
        sentence = phrase("{who} rate their satisfaction {now} of {best}.")
        return claim(say, "level", sure, sentence, best=say.number(scale.high), **values)
    change: Change = score.change
    values["then"] = say.number(change.then.mean, scale.digits)
    sentence = ALIKE
    if change.is_significant:
        sentence = MORE if change.gap.difference > 0 else LESS
    return claim(say, "change", change.certainty, sentence, **values)


def _table(table: ScoreTable, say: Say) -> Claim:
    """The lowest against the highest, where the data tell them apart."""
    scores = table.highest_first()
    best, worst, digits = scores[0], scores[-1], table.scale.digits
    names = {"best": best.name.worded(say), "worst": worst.name.worded(say)}
    values = {
        "high": say.number(best.now.mean, digits),
        "low": say.number(worst.now.mean, digits),
    }
    if len(scores) == 1:
        sure = level_of_mean(best.now, table.scale.span)
        sentence = phrase("{best} is rated {high}.")
        return claim(say, "level", sure, sentence, {"best": names["best"]}, high=values["high"])
    is_apart = worst not in table.level_with_highest()
    return claim(
        say,
        "difference",
        established(is_apart),
        phrase("{worst} is rated lowest: {low}, against {high} for {best}.")
        if is_apart
        else phrase("All are rated about alike, from {low} ({worst}) to {high} ({best})."),
        names,
        **values,
    )


def _boxes(answer: Satisfaction, say: Say) -> Claim:
    overall = next((box for box in answer.boxes if box.key == "overall"), None)
    items = sorted(
        (box for box in answer.boxes if box.key != "overall"), key=lambda box: -box.satisfied.share
    )
    if overall is not None:
        return claim(
            say,
            "level",
            level_of_share(overall.satisfied),
            phrase("{share} of {who} are satisfied, {other} are not."),
            who=say(OF_WHOM[answer.audience]),
            share=say.percent(overall.satisfied.share, 0),
            other=say.percent(overall.dissatisfied.share, 0),
        )
    first, last = items[0], items[-1]
    if first is last:
        return claim(
            say,
            "level",
            level_of_share(first.satisfied),
            phrase("{share} are satisfied with {name}."),
            {"name": first.name.worded(say)},
            share=say.percent(first.satisfied.share, 0),
        )
    is_apart = pair_ps(items)[len(items) - 2] <= LEVEL_OF_P
    return claim(
        say,
        "difference",
        established(is_apart),
        phrase("Fewest are satisfied with {other}: {least}, against {share} with {name}."),
        {"name": first.name.worded(say), "other": last.name.worded(say)},
        least=say.percent(last.satisfied.share, 0),
        share=say.percent(first.satisfied.share, 0),
    )


def _distribution(answer: Satisfaction, say: Say) -> Claim | None:
    spreads = answer.distribution
    if spreads is None:
        return None
    ends = 2 if len(spreads.answers) >= 5 and spreads.scale.span < len(spreads.answers) else 1
    worst = max(spreads.spreads, key=lambda spread: sum(spread.shares[:ends]))
    return claim(
        say,
        "level",
        "confirmed" if worst.n_eff >= 100 else "a sign" if worst.n_eff >= 30 else "too few",
        phrase("{name} gets the most low ratings: {share}."),
        {"name": worst.name.worded(say)},
        share=say.percent(sum(worst.shares[:ends]), 0),
    )


def _recommendation(answer: Satisfaction, say: Say) -> Claim | None:
    recommendation = answer.recommendation
    if recommendation is None:
        return None
    now, change = recommendation.now, recommendation.change
    values = {"score": say.signed(now.score, 1)}
    if change is None:
        sure = share_level(now.low / 200, now.high / 200) if now.is_reliable else "too few"
        sentence = phrase("The recommendation score (NPS) is {score}.")
        return claim(say, "level", sure, sentence, **values)
    values["then"] = say.signed(change.then.mean, 1)
    sentence = phrase("The recommendation score (NPS) is as last time: {score}, after {then}.")
    if change.is_significant:
        sentence = (
            phrase("More promoters than last time: {score}, after {then}.")
            if change.gap.difference > 0
            else phrase("More detractors than last time: {score}, after {then}.")
        )
    return claim(say, "change", change.certainty, sentence, **values)


OUTCOMES = {
    "goal_attainment": phrase("{share} reached their goal at least by and large."),
    "intention": phrase("{share} plan to come back or may."),
}
ELSEWHERE = {
    "goal_attainment": phrase("{share} chose the best answers about their goal."),
    "intention": phrase("{share} chose the best answers about coming back."),
}


def _outcomes(answer: Satisfaction, say: Say) -> Claim:
    outcome = answer.outcomes[0]
    sentences = OUTCOMES if outcome.has_three_answers else ELSEWHERE
    return claim(
        say,
        "level",
        level_of_share(outcome.positive),
        sentences[outcome.measure],
        share=say.percent(outcome.positive.share, 0),
    )


def _groups(answer: Satisfaction, say: Say) -> Claim:
    compared, kind = answer.groups, answer.grouping.kinds(say)
    if not compared.pairs:
        sentence = phrase("Too few answers to compare {kind}.")
        return claim(say, "difference", "too few", sentence, kind=kind)
    if compared.established:
        return _widest(answer, say)
    own = min((pair.gap.p for pair in compared.pairs), default=1.0)
    is_sign = compared.test.p <= LEVEL_OF_P or (len(compared.pairs) > 1 and own <= LEVEL_OF_P)
    return claim(
        say,
        "difference",
        "a sign" if is_sign else "no evidence",
        phrase("Some {kind} may be more satisfied than others; none stands out.")
        if is_sign
        else phrase("All {kind} are about equally satisfied."),
        kind=kind,
    )


def _widest(answer: Satisfaction, say: Say) -> Claim:
    pair, digits = answer.groups.established[0], answer.groups.scale.digits
    if is_bare_code(pair.first.name) or is_bare_code(pair.second.name):
        return _pairs(answer, say)
    return claim(
        say,
        "difference",
        "confirmed",
        phrase("{first} are more satisfied than {second}: {value}, against {other}."),
        {
            "first": answer.grouping.named(pair.first.name, say),
            "second": answer.grouping.named(pair.second.name, say),
        },
        value=say.number(pair.first.mean.mean, digits),
        other=say.number(pair.second.mean.mean, digits),
    )


def _pairs(answer: Satisfaction, say: Say) -> Claim:
    compared, kind = answer.groups, answer.grouping.kinds(say)
    own = min((pair.gap.p for pair in compared.pairs), default=1.0)
    if not compared.established:
        sentence = phrase("No two {kind} differ for certain.")
        return claim(say, "difference", by_p(1.0, own), sentence, kind=kind)
    return claim(
        say,
        "difference",
        "confirmed",
        phrase("{count} of {family} pairs of {kind} differ for certain."),
        count=say.number(len(compared.established)),
        family=say.number(compared.family),
        kind=kind,
    )


def _screening(answer: Satisfaction, say: Say) -> Claim:
    standing = [dimension for dimension in answer.screened if dimension.is_established]
    kind = answer.grouping.kinds(say)
    if not standing:
        own = min((dimension.p for dimension in answer.screened), default=1.0)
        sentence = phrase("In every area, {kind} answer about alike.")
        is_sign = own <= LEVEL_OF_P / max(1, len(answer.screened))
        sure: Certainty = "a sign" if is_sign else "no evidence"
        return claim(say, "difference", sure, sentence, kind=kind)
    first = min(standing, key=lambda dimension: dimension.adjusted_p)
    return claim(
        say,
        "difference",
        "confirmed",
        phrase("In {count} of {family} areas {kind} differ, most clearly in {name}."),
        {"name": first.name.worded(say)},
        kind=kind,
        count=say.number(len(standing)),
        family=say.number(len(answer.screened)),
    )


def _reliability(answer: Satisfaction, say: Say) -> Claim:
    doubtful = [alpha for alpha in answer.alphas if not alpha.may_be_averaged]
    if doubtful:
        return claim(
            say,
            "level",
            "confirmed" if doubtful[0].n >= 100 else "a sign",
            phrase("Read the questions of {name} one by one: they measure different things."),
            {"name": doubtful[0].name.worded(say)},
        )
    return claim(
        say,
        "level",
        "confirmed" if min(alpha.n for alpha in answer.alphas) >= 100 else "a sign",
        phrase("The questions of each area belong together and may be averaged."),
    )
