"""What weighting to the register changes, and what it costs."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, columns
from analytics.figures.sentences import interval, notes, sentences
from analytics.figures.small_bases import is_pale
from analytics.ratings.groups import TITLES
from analytics.studies.respondents import WEIGHTS, figures_wording

if TYPE_CHECKING:
    from analytics.stats.mean import MeanEstimate
    from analytics.studies.respondents.compute import Respondents
    from analytics.studies.respondents.compute_weights import Weighting
    from analytics.wording import Say


def means(answer: Respondents, say: Say) -> Figure | None:
    """Overall satisfaction as answered and as the register would have it; None where too few
    answered that question.
    """
    if answer.plain is None:
        return None
    rows = [
        _mean_row(label, mean, rank)
        for rank, (label, mean) in enumerate(_estimates(answer, answer.plain, say))
    ]
    digits = answer.scale.digits
    return Figure(
        "means",
        _shift(answer, answer.plain, say),
        figures_wording.base(
            answer,
            say,
            _worth(answer.weighting, say),
            answer.scale.worded(say),
            say("mean with 95% t interval"),
            figures_wording.whose(answer, say),
        ),
        Bars("score", say("Overall satisfaction"), has_interval=True, is_dots=True),
        pd.DataFrame(rows),
        (
            Column("label", say("Counted")),
            *columns.mean(say, digits),
            columns.answers(say),
            Column("n_eff", say("Effective n"), "number", 0),
        ),
        WEIGHTS,
        notes=(*figures_wording.notes(answer, say), *_cut(answer.weighting, say)),
        is_established=_is_shifted(answer, answer.plain),
    )


def _half(plain: MeanEstimate) -> float:
    """The margin of chance: of the process, for who answers is what might have been otherwise."""
    process = plain.process
    return (process.high - process.low) / 2


def _is_shifted(answer: Respondents, plain: MeanEstimate) -> bool:
    """Whether weighting moves the mean by more than chance would."""
    return answer.weighting is not None and abs(answer.weighting.mean.mean - plain.mean) > _half(
        plain
    )


def _estimates(
    answer: Respondents, plain: MeanEstimate, say: Say
) -> list[tuple[str, MeanEstimate]]:
    labelled = [(say("Every respondent alike"), plain)]
    if answer.weighting:
        labelled.append((say("Weighted to the register"), answer.weighting.mean))
    if answer.every_answer.n != plain.n:
        labelled.append((say("All answers, also those not on the register"), answer.every_answer))
    return labelled


def _mean_row(label: str, mean: MeanEstimate, rank: int) -> dict[str, Any]:
    return {
        "key": str(rank),
        "label": label,
        "rank": rank,
        "value": mean.mean,
        "low": mean.low,
        "high": mean.high,
        "n": mean.n,
        "n_eff": mean.n_eff,
        "is_faint": is_pale(mean.n_eff),
    }


def _worth(weighting: Weighting | None, say: Say) -> str:
    if weighting is None:
        return ""
    return say(
        "effective n = {n}, design effect {deff}",
        n=say.number(weighting.kish.n_eff),
        deff=say.ratio(weighting.kish.deff),
    )


def _shift(answer: Respondents, plain: MeanEstimate, say: Say) -> str:
    """What weighting does to the mean, and whether that is more than chance."""
    digits = answer.scale.digits
    if answer.weighting is None:
        return say(
            "Overall satisfaction is {mean}. It cannot be weighted: the register knows no field in"
            " which two groups have ten respondents each, or no weights match it.",
            mean=say.number(plain.mean, digits),
        )
    weighted = answer.weighting.mean
    values = {
        "mean": say.number(plain.mean, digits),
        "weighted": say.number(weighted.mean, digits),
        "shift": say.signed(weighted.mean - plain.mean, digits),
        "interval": interval(say, weighted.low, weighted.high, digits),
        "half": say.number(_half(plain), digits),
    }
    if not isfinite(plain.low):
        return say(
            "Weighted to the register, overall satisfaction is {weighted} instead of {mean}; all"
            " answers are alike, so no interval can be given.",
            **values,
        )
    both = say(
        "Overall satisfaction is {weighted} weighted to the register ({interval}), {mean}"
        " unweighted.",
        **values,
    )
    return sentences(say, both, _against_chance(values, say, is_shifted=_is_shifted(answer, plain)))


def _against_chance(values: dict[str, str], say: Say, *, is_shifted: bool) -> str:
    if is_shifted:
        return say(
            "The shift of {shift} is larger than the margin of chance (± {half}): show the "
            "weighted mean.",
            **values,
        )
    return say(
        "The shift of {shift} is smaller than the margin of chance (± {half}): for this "
        "mean, who "
        "answered hardly matters as far as the register can tell.",
        **values,
    )


def _cut(weighting: Weighting | None, say: Say) -> tuple[str, ...]:
    """What trimming did."""
    if weighting is None or not weighting.trimmed:
        return ()
    sentence = say(
        "The weights of {n} respondents were cut at 0.3 or 3 times the average.",
        n=say.number(weighting.trimmed),
    )
    if not weighting.largest_miss:
        return (sentence,)
    off = say(
        "That leaves a group up to {miss} off the register.",
        miss=say.percent(weighting.largest_miss),
    )
    return (sentences(say, sentence, off),)


def weights(answer: Respondents, say: Say) -> Figure | None:
    """The mean weight of each group; None without weights."""
    weighting = answer.weighting
    if weighting is None:
        return None
    rows = [
        {
            "key": f"{field}:{key}",
            "field": say(TITLES[field]),
            "label": figures_wording.group_name(field, key, say),
            "weight": weight,
            **_counted(answer, field, key),
        }
        for (field, key), weight in weighting.by_group.items()
    ]
    return Figure(
        "weights",
        _weights_sentence(weighting, say),
        figures_wording.base(
            answer,
            say,
            _worth(weighting, say),
            say("raking to {fields}", fields=figures_wording.listed(weighting.fields, say)),
        ),
        Grid(),
        pd.DataFrame([row for row in rows if row["n"] is None or row["n"] >= answer.least]),
        (
            Column("field", say("Field")),
            Column("label", say("Group")),
            Column("n", say("On the register"), "count"),
            Column("respondents", say("Answered"), "count"),
            Column("weight", say("Mean weight"), "number", 2),
        ),
        WEIGHTS,
        notes=(*figures_wording.notes(answer, say), *_pooled(answer, say), *_cut(weighting, say)),
    )


def _counted(answer: Respondents, field: str, key: str) -> dict[str, Any]:
    """What stands behind a weight; of the small groups together only their weight is told."""
    for group in answer.field(field).groups:
        if group.key == key:
            return {"n": group.exhibitors, "respondents": group.respondents}
    return {"n": None, "respondents": None}


def _pooled(answer: Respondents, say: Say) -> tuple[str, ...]:
    counted = sum(len(field.pooled) for field in answer.fields if field.can_weight)
    unused = tuple(field.key for field in answer.fields if not field.can_weight)
    together = say(
        "{n} groups with fewer than ten respondents are weighted together with others of their"
        " field.",
        n=say.number(counted),
    )
    left_out = say(
        "Not used for weighting, because fewer than two groups are large enough: {fields}.",
        fields=figures_wording.listed(unused, say),
    )
    return notes(together if counted else "", left_out if unused else "")


def _weights_sentence(weighting: Weighting, say: Say) -> str:
    kish = weighting.kish
    first = say(
        "A respondent counts between {low} and {high} times; the {n} respondents are worth {n_eff}"
        " plain ones (design effect {deff}).",
        low=say.ratio(kish.smallest),
        high=say.ratio(kish.largest),
        n=say.number(kish.n),
        n_eff=say.number(kish.n_eff),
        deff=say.ratio(kish.deff),
    )
    return sentences(say, first, *(_cut(weighting, say) or (say("No weight had to be cut."),)))
