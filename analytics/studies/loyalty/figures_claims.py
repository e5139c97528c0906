"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, by_p, claim, established, level_of_share
from analytics.figures.small_bases import is_pale
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.proportion import newcombe, wilson
from analytics.studies.loyalty.figures_matching import both_sides, is_compared
from analytics.studies.loyalty.figures_ratios import adjusted_p, compared_pairs
from analytics.studies.loyalty.figures_wording import dissatisfied, satisfied, score
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.loyalty.compute import ByScore, Loyalty
    from analytics.wording import Say


def claims(answer: Loyalty, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: _overview(answer, say),
        "ratios": lambda: _ratios(answer, say),
        "curve": lambda: _curve(answer, say),
        "empty_cell": lambda: _empty(answer, say),
        "trap": lambda: _trap(answer, say),
        "hostages": lambda: _hostages(answer, say),
        "matching": lambda: _matching(answer, say),
    }


def _ends(answer: Loyalty) -> tuple[ByScore, ByScore] | None:
    """The best score shown, and the worst that is not pale."""
    shown = [by_score for by_score in answer.by_score if by_score.is_shown]
    if len(shown) < 2:
        return None
    solid = (each for each in shown[:-1] if not is_pale(each.sums.counted))
    return shown[-1], next(solid, shown[0])


def _overview(answer: Loyalty, say: Say) -> Claim:
    ends = _ends(answer)
    if ends is None:
        sentence = phrase("Too few gave different scores to compare who came back.")
        return claim(say, "link", "too few", sentence)
    best, worst = ends
    p = answer.trend.p if answer.trend else None
    return claim(
        say,
        "link",
        by_p(p),
        phrase(
            "Of exhibitors who gave {best}, {share} came back; of those giving {worst}, {least}."
        ),
        best=score(answer, best.step, say),
        worst=score(answer, worst.step, say),
        share=say.percent(best.share.share, 0),
        least=say.percent(worst.share.share, 0),
    )


def _ratios(answer: Loyalty, say: Say) -> Claim | None:
    shown = compared_pairs(answer, say)
    if not shown:
        return None
    (_, against), p = shown[0], adjusted_p([each for _, each in shown])[0]
    sure = by_p(p, against.odds.p)
    values = {"times": say.ratio(against.risk.ratio, 1)}
    is_more = against.risk.ratio >= 1
    sentence = (
        phrase("The most satisfied came back {times} times as often as the next.")
        if is_more
        else phrase("The most satisfied came back only {times} times as often as the next.")
    )
    if sure == "no evidence":
        sentence = phrase("The most satisfied did not come back more often than the next.")
    return claim(say, "difference", sure, sentence, **values)


def _curve(answer: Loyalty, say: Say) -> Claim | None:
    curve = answer.curve
    if curve is None:
        return None
    if curve.p_holm >= LEVEL_OF_P:
        sentence = phrase("Return does not rise along the scale.")
        return claim(say, "link", "no evidence", sentence)
    sentence = (
        phrase("Every step up the scale goes with more return, none without effect.")
        if curve.bend_p_holm >= LEVEL_OF_P
        else phrase("Return rises along the scale, but not alike at every step.")
    )
    if curve.per_step < 1:
        sentence = phrase("Return falls along the scale: look at who answered.")
    return claim(say, "link", "confirmed", sentence)


def _empty(answer: Loyalty, say: Say) -> Claim | None:
    cell = answer.empty
    if cell is None:
        return None
    return claim(
        say,
        "link",
        by_p(cell.p),
        phrase("Of {n} who came back, {count} had been dissatisfied."),
        n=say.number(cell.n),
        count=say.number(cell.count),
    )


def _trap(answer: Loyalty, say: Say) -> Claim | None:
    lists = answer.lists
    if lists is None:
        return None
    return _of_list(
        say,
        phrase("{n} of {total} who gave {scores} did not come back: satisfied and gone."),
        lists.absent,
        lists.satisfied,
        satisfied(answer, say),
    )


def _hostages(answer: Loyalty, say: Say) -> Claim | None:
    lists = answer.lists
    if lists is None:
        return None
    return _of_list(
        say,
        phrase("{n} of {total} who gave {scores} came back all the same."),
        lists.back,
        lists.dissatisfied,
        dissatisfied(answer, say),
    )


def _of_list(say: Say, sentence: str, n: int, total: int, scores: str) -> Claim:
    sure = level_of_share(wilson(n, total))
    values = {"n": say.number(n), "total": say.number(total), "scores": scores}
    return claim(say, "level", sure, sentence, **values)


def _matching(answer: Loyalty, say: Say) -> Claim:
    answers = sum(edition.answers for edition in answer.editions)
    if not answer.has_enough:
        return claim(
            say,
            "level",
            "too few",
            phrase("Of {answers} answers, {n} can be followed: {least} are needed."),
            answers=say.number(answers),
            n=say.number(answer.n),
            least=answer.least,
        )
    if not is_compared(answer):
        return claim(
            say,
            "level",
            "confirmed",
            phrase("{n} of {answers} answers can be followed to the next edition."),
            n=say.number(answer.n),
            answers=say.number(answers),
        )
    n, back, rest, rest_back = both_sides(answer)
    gap = newcombe(wilson(back, n), wilson(rest_back, rest))
    return claim(
        say,
        "difference",
        established(gap.low > 0 or gap.high < 0),
        phrase("Of those who answered {share} came back; of the others, {other}."),
        share=say.percent(back / n, 0),
        other=say.percent(rest_back / rest, 0),
    )
