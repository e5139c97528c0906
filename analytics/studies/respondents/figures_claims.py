"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, by_p, claim, established, level_of_mean, level_of_share
from analytics.ratings.readable_names import is_readable
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.respondents import figures_wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.respondents.compute import Respondents
    from analytics.wording import Say


def claims(answer: Respondents, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "rates": lambda: _rates(answer, say),
        "gaps": lambda: _gaps(answer, say),
        "repeats": lambda: _repeats(answer, say),
        "means": lambda: _means(answer, say),
        "weights": lambda: _weights(answer, say),
    }


def _rates(answer: Respondents, say: Say) -> Claim:
    field, rate = answer.grouped, answer.rate
    share = say.percent(rate.share, 0)
    lowest = min(field.groups, key=lambda group: group.rate.share, default=None)
    is_named = lowest is not None and is_readable(lowest.key, say) and len(field.groups) > 1
    if field.is_established and lowest is not None and is_named:
        return claim(
            say,
            "difference",
            "confirmed",
            phrase("{share} of exhibitors answered; among {group} only {low}."),
            {"group": figures_wording.group_name(field.key, lowest.key, say)},
            share=share,
            low=say.percent(lowest.rate.share, 0),
        )
    sentence = (
        phrase("{share} of exhibitors answered; some groups much less than others.")
        if field.is_established
        else phrase("{share} of exhibitors answered, and no group stands out.")
    )
    if len(field.groups) < 2:
        sentence = phrase("{share} of exhibitors answered.")
    return claim(say, "level", level_of_share(rate), sentence, share=share)


def _gaps(answer: Respondents, say: Say) -> Claim | None:
    groups = [group for field in answer.fields if len(field.groups) > 1 for group in field.groups]
    if not groups:
        return None
    standing = [group for group in groups if group.is_established]
    if not standing:
        return claim(
            say,
            "difference",
            "no evidence",
            phrase("Those who answered are a fair picture of all exhibitors."),
        )
    first = max(standing, key=lambda group: abs(group.gap))
    return claim(
        say,
        "difference",
        "confirmed",
        phrase("{group}: {answering} of the answers, but {share} of all exhibitors."),
        {"group": figures_wording.in_sentence(first.field, first.key, say)},
        answering=say.percent(first.share_answering, 0),
        share=say.percent(first.share, 0),
    )


def _repeats(answer: Respondents, say: Say) -> Claim:
    repeat, p = answer.repeats[0], answer.field("experience").adjusted_p
    values = {
        "share": say.percent(repeat.respondents.share, 0),
        "register": say.percent(repeat.register.share, 0),
    }
    if p == p and p <= LEVEL_OF_P:
        sentence = (
            phrase("Regulars answer more: {share} of answers, {register} of exhibitors.")
            if repeat.apart.difference > 0
            else phrase("Newcomers answer more: regulars give {share}, and are {register}.")
        )
        return claim(say, "difference", "confirmed", sentence, **values)
    return claim(
        say,
        "difference",
        by_p(p, answer.field("experience").p),
        phrase("Regulars answer like newcomers: {share} of answers, {register} of exhibitors."),
        **values,
    )


def _means(answer: Respondents, say: Say) -> Claim | None:
    plain, weighting = answer.plain, answer.weighting
    if plain is None:
        return None
    digits = answer.scale.digits
    values = {"mean": say.number(plain.mean, digits)}
    sure = level_of_mean(plain, answer.scale.span)
    if weighting is None:
        sentence = phrase("Satisfaction is {mean}; the register cannot weight it.")
        return claim(say, "level", sure, sentence, **values)
    values["weighted"] = say.number(weighting.mean.mean, digits)
    if values["weighted"] == values["mean"]:
        sentence = phrase("Who answered hardly matters: {mean} as answered and as weighted.")
        return claim(say, "change", "no evidence", sentence, **values)
    half = (plain.process.high - plain.process.low) / 2
    is_shifted = abs(weighting.mean.mean - plain.mean) > half
    sentence = (
        phrase("Counting every exhibitor alike, satisfaction is {weighted}, not {mean}.")
        if is_shifted
        else phrase("Who answered hardly matters: {mean} as answered, {weighted} as weighted.")
    )
    return claim(say, "change", established(is_shifted), sentence, **values)


def _weights(answer: Respondents, say: Say) -> Claim | None:
    if answer.weighting is None:
        return None
    kish = answer.weighting.kish
    return claim(
        say,
        "level",
        "confirmed",
        phrase("Weighted, the {n} answers are worth {worth}."),
        n=say.number(kish.n),
        worth=say.number(kish.n_eff),
    )
