"""How the answers spread: satisfied and dissatisfied shares, and the whole distribution."""

from __future__ import annotations

from itertools import combinations
from math import isclose

import pandas as pd

from analytics.figures import Bars, Column, Figure, Likert, columns, rows, small_bases
from analytics.figures.families import family
from analytics.figures.rows import Row
from analytics.figures.sentences import sentences, share_interval, some_of
from analytics.ratings.scale import Scale
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.proportion import newcombe
from analytics.studies.satisfaction import BOXES, DISTRIBUTION, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_answers import Boxes, Distribution, Spread, box_ends
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
    bases = [box.satisfied.answers for box in ranked]
    method = say("shares with Wilson's 95% interval")
    return Figure(
        key="boxes",
        finding=sentences(
            say, _overall_share(ranked, say), _within(answer, extremes_sentence(ranked, say), say)
        ),
        base=figures_wording.base(answer, say, bases, None, method),
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
            *columns.share(say),
            columns.answers(say),
        ),
        method=BOXES,
        notes=small_bases.notes(say, (), bases),
        families=family(say("Pairs of items"), pair_ps(_items(ranked))),
    )


def _items(ranked: list[Boxes]) -> list[Boxes]:
    return [box for box in ranked if box.key != "overall"]


def _box_rows(box: Boxes, rank: int, series: tuple[str, str], say: Say) -> list[Row]:
    label = say("Overall satisfaction") if box.key == "overall" else box.name.worded(say)
    shares = (box.satisfied, box.dissatisfied)
    return [
        rows.of_share(share, key=box.key, label=label, rank=rank, series=name, answers=points)
        for name, points, share in zip(series, points_of(box.scale), shares, strict=True)
    ]


def points_of(scale: Scale) -> tuple[str, str]:
    """The answers that count as satisfied and as dissatisfied: 4–5 and 1–2."""
    below, above = box_ends(scale)
    high = f"{above:g}–{scale.high:g}" if above < scale.high else f"{scale.high:g}"
    low = f"{scale.low:g}–{below:g}" if below > scale.low else f"{scale.low:g}"
    return high, low


def _overall_share(ranked: list[Boxes], say: Say) -> str:
    overall = next((box for box in ranked if box.key == "overall"), None)
    if overall is None:
        return ""
    high, low = points_of(overall.scale)
    return say(
        "{share} are satisfied overall (answers {high}; {interval}), {other} dissatisfied (answers"
        " {low}).",
        share=say.percent(overall.satisfied.share),
        other=say.percent(overall.dissatisfied.share),
        high=high,
        low=low,
        interval=share_interval(say, overall.satisfied),
    )


def extremes_sentence(ranked: list[Boxes], say: Say) -> str:
    """Most and least satisfied item, claimed only where they differ after correcting for
    all pairs.
    """
    items = _items(ranked)
    if len(items) < 2:
        return _only_share(items, say)
    first, last = items[0], items[-1]
    values = {
        "name": first.name.worded(say),
        "share": say.percent(first.satisfied.share),
        "other": last.name.worded(say),
        "least": say.percent(last.satisfied.share),
    }
    if pair_ps(items)[len(items) - 2] <= LEVEL_OF_P:
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
    return sentences(say, figures_wording.within(answer, say), sentence)


def pair_ps(items: list[Boxes]) -> list[float]:
    """Holm's p of every pair of items, those of the first item first."""
    ps = [newcombe(item.satisfied, other.satisfied).p for item, other in combinations(items, 2)]
    return [float(p) for p in holm(ps).p]


def _only_share(items: list[Boxes], say: Say) -> str:
    if not items:
        return ""
    only = items[0]
    return say(
        "{share} are satisfied with {name} ({interval}).",
        share=say.percent(only.satisfied.share),
        name=only.name.worded(say),
        interval=share_interval(say, only.satisfied),
    )


def distribution(answer: Satisfaction, spreads: Distribution, say: Say) -> Figure:
    """Every answer from worst to best, by dimension or by item."""
    has_room = len(spreads.answers) >= LEAST_FOR_TWO
    is_of_points = spreads.scale.span < len(spreads.answers)
    ends = 2 if has_room and is_of_points else 1
    ranked = sorted(spreads.spreads, key=lambda spread: -sum(spread.shares[-ends:]))
    bases = [item.n for item in ranked]
    data = [
        row
        for rank, item in enumerate(ranked)
        for row in _spread_rows(item, rank, spreads.answers, say)
    ]
    return Figure(
        key="distribution",
        finding=_spread_sentence(ranked, spreads.answers, ends, say),
        base=figures_wording.description(
            answer, say, bases, spreads.scale, say("share of ratings, described only")
        ),
        form=Likert(say("Share of ratings"), spreads.answers),
        data=pd.DataFrame(data),
        columns=(
            Column("label", say("Dimension") if spreads.is_by_dimension else say("Item")),
            Column("series", say("Answer")),
            Column("share", say("Share"), "share", 1),
            Column("n", say("Ratings"), "count"),
        ),
        method=DISTRIBUTION,
        notes=small_bases.notes(say, (), bases),
    )


def _spread_rows(item: Spread, rank: int, answers: tuple[str, ...], say: Say) -> list[Row]:
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
