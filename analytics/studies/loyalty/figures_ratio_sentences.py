"""What the ratios say, beside the textbook's six times."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from analytics.figures.sentences import sentences
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.studies.loyalty.figures_wording import dissatisfied, satisfied, score, times

if TYPE_CHECKING:
    from analytics.studies.loyalty.compute import Loyalty
    from analytics.studies.loyalty.compute_ratios import Against
    from analytics.wording import Say


def pairs(answer: Loyalty, say: Say) -> list[tuple[str, Against]]:
    """The two comparisons under the scores they compare; those whose groups are too small, or all
    alike, left out.
    """
    top = answer.bands.top
    first, second = (score(answer, step, say) for step in (top, top - 1))
    labelled = [
        (say("{first} against {second}", first=first, second=second), answer.best),
        (
            say(
                "{first} against {second}",
                first=satisfied(answer, say),
                second=dissatisfied(answer, say),
            ),
            answer.satisfied,
        ),
    ]
    return [
        (label, against) for label, against in labelled if against and not isnan(against.odds.ratio)
    ]


def compared(answer: Loyalty) -> list[Against]:
    """The two comparisons, as far as they can be made."""
    return [
        against
        for against in (answer.best, answer.satisfied)
        if against and not isnan(against.odds.ratio)
    ]


def adjusted_p(answer: Loyalty) -> list[float]:
    """Holm's p over every ratio of every comparison, in the order of the table."""
    return [
        float(p)
        for p in holm([ratio.p for against in compared(answer) for ratio in against.ratios]).p
    ]


def is_established(answer: Loyalty) -> bool:
    return bool(compared(answer)) and adjusted_p(answer)[0] < LEVEL_OF_P


def finding(answer: Loyalty, say: Say) -> str:
    """The odds of each comparison, told as established only after correcting for all ratios looked
    at.
    """
    ps, sentences_said, place = adjusted_p(answer), [], 0
    for label, against in pairs(answer, say):
        sentences_said.append(_of(label, against, ps[place], say))
        place += len(against.ratios)
    return sentences(say, *sentences_said)


def _of(label: str, against: Against, p: float, say: Say) -> str:
    values = {
        "pair": label,
        "odds": times(against.odds, say),
        "risk": say.ratio(against.risk.ratio),
        "low": say.ratio(against.risk.low),
        "high": say.ratio(against.risk.high),
    }
    if not p < LEVEL_OF_P:
        return say("{pair}: no difference in return is established (odds × {odds}).", **values)
    return say(
        "{pair}: came back {risk} times as often ({low} to {high}), odds × {odds}.", **values
    )


def cautions(answer: Loyalty, say: Say) -> tuple[str, ...]:
    notes = [_ceiling(answer, say), _adjusted(answer, say)]
    if any(not against.odds.is_reliable for _, against in pairs(answer, say)):
        notes.append(
            say(
                "Where nobody came, or nobody stayed away, a half was added to each count: read it"
                " as rough."
            )
        )
    return tuple(note for note in notes if note)


def _ceiling(answer: Loyalty, say: Say) -> str:
    """Six times as often is out of reach where most come back anyway."""
    if not answer.best or isnan(answer.best.most_possible):
        return ""
    second, most = answer.best.second, answer.best.most_possible
    values = {
        "second": score(answer, answer.bands.top - 1, say),
        "share": say.percent(second.yes / second.n),
        "most": say.ratio(most),
    }
    if most < 6:
        return say(
            "The textbook's six times as loyal (Xerox, Jones & Sasser 1995) cannot be reached here"
            " as a ratio of shares: {share} of those who gave {second} came back anyway, so {most}"
            " times is the most possible.",
            **values,
        )
    return say(
        "The textbook's six times as loyal (Xerox, Jones & Sasser 1995) is another market and"
        " another question; at most {most} times would be possible here.",
        **values,
    )


def _adjusted(answer: Loyalty, say: Say) -> str:
    if not any(against.adjusted for _, against in pairs(answer, say)):
        return say("Too few came or stayed away to hold edition, tenure and stand size equal.")
    return say("Others held equal: same edition, same number of editions before, same stand size.")
