"""What they say about coming back, and who of them did."""

from __future__ import annotations

from dataclasses import replace
from math import isnan, nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns
from analytics.figures.base_line import base_line
from analytics.figures.families import family
from analytics.figures.sentences import sentences, share_interval
from analytics.figures.small_bases import is_pale, not_shown
from analytics.stats.proportion import newcombe
from analytics.studies.intention import KEPT, STATED
from analytics.studies.intention.figures_wording import answer_name, followed_base, interval, notes

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.stats.proportion import Proportion
    from analytics.studies.intention.compute import Answer, Intention
    from analytics.wording import Say


def overview(answer: Intention, say: Say) -> Figure:
    """What the last edition's exhibitors say."""
    shares = [_said_row(stated, rank, answer, say) for rank, stated in enumerate(answer.answers)]
    table_columns = (
        Column("label", say("Coming back")),
        *columns.share(say),
        Column("count", say("Gave this answer"), "count"),
    )
    counted = say("n = {n} answers to this question", n=say.number(answer.n))
    unfollowed = say(
        "Only {n} answers can be followed to a next edition, too few to say whether words are kept:"
        " at least {least} are needed.",
        n=say.number(answer.followed),
        least=answer.least,
    )
    return Figure(
        "overview",
        _said(answer, say),
        base_line(
            counted,
            answer.focus.name.worded(say),
            answer.populations.worded(say, answer.focus.edition_id, answer.n),
        ),
        Bars("share", say("Share of answers"), (0, 1), has_interval=True),
        pd.DataFrame(shares),
        table_columns,
        STATED,
        headline=_headline(answer, say),
        notes=(*(() if answer.has_enough else (unfollowed,)), *notes(answer, say)),
    )


def kept(answer: Intention, say: Say) -> Figure:
    """Attendance at the next edition by what was said."""
    shares = [_kept_row(stated, rank, answer, say) for rank, stated in enumerate(answer.answers)]
    table_columns = (
        Column("label", say("Coming back")),
        *columns.share(say, say("Came to the next edition")),
        Column("n", say("Answers"), "count"),
    )
    hidden = [
        answer_name(answer, stated.step, say)
        for stated in answer.answers
        if isnan(stated.kept.share)
    ]
    return Figure(
        "attendance",
        _kept(answer, say),
        followed_base(answer, say),
        Bars("share", say("Came to the next edition"), (0, 1), has_interval=True),
        pd.DataFrame(shares),
        table_columns,
        KEPT,
        notes=(*not_shown(say, answer.least, hidden), *notes(answer, say)),
        is_established=_differs(answer),
        families=family(say("Best answer against the lowest"), _ends_p(answer)),
    )


def _kept_row(stated: Answer, rank: int, answer: Intention, say: Say) -> Row:
    is_hidden = isnan(stated.kept.share)
    return {
        "key": str(stated.step),
        "label": answer_name(answer, stated.step, say),
        "rank": rank,
        "value": stated.kept.share,
        "low": stated.kept.low,
        "high": stated.kept.high,
        "n": nan if is_hidden else stated.followed,
        "n_eff": nan if is_hidden else stated.kept.n,
        "base_n_eff": answer.followed_worth,
        "is_faint": is_pale(stated.followed),
    }


def kept_alone(answer: Intention, say: Say) -> Figure:
    """The first figure where the last edition asked too few."""
    figure = kept(answer, say)
    few = say(
        "Only {n} answered at {edition} whether they will come back: too few for shares.",
        n=say.number(answer.n),
        edition=answer.focus.name.worded(say),
    )
    return replace(figure, key="overview", notes=(few, *figure.notes))


def _said_row(stated: Answer, rank: int, answer: Intention, say: Say) -> Row:
    share = stated.said
    return {
        "key": str(stated.step),
        "label": answer_name(answer, stated.step, say),
        "rank": rank,
        "value": share.share,
        "low": share.low,
        "high": share.high,
        "count": share.givers,
        "n_eff": share.n,
        "is_faint": is_pale(share.answers),
    }


def _headline(answer: Intention, say: Say) -> Headline:
    label = (
        say("plan to come back or may")
        if answer.has_three_answers
        else say("gave more than the lowest answer")
    )
    return Headline(say.percent(answer.positive.share, 1), label)


def _said(answer: Intention, say: Say) -> str:
    edition = answer.focus.name.worded(say)
    first = answer.answers[0]
    values = {
        "edition": edition,
        "plans": say.percent(first.said.share),
        "share": say.percent(answer.positive.share),
        "interval": share_interval(say, answer.positive),
    }
    if answer.has_three_answers:
        sentence = say(
            "At {edition} {plans} plan to come back and {may} may, together {share} ({interval}).",
            **values,
            may=say.percent(answer.answers[1].said.share),
        )
    else:
        sentence = say(
            "At {edition} {plans} gave the best answer about coming back, {share} more than the"
            " lowest ({interval}).",
            **values,
        )
    return sentences(say, sentence, _but(answer, first, say))


def _but(answer: Intention, first: Answer, say: Say) -> str:
    if isnan(first.kept.share):
        return ""
    values = interval(first.kept, say) | {"answer": answer_name(answer, first.step, say)}
    if any(edition.edition_id == answer.focus.edition_id for edition in answer.closed):
        return say(
            "Of those who said “{answer}”, {share} came to the next edition ({low} to {high}).",
            **values,
        )
    return say(
        "Of those who said “{answer}” at earlier editions, {share} came ({low} to {high}).",
        **values,
    )


def _kept(answer: Intention, say: Say) -> str:
    known = [stated for stated in answer.answers if not isnan(stated.kept.share)]
    phrases = [
        say(
            "of “{answer}” {share} came ({low} to {high})",
            answer=answer_name(answer, stated.step, say),
            **interval(stated.kept, say),
        )
        for stated in (known if len(known) <= 3 else [known[0], known[-1]])
    ]
    text = say(
        "What they said and what they did: {list}.",
        list="；".join(phrases) if say.language == "zh" else "; ".join(phrases),
    )
    if _differs(answer):
        return text
    return sentences(say, text, say("There is no evidence that what they say makes a difference."))


def _known(answer: Intention) -> list[Proportion]:
    return [stated.kept for stated in answer.answers if not isnan(stated.kept.share)]


def _ends_p(answer: Intention) -> list[float]:
    known = _known(answer)
    return [newcombe(known[0], known[-1]).p] if len(known) > 1 else []


def _differs(answer: Intention) -> bool:
    known = _known(answer)
    return len(known) > 1 and newcombe(known[0], known[-1]).low > 0
