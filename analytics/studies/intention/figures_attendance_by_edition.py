"""Attendance by what was said, edition by edition."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Lines, columns
from analytics.figures.families import family
from analytics.figures.small_bases import is_pale
from analytics.stats.clustered_share import ClusterSums, once_each
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.proportion import newcombe
from analytics.studies.intention import BY_EDITION
from analytics.studies.intention.figures_wording import answer_name, followed_base, notes

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.ratings.followed_answers import Followed
    from analytics.stats.proportion import ProportionDifference
    from analytics.studies.intention.compute import Intention
    from analytics.wording import Say


def by_edition(answer: Intention, say: Say) -> Figure | None:
    """None for one edition: the figure before says it all."""
    if len(answer.closed) < 2:
        return None
    names = {stated.step: answer_name(answer, stated.step, say) for stated in answer.answers}
    points = [
        _edition_row(answer, edition, rank, step, name, say)
        for step, name in names.items()
        for rank, edition in enumerate(answer.closed)
    ]
    table_columns = (
        columns.edition(say, "x"),
        Column("series", say("Coming back")),
        *columns.share(say, say("Came to the next edition")),
        Column("n", say("Answers"), "count"),
    )
    form = Lines("share", say("Came to the next edition"), tuple(names.values()), domain=(0, 1))
    finding, is_ordered = _in_order(answer, say)
    return Figure(
        "by_edition",
        finding,
        followed_base(answer, say),
        form,
        pd.DataFrame(points),
        table_columns,
        BY_EDITION,
        notes=notes(answer, say),
        is_established=is_ordered,
        families=family(
            say("Best answer against the lowest, edition by edition"), ordered_p(answer)
        ),
    )


def _edition_row(
    answer: Intention, edition: Followed, rank: int, step: int, name: str, say: Say
) -> Row:
    sums = answer.by_edition.get((edition.edition_id, step), ClusterSums())
    share = once_each(sums) if answer.is_visible(edition.edition_id, step) else None
    return {
        "key": edition.edition_id,
        "x": edition.name.worded(say),
        "x_rank": rank,
        "series": name,
        "value": share.share if share else nan,
        "low": share.low if share else nan,
        "high": share.high if share else nan,
        "n": sums.counted if share else nan,
        "n_eff": share.n if share else nan,
        "base_n_eff": answer.followed_worth,
        "is_gap": share is None,
        "gap": say("too few"),
        "is_faint": is_pale(sums.counted),
    }


def compared_ends(answer: Intention) -> list[ProportionDifference]:
    """The best answer against the worst at every edition that bears both."""
    ends = []
    for edition in answer.closed:
        best, worst = (
            answer.by_edition.get((edition.edition_id, s), ClusterSums()) for s in (answer.steps, 0)
        )
        if all(answer.is_visible(edition.edition_id, step) for step in (answer.steps, 0)):
            ends.append(newcombe(once_each(best), once_each(worst)))
    return ends


def ordered_p(answer: Intention) -> list[float]:
    """Holm's p of these, over the editions."""
    return [float(p) for p in holm([end.p for end in compared_ends(answer)]).p]


def _in_order(answer: Intention, say: Say) -> tuple[str, bool]:
    """At how many editions the best answer was kept more often than the worst, beyond chance after
    Holm.
    """
    pairs = compared_ends(answer)
    if not pairs:
        return (
            say("Edition by edition too few gave the best or the lowest answer to compare them."),
            False,
        )
    adjusted = ordered_p(answer)
    beyond = sum(
        pair.difference > 0 and p <= LEVEL_OF_P for pair, p in zip(pairs, adjusted, strict=True)
    )
    values = {
        "n": len(pairs),
        "above": sum(pair.difference > 0 for pair in pairs),
        "beyond": beyond,
        "first": answer_name(answer, answer.steps, say),
        "last": answer_name(answer, 0, say),
    }
    sentence = say(
        "More of those who said “{first}” came than of those who said “{last}” at {above} of {n}"
        " editions, beyond chance at {beyond} (Holm).",
        **values,
    )
    return sentence, beyond > 0
