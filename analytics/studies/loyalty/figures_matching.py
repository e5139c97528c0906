"""On whom it stands: how many answers lead to an exhibitor, and whether those who answered are like
those who did not.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid, Lines, columns, rows
from analytics.figures.base_line import base_line
from analytics.figures.families import Family
from analytics.figures.sentences import sentences
from analytics.figures.small_bases import is_pale
from analytics.ratings.followed_answers import Followed, period
from analytics.stats.proportion import newcombe, wilson
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.loyalty import MATCHING
from analytics.studies.loyalty.figures_wording import study_notes

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.loyalty.compute import Loyalty
    from analytics.wording import Say


def matching(answer: Loyalty, say: Say) -> Figure:
    """By edition: return of those who gave a rating beside those who did not; a table where nothing
    can be followed.
    """
    sides, came_back = (say("Gave a rating"), say("Gave none")), say("Came to the next edition")
    side_rows = [
        row
        for rank, edition in enumerate(answer.editions)
        for row in _rows(edition, rank, answer.least, sides, say)
    ]
    answers = sum(edition.answers for edition in answer.editions)
    counted = say("{n} answers with an overall rating", n=say.number(answers))
    compared = Family(say("Who gave a rating against who did not"), 1)
    return Figure(
        "matching",
        _finding(answer, say),
        base_line(counted, period(answer.editions, say)),
        Lines("share", came_back, sides, domain=(0, 1)) if answer.has_enough else Grid(),
        pd.DataFrame(side_rows),
        (
            columns.edition(say, "x"),
            Column("answers", say("Answers with a rating"), "count"),
            Column("matched", say("Lead to an exhibitor"), "count"),
            Column("match", say("Match rate"), "share", 1),
            Column("series", say("Exhibitors")),
            Column("n", say("Number"), "count"),
            *columns.share(say, came_back),
        ),
        MATCHING,
        notes=study_notes(answer, say),
        is_established=_differs(answer),
        families=(compared,) if is_compared(answer) else (),
    )


def _rows(edition: Followed, rank: int, least: int, sides: tuple[str, str], say: Say) -> list[Row]:
    """Those who gave a rating, and those on the register who gave none."""
    n, silent = edition.exhibitors, edition.registered - edition.exhibitors
    back, silent_back = edition.back, edition.registered_back - edition.back
    of_edition: Row = {
        "key": edition.edition_id,
        "x": edition.name.worded(say),
        "x_rank": rank,
        "answers": _if_enough(edition.answers),
        "matched": _if_enough(edition.matched),
        "match": edition.matched / edition.answers if edition.answers >= least else nan,
        "gap": say("too few") if edition.next_name else say("not yet known"),
    }
    has_next = edition.next_name is not None
    return [
        of_edition | {"series": sides[0]} | _return(back, n, least, has_next),
        of_edition | {"series": sides[1]} | _return(silent_back, silent, least, has_next),
    ]


def _return(back: int, n: int, least: int, has_next: bool) -> Row:
    """Their share, a gap where it is not known or not shown."""
    is_shown = has_next and n >= least
    return rows.of_share(wilson(back, n) if is_shown else None) | {
        "n": n if n >= least else nan,
        "is_gap": not is_shown,
        "is_faint": is_pale(n),
    }


def _if_enough(count: int) -> float:
    """A count, unless so few stand behind it that it would point at them."""
    return count if count >= NEVER_BELOW else nan


def _finding(answer: Loyalty, say: Say) -> str:
    answers, matched = (
        sum(getattr(edition, name) for edition in answer.editions)
        for name in ("answers", "matched")
    )
    values = {
        "share": say.percent(matched / answers),
        "answers": say.number(answers),
        "n": say.number(answer.n),
    }
    if not answer.n:
        return say(
            "None of the {answers} answers can be followed to a next edition; {share} lead to an"
            " exhibitor.",
            **values,
        )
    if not answer.has_enough:
        return say(
            "Only {n} of the {answers} answers can be followed to a next edition ({share} lead to"
            " an exhibitor): at least {least} are needed.",
            **values,
            least=answer.least,
        )
    sentence = say(
        "{share} of {answers} answers lead to an exhibitor; {n} could be followed to the next"
        " edition.",
        **values,
    )
    return sentences(say, sentence, _who_answers(answer, say))


def both_sides(answer: Loyalty) -> tuple[int, int, int, int]:
    """Over the editions that another followed: exhibitors with a rating and those of them back;
    those without, and back.
    """
    closed = answer.closed
    n, back = sum(edition.exhibitors for edition in closed), sum(edition.back for edition in closed)
    return (
        n,
        back,
        sum(edition.registered for edition in closed) - n,
        sum(edition.registered_back for edition in closed) - back,
    )


def is_compared(answer: Loyalty) -> bool:
    n, _, rest, _ = both_sides(answer)
    return min(n, rest) >= answer.least


def _differs(answer: Loyalty) -> bool:
    n, back, rest, rest_back = both_sides(answer)
    if not is_compared(answer):
        return True
    gap = newcombe(wilson(back, n), wilson(rest_back, rest))
    return gap.low > 0 or gap.high < 0


def _who_answers(answer: Loyalty, say: Say) -> str:
    n, back, rest, rest_back = both_sides(answer)
    if not is_compared(answer):
        return ""
    gap = newcombe(wilson(back, n), wilson(rest_back, rest))
    values = {
        "with": say.percent(back / n),
        "without": say.percent(rest_back / rest),
        "gap": say.signed(gap.difference * 100, 1),
        "low": say.signed(gap.low * 100, 1),
        "high": say.signed(gap.high * 100, 1),
    }
    if not _differs(answer):
        return say(
            "Of those who gave a rating {with} came back, of the others {without}: no evidence of a"
            " difference (95% interval {low} to {high} points).",
            **values,
        )
    return say(
        "Of those who gave a rating {with} came back, of the others {without} ({gap} points, 95%"
        " interval {low} to {high}): who answers is not quite like who does not.",
        **values,
    )
