"""The overall figure three ways, and the small one for the overview."""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns, rows, small_bases
from analytics.figures.families import Family
from analytics.figures.rows import Row
from analytics.figures.sentences import interval, notes, sentences
from analytics.ratings.change import change_sentence
from analytics.studies.satisfaction import MEANS, figures_satisfied, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_scores import Score
from analytics.wording import Say


def overview(answer: Satisfaction, say: Say) -> Figure:
    """Dimensions in dots under the one sentence and the one number; the overalls where there are no
    dimensions. Where the overall question was asked, the share of satisfied answers stands instead.
    """
    if answer.satisfied:
        return figures_satisfied.overview(answer, answer.satisfied, say)
    table = answer.dimensions if answer.dimensions.scores else answer.overalls
    data = [
        figures_wording.score_row(score, _label(score, say), rank)
        for rank, score in enumerate(table.highest_first())
    ]
    first, scale = answer.overalls.scores[0], answer.overalls.scale
    return Figure(
        key="overview",
        finding=main_sentence(answer, first, say),
        base=figures_wording.pair_base(
            answer, say, [first.now.n], scale, say("mean with 95% t interval")
        ),
        form=Bars("score", say("Mean"), has_interval=True, is_dots=True),
        data=pd.DataFrame(data).assign(base_n_eff=first.now.n_eff),
        columns=figures_wording.score_columns(
            say, figures_wording.part(answer, say), table, has_change=False
        ),
        method=MEANS,
        headline=_headline(answer, first, say),
        is_established=first.change is None or first.change.is_established,
        families=_family(first, say),
    )


def _label(score: Score, say: Say) -> str:
    """The way of averaging, or the dimension."""
    way = figures_wording.WAYS.get(score.key)
    return say(way) if way else score.name.worded(say)


def _headline(answer: Satisfaction, first: Score, say: Say) -> Headline:
    label = say(
        "{subject}, {edition}",
        subject=say(figures_wording.SUBJECTS[first.key]),
        edition=answer.focus.name.worded(say),
    )
    return Headline(say.number(first.now.mean, answer.overalls.scale.digits), label)


def overalls(answer: Satisfaction, say: Say) -> Figure:
    """The overall question, the mean of dimension means and the mean of all ratings, in both
    editions.
    """
    table, first = answer.overalls, answer.overalls.scores[0]
    bases = [score.now.n for score in table.scores]
    before = answer.before if any(score.change for score in table.scores) else None
    names = tuple(edition.name.worded(say) for edition in (before, answer.focus) if edition)
    return Figure(
        key="overalls",
        finding=sentences(say, main_sentence(answer, first, say), _beside(answer, say)),
        base=figures_wording.pair_base(
            answer, say, bases, table.scale, say("mean with 95% t interval")
        ),
        form=Bars(
            "score",
            say("Mean"),
            has_interval=True,
            is_dots=True,
            series=names,
            roles=("before", "now") if before else (),
        ),
        data=pd.DataFrame(_rows(answer, say)),
        columns=_overall_columns(table.scale.digits, say),
        method=MEANS,
        notes=(*small_bases.notes(say, (), bases), *_absent(answer, say)),
        is_established=first.change is None or first.change.is_established,
        families=_family(first, say),
    )


def _overall_columns(digits: int, say: Say) -> tuple[Column, ...]:
    return (
        Column("label", say("Way of averaging")),
        columns.edition(say),
        *columns.mean(say, digits),
        Column("n", say("Respondents"), "count"),
        columns.change(say, digits),
        *columns.change_interval(say, digits),
        columns.visible(say, digits),
    )


def _family(first: Score, say: Say) -> tuple[Family, ...]:
    return (Family(say("The change asked for"), 1),) if first.change else ()


def main_sentence(answer: Satisfaction, score: Score, say: Say) -> str:
    """The overall figure with its change, or alone with the reason why it is not compared."""
    digits = answer.overalls.scale.digits
    subject = say(figures_wording.SUBJECTS[score.key])
    edition = answer.focus.name.worded(say)
    if score.change and answer.before:
        return change_sentence(
            say, subject, answer.before.name.worded(say), edition, score.change, digits
        )
    now = score.now
    values = {"subject": subject, "edition": edition, "value": say.number(now.mean, digits)}
    if now.is_census:
        alone = say("{subject} is {value} ({edition}): all exhibitors answered.", **values)
    elif not isfinite(now.low):
        alone = say(
            "{subject} is {value} ({edition}); all answers are alike, so no interval can be given.",
            **values,
        )
    else:
        alone = say(
            "{subject} is {value} ({edition}, {interval}).",
            **values,
            interval=interval(say, now.low, now.high, digits),
        )
    return sentences(say, alone, _not_compared(answer, say))


def _not_compared(answer: Satisfaction, say: Say) -> str:
    if answer.before is None:
        return say("There is no edition to compare it with.")
    return say(
        "{before} has too few answers to compare it with.", before=answer.before.name.worded(say)
    )


def _beside(answer: Satisfaction, say: Say) -> str:
    """The other ways of averaging stand beside and may differ."""
    digits = answer.overalls.scale.digits
    means = {score.key: say.number(score.now.mean, digits) for score in answer.overalls.scores[1:]}
    dimensions, pooled = means.get("*dimensions", ""), means.get("*pooled", "")
    return sentences(
        say,
        say("The mean of the dimension means is {value}.", value=dimensions) if dimensions else "",
        say("The mean of all ratings is {value}.", value=pooled) if pooled else "",
    )


def _rows(answer: Satisfaction, say: Say) -> list[Row]:
    return [
        row
        for rank, score in enumerate(answer.overalls.scores)
        for row in _score_rows(answer, score, rank, say)
    ]


def _score_rows(answer: Satisfaction, score: Score, rank: int, say: Say) -> list[Row]:
    """The score in the edition compared with, where that can be, and in the one looked at."""
    label = _label(score, say)
    now = figures_wording.score_row(score, label, rank) | {"series": answer.focus.name.worded(say)}
    if not score.change or not answer.before:
        return [now]
    before, place = answer.before.name.worded(say), {"key": score.key, "label": label, "rank": rank}
    return [rows.of_mean(score.change.then, **place, series=before), now]


def _absent(answer: Satisfaction, say: Say) -> tuple[str, ...]:
    """Figures that the data do not bear, so that nobody looks for them."""
    no_score = say(
        "No recommendation score: the question was not asked from 0 to 10, or too few answered it."
    )
    no_outcomes = say(
        "Goal attainment and intention to return were not asked, or too few answered."
    )
    no_groups = say(
        "No comparison of {kind}: fewer than two have enough answers.",
        kind=answer.grouping.kinds(say),
    )
    return notes(
        no_score if answer.recommendation is None else "",
        no_outcomes if not answer.outcomes else "",
        no_groups if len(answer.groups.groups) < 2 else "",
        answer.populations.why_process(say, answer.focus.key, answer.exhibitors),
    )
