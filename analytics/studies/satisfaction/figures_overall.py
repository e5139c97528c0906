"""The overall figure three ways, and the small one for the overview."""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns, small_bases
from analytics.figures.families import Family
from analytics.figures.sentences import interval, sentences
from analytics.ratings.change import change_sentence
from analytics.stats.mean import MeanEstimate
from analytics.studies.satisfaction import MEANS, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_scores import Score
from analytics.wording import Say


def overview(answer: Satisfaction, say: Say) -> Figure:
    """Dimensions in dots under the one sentence and the one number; the overalls where there are no
    dimensions.
    """
    table = answer.dimensions if answer.dimensions.scores else answer.overalls
    names = figures_wording.WAYS if table is answer.overalls else {}
    rows = [
        figures_wording.score_row(
            score, say(names[score.key]) if names else score.name.worded(say), rank
        )
        for rank, score in enumerate(table.highest_first())
    ]
    first, scale = answer.overalls.scores[0], answer.overalls.scale
    return Figure(
        key="overview",
        finding=main_sentence(answer, first, say),
        base=figures_wording.pair_base(
            answer, say, [first.now.n], scale, say("mean with 95 % t interval")
        ),
        form=Bars("score", say("Mean"), has_interval=True, is_dots=True),
        data=pd.DataFrame(rows).assign(base_n_eff=first.now.n_eff),
        columns=figures_wording.score_columns(say, say("Dimension"), table, has_change=False),
        method=MEANS,
        headline=Headline(
            say.number(first.now.mean, scale.digits),
            say(
                "{subject}, {edition}",
                subject=say(figures_wording.SUBJECTS[first.key]),
                edition=answer.focus.name.worded(say),
            ),
        ),
        is_established=first.change is None or first.change.is_established,
        families=_family(first, say),
    )


def overalls(answer: Satisfaction, say: Say) -> Figure:
    """The overall question, the mean of dimension means and the mean of all ratings, in both
    editions.
    """
    table, digits = answer.overalls, answer.overalls.scale.digits
    first = table.scores[0]
    return Figure(
        key="overalls",
        finding=sentences(say, main_sentence(answer, first, say), _beside(answer, say)),
        base=figures_wording.pair_base(
            answer,
            say,
            (score.now.n for score in table.scores),
            table.scale,
            say("mean with 95 % t interval"),
        ),
        form=Bars(
            "score",
            say("Mean"),
            has_interval=True,
            is_dots=True,
            series=_edition_names(answer, say),
        ),
        data=pd.DataFrame(_rows(answer, say)),
        columns=(
            Column("label", say("Way of averaging")),
            Column("series", say("Edition")),
            Column("value", say("Mean"), "score", digits),
            *columns.interval(say, "score", digits),
            Column("n", say("Respondents"), "count"),
            Column("change", say("Change"), "change", digits),
            Column("change_low", say("Change from"), "change", digits),
            Column("change_high", say("Change to"), "change", digits),
            Column("needed", say("Answers needed to see it"), "count"),
        ),
        method=MEANS,
        notes=(
            *small_bases.notes(say, (), [score.now.n for score in table.scores]),
            *_absent(answer, say),
        ),
        is_established=first.change is None or first.change.is_established,
        families=_family(first, say),
    )


def _family(first: Score, say: Say) -> tuple[Family, ...]:
    return (Family(say("The change asked for"), 1),) if first.change else ()


def main_sentence(answer: Satisfaction, score: Score, say: Say) -> str:
    """The overall figure with its change, or alone with the reason why it is not compared."""
    digits, subject, edition = (
        answer.overalls.scale.digits,
        say(figures_wording.SUBJECTS[score.key]),
        answer.focus.name.worded(say),
    )
    if score.change and answer.before:
        return change_sentence(
            say, subject, answer.before.name.worded(say), edition, score.change, digits
        )
    now = score.now
    values = {"subject": subject, "edition": edition, "value": say.number(now.mean, digits)}
    if not isfinite(now.low):
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
    values = {score.key: say.number(score.now.mean, digits) for score in answer.overalls.scores[1:]}
    sentences_said = [
        (
            say("The mean of the dimension means is {value}.", value=values["*dimensions"])
            if "*dimensions" in values
            else ""
        ),
        (
            say("The mean of all ratings is {value}.", value=values["*pooled"])
            if "*pooled" in values
            else ""
        ),
    ]
    return sentences(say, *sentences_said)


def _edition_names(answer: Satisfaction, say: Say) -> tuple[str, ...]:
    pair = (
        (answer.before, answer.focus)
        if any(score.change for score in answer.overalls.scores)
        else (answer.focus,)
    )
    return tuple(edition.name.worded(say) for edition in pair if edition)


def _rows(answer: Satisfaction, say: Say) -> list[dict[str, object]]:
    rows = []
    for rank, score in enumerate(answer.overalls.scores):
        label = say(figures_wording.WAYS[score.key])
        now = figures_wording.score_row(score, label, rank) | {
            "series": answer.focus.name.worded(say)
        }
        if score.change and answer.before:
            rows.append(_then(now, score.change.then, answer.before.name.worded(say)))
        rows.append(now)
    return rows


def _then(now: dict[str, object], then: MeanEstimate, edition: str) -> dict[str, object]:
    blank = dict.fromkeys(("change", "change_low", "change_high", "needed"))
    return (
        now
        | blank
        | {
            "series": edition,
            "value": then.mean,
            "low": then.low,
            "high": then.high,
            "n": then.n,
            "n_eff": then.n_eff,
            "base_n_eff": None,
            "is_faint": small_bases.is_pale(then.n),
        }
    )


def _absent(answer: Satisfaction, say: Say) -> tuple[str, ...]:
    """Figures that the data do not bear, so that nobody looks for them."""
    absent = []
    if answer.recommendation is None:
        absent.append(
            say(
                "No recommendation score: the question was not asked from 0 to 10, or too few"
                " answered it."
            )
        )
    if not answer.outcomes:
        absent.append(
            say("Goal attainment and intention to return were not asked, or too few answered.")
        )
    if len(answer.groups.groups) < 2:
        absent.append(
            say(
                "No comparison of {kind}: fewer than two have enough answers.",
                kind=answer.grouping.kinds(say),
            )
        )
    return tuple(absent)
