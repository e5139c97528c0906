"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, claim, established
from analytics.studies.satisfaction_turnover.compute_across_editions import EDITIONS_NEEDED
from analytics.studies.satisfaction_turnover.figures_across_exhibitors import densest_cell, ends
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty
    from analytics.studies.satisfaction_turnover.compute import SatisfactionTurnover
    from analytics.studies.satisfaction_turnover.compute_across_editions import EditionLink
    from analytics.studies.satisfaction_turnover.compute_across_exhibitors import ExhibitorLink
    from analytics.wording import Say


def claims(answer: SatisfactionTurnover, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    link, exhibitors = answer.link, answer.exhibitors
    of_exhibitors: dict[str, Callable[[], Claim | None]] = {}
    if exhibitors is not None:
        of_exhibitors = {
            "by_score": lambda: _by_score(answer, exhibitors, say),
            "within_editions": lambda: _within(exhibitors, say),
            "density": lambda: _density(answer, exhibitors, say),
        }
    if link is None:
        return {"overview": lambda: _too_few(answer, say), **of_exhibitors}
    return {
        "overview": lambda: _overview(link, say),
        "ways": lambda: _ways(link, say),
        "leave_one_out": lambda: _without(link, say),
        **of_exhibitors,
    }


def _too_few(answer: SatisfactionTurnover, say: Say) -> Claim:
    return claim(
        say,
        "link",
        "too few",
        phrase("{needed} editions with ratings and turnover would show a link; so far {found}."),
        needed=EDITIONS_NEEDED,
        found=answer.editions_found,
    )


def _certainty(link: EditionLink) -> Certainty:
    if link.is_established and link.outlives_trend:
        return "confirmed"
    return "a sign" if link.has_linked_changes else "no evidence"


def _overview(link: EditionLink, say: Say) -> Claim:
    if isnan(link.level.r):
        sentence = phrase("Satisfaction or turnover never changed, so nothing can go together.")
        return claim(say, "link", "no evidence", sentence)
    sure, is_same = _certainty(link), link.level.r > 0
    if sure == "confirmed":
        sentence = (
            phrase("Editions with more satisfied exhibitors also turn over more.")
            if is_same
            else phrase("Editions with more satisfied exhibitors turn over less.")
        )
    elif sure == "a sign":
        sentence = (
            phrase("Where satisfaction changed between editions, turnover changed with it.")
            if link.changes.r > 0
            else phrase("Where satisfaction rose between editions, turnover fell.")
        )
    elif link.is_established:
        sentence = (
            phrase("Both rise together, but neither can be said to carry the other.")
            if is_same
            else phrase("One rises while the other falls, but no link can be seen.")
        )
    else:
        sentence = phrase("No link between satisfaction and turnover shows over the editions.")
    return claim(say, "link", sure, sentence)


def _ways(link: EditionLink, say: Say) -> Claim:
    sure = _certainty(link)
    sentences = {
        "confirmed": phrase("The link holds whichever way it is looked at."),
        "a sign": phrase("The link shows in some ways of looking, not in others."),
        "no evidence": phrase("Looked at without the common trend, no link remains."),
    }
    if not link.is_established and sure == "no evidence":
        sentence = phrase("Whichever way one looks, no link shows.")
        return claim(say, "link", sure, sentence)
    return claim(say, "link", sure, sentences[sure])


def _without(link: EditionLink, say: Say) -> Claim:
    is_steady = link.lowest_without * link.highest_without > 0
    return claim(
        say,
        "link",
        _certainty(link),
        phrase("No single edition makes or breaks the picture.")
        if is_steady
        else phrase("The picture hangs on single editions: without one it turns."),
    )


def _by_score(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> Claim:
    if not link.pooled.is_established or len(link.scores) < 2:
        sentence = phrase("Exhibitors who rate higher do not declare more turnover.")
        return claim(say, "link", established(link.pooled.is_established), sentence)
    best, worst = ends(link, say)
    is_more = best["y"] > worst["y"]
    return claim(
        say,
        "link",
        "confirmed",
        phrase("Exhibitors who rate {best} declare {more}; those who rate {worst}, {less}.")
        if is_more
        else phrase(
            "Exhibitors who rate {best} declare only {more}; those rating {worst}, {less}."
        ),
        best=best["label"],
        worst=worst["label"],
        more=say.money(best["y"], answer.currency),
        less=say.money(worst["y"], answer.currency),
    )


def _within(link: ExhibitorLink, say: Say) -> Claim:
    pooled = link.pooled
    if not pooled.is_established:
        sentence = phrase("At one and the same edition, rating and turnover do not go together.")
        return claim(say, "link", "no evidence", sentence)
    return claim(
        say,
        "link",
        "confirmed",
        phrase("Higher ratings go with more turnover, at {agreeing} of {n} editions alone.")
        if pooled.r > 0
        else phrase("Higher ratings go with less turnover, at {agreeing} of {n} editions alone."),
        agreeing=link.agreeing,
        n=len(link.by_edition),
    )


def _density(answer: SatisfactionTurnover, link: ExhibitorLink, say: Say) -> Claim:
    score, turnover = densest_cell(answer, link, say)
    return claim(
        say,
        "level",
        "confirmed",
        phrase("Most often a rating of {score} goes with a turnover around {turnover}."),
        score=score,
        turnover=turnover,
    )
