"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, claim, share_level
from analytics.stats.kaplan_meier import survival_by_step
from analytics.studies.lifetime_value.figures_attendance import came_last
from analytics.studies.lifetime_value.figures_ranges import CAUSES
from analytics.studies.lifetime_value.figures_wording import amount
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty
    from analytics.studies.lifetime_value.compute import LifetimeValue
    from analytics.wording import Say


def claims(answer: LifetimeValue, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    makers: dict[str, Callable[[], Claim | None]] = {
        "staying": lambda: _staying(answer, say),
        "spending": lambda: _spending(answer, say),
    }
    if not answer.has_forecast:
        return makers | {"overview": lambda: _nothing(say)}
    return makers | {
        "overview": lambda: _overview(answer, say),
        "chances": lambda: _chances(answer, say),
        "worths": lambda: _worths(answer, say),
        "hold_out": lambda: _hold_out(answer, say),
        "ranges": lambda: _ranges(answer, say),
    }


def certainty(answer: LifetimeValue) -> Certainty:
    """One edition tests it: a sign at best, and none where it beats nothing."""
    test = answer.attendance.hold_out
    if test is None:
        return "too few"
    return "a sign" if test.beats_base_rate else "no evidence"


def _nothing(say: Say) -> Claim:
    return claim(
        say, "model", "too few", phrase("Too little is on file to foretell who is worth what.")
    )


def _overview(answer: LifetimeValue, say: Say) -> Claim:
    sure: Certainty = certainty(answer) if answer.worth.low == answer.worth.low else "too few"
    sentence = (
        phrase("Exhibitors on file are worth {total} from here on.")
        if answer.has_money
        else phrase("Exhibitors on file still have {total} ahead of them.")
    )
    return claim(say, "model", sure, sentence, total=amount(answer, answer.worth.total, say))


def _chances(answer: LifetimeValue, say: Say) -> Claim:
    alive, comes = came_last(answer)
    return claim(
        say,
        "model",
        certainty(answer),
        phrase("{alive} of those here stay customers; {comes} will come next time."),
        alive=say.percent(alive, 0),
        comes=say.percent(comes, 0),
    )


def _worths(answer: LifetimeValue, say: Say) -> Claim:
    whole = answer.worth.total
    share = sum(row["worth"] for row in answer.listed) / whole if whole else 0.0
    return claim(
        say,
        "model",
        certainty(answer),
        phrase("These {n} make up {share} of all worth to come."),
        n=len(answer.listed),
        share=say.percent(share, 0),
    )


def _hold_out(answer: LifetimeValue, say: Say) -> Claim | None:
    test = answer.attendance.hold_out
    if test is None:
        return None
    return claim(
        say,
        "model",
        certainty(answer),
        phrase("{expected} were expected at the last edition; {came} came."),
        expected=say.number(test.expected),
        came=say.number(test.came),
    )


def _staying(answer: LifetimeValue, say: Say) -> Claim:
    stays = answer.attendance.staying
    curve = survival_by_step(stays.at_risk, stays.left)
    low, high = float(curve.low[0]), float(curve.high[0])
    return claim(
        say,
        "level",
        share_level(low, high),
        phrase("{share} of newcomers came to the next edition too."),
        share=say.percent(float(curve.survival[0]), 0),
    )


def _spending(answer: LifetimeValue, say: Say) -> Claim | None:
    independence = answer.spending.independence
    if independence is None:
        return None
    is_clear = independence.by_rank.p < 0.05
    if independence.verdict == "independent enough" or not is_clear:
        sentence = phrase("Regulars spend as much per edition as others.")
        return claim(say, "link", "no evidence", sentence)
    sentence = (
        phrase("Regulars spend more per edition than others.")
        if independence.by_rank.r > 0
        else phrase("Regulars spend less per edition than others.")
    )
    return claim(say, "link", "confirmed", sentence)


def _ranges(answer: LifetimeValue, say: Say) -> Claim:
    widest = answer.worth.effects[0]
    return claim(
        say,
        "model",
        certainty(answer),
        phrase("What moves the total most: {cause}."),
        {"cause": say(CAUSES[widest.cause])},
    )
