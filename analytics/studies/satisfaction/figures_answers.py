"""Shares: satisfied and dissatisfied, the whole distribution, outcomes, recommendation."""

from __future__ import annotations

from itertools import combinations
from math import isclose
from typing import Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, Likert, columns, small_bases
from analytics.figures.families import family
from analytics.figures.sentences import interval, sentences, some_of
from analytics.ratings.change import change_sentence
from analytics.ratings.scale import Scale
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.net_promoter import NetPromoter
from analytics.stats.proportion import newcombe
from analytics.studies.satisfaction import BOXES, DISTRIBUTION, RECOMMENDATION, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_answers import Boxes, Distribution, Spread, box_ends
from analytics.studies.satisfaction.compute_outcomes import Recommendation
from analytics.wording import Name, Say, phrase

LEAST_FOR_TWO = 5
HIGHEST = phrase("Most high ratings in this sample: {names} ({share} at {points}).")
LOWEST = phrase("Most low ratings: {names} ({share} at {points}).")


def boxes(answer: Satisfaction, say: Say) -> Figure:
    """Satisfied and dissatisfied shares: the overall question first, then the items shown, most
    satisfied first.
    """
    ranked = sorted(answer.boxes, key=lambda box: (box.key != "overall", -box.satisfied.share))
    series = (say("Satisfied"), say("Dissatisfied"))
    return Figure(
        key="boxes",
        finding=sentences(
            say, _overall_share(ranked, say), _within(answer, extremes_sentence(ranked, say), say)
        ),
        base=figures_wording.base(
            answer,
            say,
            (box.satisfied.answers for box in ranked),
            None,
            say("shares with Wilson's 95 % interval"),
        ),
        form=Bars(
            "share",
            say("Share of answers"),
            (0.0, 1.0),
            has_interval=True,
            is_dots=True,
            series=series,
        ),
        data=pd.DataFrame(
            [row for rank, box in enumerate(ranked) for row in _box_rows(box, rank, series, say)]
        ),
        columns=(
            Column("label", say("Question")),
            Column("series", say("Answer")),
            Column("answers", say("Points of the scale")),
            *figures_wording.share_columns(say),
            Column("n", say("Number of answers"), "count"),
        ),
        method=BOXES,
        notes=small_bases.notes(say, (), [box.satisfied.answers for box in ranked]),
        families=family(
            say("Pairs of items"), _pair_ps([box for box in ranked if box.key != "overall"])
        ),
    )


def _box_rows(box: Boxes, rank: int, series: tuple[str, str], say: Say) -> list[dict[str, Any]]:
    ends = _points(box.scale)
    label = say("Overall satisfaction") if box.key == "overall" else box.name.worded(say)
    return [
        {
            "key": box.key,
            "label": label,
            "rank": rank,
            "series": name,
            "answers": points,
            "value": share.share,
            "low": share.low,
            "high": share.high,
            "n": int(share.answers),
            "n_eff": share.n,
            "is_faint": small_bases.is_pale(share.answers),
        }
        for name, points, share in zip(series, ends, (box.satisfied, box.dissatisfied), strict=True)
    ]


def _points(scale: Scale) -> tuple[str, str]:
    """The answers that count as satisfied and as dissatisfied: 4–5 and 1–2."""
    below, above = box_ends(scale)
    high = f"{above:g}–{scale.high:g}" if above < scale.high else f"{scale.high:g}"
    low = f"{scale.low:g}–{below:g}" if below > scale.low else f"{scale.low:g}"
    return high, low


def _overall_share(ranked: list[Boxes], say: Say) -> str:
    overall = next((box for box in ranked if box.key == "overall"), None)
    if overall is None:
        return ""
    high, low = _points(overall.scale)
    return say(
        "{share} are satisfied overall (answers {high}; {interval}), {other} dissatisfied (answers"
        " {low}).",
        share=say.percent(overall.satisfied.share),
        other=say.percent(overall.dissatisfied.share),
        high=high,
        low=low,
        interval=figures_wording.by_percent(say, overall.satisfied),
    )


def extremes_sentence(ranked: list[Boxes], say: Say) -> str:
    """Most and least satisfied item, claimed only where they differ after correcting for
    all pairs.
    """
    items = [box for box in ranked if box.key != "overall"]
    if len(items) < 2:
        return _one_share(items, say)
    first, last = items[0], items[-1]
    values = {
        "name": first.name.worded(say),
        "share": say.percent(first.satisfied.share),
        "other": last.name.worded(say),
        "least": say.percent(last.satisfied.share),
    }
    if _pair_ps(items)[len(items) - 2] <= LEVEL_OF_P:
        return say(
            "Most are satisfied with {name} ({share}), fewest with {other} ({least}).", **values
        )
    return say(
        "From {name} ({share}) to {other} ({least}), no difference between items is established.",
        **values,
    )


def _within(answer: Satisfaction, sentence: str, say: Say) -> str:
    """The sentence, with the dimension whose items alone it speaks of."""
    if answer.items is None or not sentence:
        return sentence
    return sentences(
        say, say("Within {dimension}:", dimension=answer.dimension.worded(say)), sentence
    )


def _pair_ps(items: list[Boxes]) -> list[float]:
    """Holm's p of every pair of items, those of the first item first."""
    ps = [newcombe(item.satisfied, other.satisfied).p for item, other in combinations(items, 2)]
    return [float(p) for p in holm(ps).p]


def _one_share(items: list[Boxes], say: Say) -> str:
    if not items:
        return ""
    only = items[0]
    return say(
        "{share} are satisfied with {name} ({interval}).",
        share=say.percent(only.satisfied.share),
        name=only.name.worded(say),
        interval=figures_wording.by_percent(say, only.satisfied),
    )


def distribution(answer: Satisfaction, spreads: Distribution, say: Say) -> Figure:
    """Every answer from worst to best, by dimension or by item."""
    ends = (
        2
        if len(spreads.answers) >= LEAST_FOR_TWO and spreads.scale.span < len(spreads.answers)
        else 1
    )
    ranked = sorted(spreads.spreads, key=lambda spread: -sum(spread.shares[-ends:]))
    rows = [
        row
        for rank, item in enumerate(ranked)
        for row in _spread_rows(item, rank, spreads.answers, say)
    ]
    return Figure(
        key="distribution",
        finding=_spread_sentence(ranked, spreads.answers, ends, say),
        base=figures_wording.base(
            answer,
            say,
            (item.n for item in ranked),
            spreads.scale,
            say("share of ratings, described only"),
        ),
        form=Likert(say("Share of ratings"), spreads.answers),
        data=pd.DataFrame(rows),
        columns=(
            Column("label", say("Dimension") if spreads.is_by_dimension else say("Item")),
            Column("series", say("Answer")),
            Column("share", say("Share"), "share", 1),
            Column("n", say("Ratings"), "count"),
        ),
        method=DISTRIBUTION,
        notes=small_bases.notes(say, (), [item.n for item in ranked]),
    )


def _spread_rows(
    item: Spread, rank: int, answers: tuple[str, ...], say: Say
) -> list[dict[str, Any]]:
    return [
        {
            "key": item.key,
            "label": item.name.worded(say),
            "rank": rank,
            "series": answer,
            "order": order,
            "share": share,
            "n": item.n,
            "n_eff": item.n_eff,
            "is_faint": small_bases.is_pale(item.n),
        }
        for order, (answer, share) in enumerate(zip(answers, item.shares, strict=True))
    ]


def _spread_sentence(ranked: list[Spread], answers: tuple[str, ...], ends: int, say: Say) -> str:
    high, low = _points_from(answers[-ends:]), _points_from(answers[:ends])
    if len(ranked) == 1:
        shares = ranked[0].shares
        return say(
            "{best}: {most} of ratings at {high}, {least} at {low}.",
            best=ranked[0].name.worded(say),
            high=high,
            low=low,
            most=say.percent(sum(shares[-ends:])),
            least=say.percent(sum(shares[:ends])),
        )
    highs = _most(ranked, [sum(item.shares[-ends:]) for item in ranked])
    lows = _most(ranked, [sum(item.shares[:ends]) for item in ranked])
    return sentences(say, _ratings(*highs, high, HIGHEST, say), _ratings(*lows, low, LOWEST, say))


def _most(ranked: list[Spread], shares: list[float]) -> tuple[tuple[Name, ...], float]:
    """Who has the largest share, and that share; nobody where all have the same."""
    most = max(shares)
    leading = tuple(
        item.name for item, share in zip(ranked, shares, strict=True) if isclose(share, most)
    )
    return (leading if len(leading) < len(ranked) else ()), most


def _ratings(leading: tuple[Name, ...], share: float, points: str, most: str, say: Say) -> str:
    values = {"share": say.percent(share), "points": points}
    if not share:
        return say("No rating in this sample is at {points}.", **values)
    if not leading:
        return say("In all of them {share} of ratings are at {points}.", **values)
    return say(most, **values, names=some_of(say, leading))


def _points_from(answers: tuple[str, ...]) -> str:
    return answers[0] if len(answers) == 1 else f"{answers[0]}–{answers[-1]}"


def recommended(answer: Satisfaction, recommendation: Recommendation, say: Say) -> Figure:
    """The net promoter score, beside that of the edition compared with."""
    return Figure(
        key="recommendation",
        finding=_promoter_sentences(answer, recommendation, say),
        base=figures_wording.pair_base(
            answer,
            say,
            [recommendation.now.answers],
            None,
            say("net promoter score with 95 % normal interval"),
        ),
        form=Bars(
            "points",
            say("Net promoter score"),
            (-100.0, 100.0),
            has_interval=True,
            is_dots=True,
            reference=0.0,
        ),
        data=pd.DataFrame(_promoter_rows(answer, recommendation, say)).assign(
            base_n_eff=recommendation.now.n
        ),
        columns=(
            Column("label", say("Edition")),
            Column("value", say("Net promoter score"), "points", 1),
            *columns.interval(say, "points", 1),
            Column("promoters", say("Promoters (9–10)"), "share", 1),
            Column("passives", say("Passives (7–8)"), "share", 1),
            Column("detractors", say("Detractors (0–6)"), "share", 1),
            Column("n", say("Number of answers"), "count"),
        ),
        method=RECOMMENDATION,
        notes=small_bases.notes(say, (), [recommendation.now.answers]),
        is_established=recommendation.change is None or recommendation.change.is_established,
        families=family(say("Change of the score"), [recommendation.change.gap.p])
        if recommendation.change
        else (),
    )


def _promoter_rows(
    answer: Satisfaction, recommendation: Recommendation, say: Say
) -> list[dict[str, Any]]:
    both = [(answer.before, recommendation.then), (answer.focus, recommendation.now)]
    scores = [(edition.name.worded(say), score) for edition, score in both if edition and score]
    return [_promoter_row(edition, score, rank) for rank, (edition, score) in enumerate(scores)]


def _promoter_row(edition: str, score: NetPromoter, rank: int) -> dict[str, Any]:
    return {
        "key": edition,
        "label": edition,
        "rank": rank,
        "value": score.score,
        "low": score.low,
        "high": score.high,
        "promoters": score.promoters,
        "passives": score.passives,
        "detractors": score.detractors,
        "n": int(score.answers),
        "n_eff": score.n,
        "is_faint": small_bases.is_pale(score.answers),
    }


def _promoter_sentences(answer: Satisfaction, recommendation: Recommendation, say: Say) -> str:
    now = recommendation.now
    parts = say(
        "{promoters} would recommend the fair (9–10) and {detractors} would not (0–6).",
        promoters=say.percent(now.promoters),
        detractors=say.percent(now.detractors),
    )
    if recommendation.change and answer.before:
        names = answer.before.name.worded(say), answer.focus.name.worded(say)
        return sentences(
            say,
            change_sentence(say, say("Net promoter score"), *names, recommendation.change, 1),
            parts,
        )
    if not now.is_reliable:
        return sentences(
            say,
            say(
                "Net promoter score: {score}; all answers are alike, so no interval can be given.",
                score=say.number(now.score, 1),
            ),
            parts,
        )
    alone = say(
        "Net promoter score: {score} ({interval}).",
        score=say.number(now.score, 1),
        interval=interval(say, now.low, now.high, 1),
    )
    return sentences(say, alone, parts)
