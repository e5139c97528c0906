"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, by_p, claim
from analytics.ratings.readable_names import is_readable
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.perception import figures_clusters, figures_wording
from analytics.studies.perception.figures_axes import strongest
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty
    from analytics.stats.proportion import Proportion
    from analytics.studies.perception.compute import Perception
    from analytics.wording import Say

Band = tuple[str, list["Proportion"], float]
OUTCOMES = {
    "overall": phrase("{high} are satisfied in {best}, {low} in {worst}."),
    "intention": phrase("{high} plan to come back in {best}, {low} in {worst}."),
    "goal_attainment": phrase("{high} fully reached their goal in {best}, {low} in {worst}."),
}


def claims(
    answer: Perception, band: Band | None, say: Say
) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure; `band` as the outcome of the groups is read."""
    return {
        "map": lambda: _map(answer, say),
        "inertia": lambda: _inertia(answer, say),
        "groups": lambda: _groups(answer, say),
        "traits": lambda: _traits(answer, say),
        "outcome": lambda: _outcome(answer, band, say),
        "axes": lambda: _axes(answer, say),
    }


def _together(answer: Perception) -> Certainty:
    return by_p(answer.together)


def _nothing(say: Say) -> Claim:
    sentence = phrase("Answers to different questions have nothing in common.")
    return claim(say, "link", "no evidence", sentence)


def _map(answer: Perception, say: Say) -> Claim:
    if not answer.goes_together:
        return _nothing(say)
    high, low = (figures_wording.end(answer, 0, side, say)[:1] for side in (1, -1))
    if high and low:
        names = {"high": high[0], "low": low[0]}
        sentence = phrase("Respondents differ most by this: {high} or {low}.")
        return claim(say, "link", _together(answer), sentence, names)
    questions = figures_wording.questions_of(answer, 0, say)[:1]
    names = {"question": questions[0] if questions else say("several questions")}
    sentence = phrase("Respondents differ most in this: {question}.")
    return claim(say, "link", _together(answer), sentence, names)


def _inertia(answer: Perception, say: Say) -> Claim:
    if not answer.goes_together:
        return _nothing(say)
    return claim(
        say,
        "link",
        _together(answer),
        phrase("The map shows {share} of what the answers have in common."),
        share=say.percent(sum(answer.greenacre[:2]), 0),
    )


def _firmness(answer: Perception) -> Certainty:
    """They come back when respondents are drawn again, and stand apart."""
    if answer.k < 2:
        return "no evidence"
    if not answer.beats_chance:
        return "no evidence"
    lowest = figures_clusters.lowest(answer)
    if isnan(lowest):
        return "too few"
    if figures_clusters.is_firm(answer):
        return "confirmed"
    return "a sign" if lowest >= figures_clusters.PATTERN else "no evidence"


def _groups(answer: Perception, say: Say) -> Claim:
    sure = _firmness(answer)
    if answer.k < 2:
        sentence = (
            phrase("Respondents answered too much alike to form groups.")
            if answer.beats_chance
            else phrase("Answers form no groups beyond chance.")
        )
        return claim(say, "difference", sure, sentence)
    return claim(
        say,
        "difference",
        sure,
        phrase("{k} groups of respondents; the largest is {share}: {largest}."),
        {"largest": figures_wording.describe(answer, 0, say, is_sentence=True).split(" · ")[0]},
        k=answer.k,
        share=say.percent(answer.share_of(0), 0),
    )


def _traits(answer: Perception, say: Say) -> Claim | None:
    if answer.k < 2:
        return None
    column, group, share, overall = figures_clusters.widest_trait(answer)
    coded, at = figures_wording.columns(answer)[column]
    name = figures_wording.category(answer, coded, at, say)
    if not is_readable(name, say):
        name = figures_wording.question(coded, say)
    return claim(
        say,
        "difference",
        _firmness(answer),
        phrase("{answer} sets {group} apart: {share}, against {overall} of all."),
        {"answer": name},
        group=figures_wording.group(answer, group, say),
        share=say.percent(share, 0),
        overall=say.percent(overall, 0),
    )


def _outcome(answer: Perception, band: Band | None, say: Say) -> Claim | None:
    if band is None:
        return None
    key, shares, p = band
    order = sorted(figures_clusters.visible(answer), key=lambda number: shares[number].share)
    worst, best = order[0], order[-1]
    sentence = OUTCOMES[key]
    if not p <= LEVEL_OF_P:
        sentence = phrase("The groups do not differ in outcome: {low} to {high}.")
    return claim(
        say,
        "difference",
        by_p(p),
        sentence,
        high=say.percent(shares[best].share, 0),
        low=say.percent(shares[worst].share, 0),
        best=figures_wording.group(answer, best, say),
        worst=figures_wording.group(answer, worst, say),
    )


def _axes(answer: Perception, say: Say) -> Claim:
    names = {"answer": figures_wording.spelt(answer, strongest(answer), say)}
    sentence = phrase("{answer} shapes the map most.")
    return claim(say, "link", _together(answer), sentence, names)
