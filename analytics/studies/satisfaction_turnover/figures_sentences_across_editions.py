"""What the editions say, in sentences that say how sure they are."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from analytics.figures.sentences import notes
from analytics.studies.satisfaction_turnover.compute_across_exhibitors import EXHIBITORS_NEEDED
from analytics.studies.satisfaction_turnover.figures_wording import correlation, not_revenue

if TYPE_CHECKING:
    from analytics.studies.satisfaction_turnover.compute import SatisfactionTurnover
    from analytics.studies.satisfaction_turnover.compute_across_editions import EditionLink
    from analytics.wording import Say

FEW = 5


def finding(link: EditionLink, say: Say) -> str:
    if isnan(link.level.r):
        return say(
            "Satisfaction or turnover is the same at all {n} editions: there is nothing to"
            " compare.",
            n=link.n,
        )
    values = _values(link, say)
    if link.is_established:
        return (
            _beyond_trend(link, say, values)
            if link.outlives_trend
            else _only_trend(link, say, values)
        )
    if link.has_linked_changes:
        return _only_changes(link, say, values)
    return say(
        "Over {n} editions no link between satisfaction and turnover is established: {level}, p"
        " {p}; |r| would have to reach {needed}.",
        **values,
    )


def ways_finding(link: EditionLink, say: Say) -> str:
    values = _values(link, say)
    if link.n < FEW or isnan(link.changes.r) or isnan(link.detrended.r):
        return say(
            "The levels give r = {r}; {n} editions are too few to look behind a trend.", **values
        )
    if link.is_established and link.outlives_trend:
        return say(
            "The levels give r = {r}, without the trend {detrended}, between changes {changes}: the"
            " link outlives the trend.",
            **values,
        )
    if link.is_established:
        return say(
            "The levels give r = {r}, but without the trend {detrended} and between changes"
            " {changes} (p {p_changes}): beyond a common trend no link is established.",
            **values,
        )
    return say(
        "The levels give r = {r} (p {p}), without the trend {detrended}, between changes {changes}"
        " (p {p_changes}).",
        **values,
    )


def without_finding(link: EditionLink, farthest: str, say: Say) -> str:
    low, high = link.lowest_without, link.highest_without
    values = {"low": say.ratio(low), "high": say.ratio(high), "edition": farthest}
    if low * high <= 0:
        return say(
            "r depends on single editions: left out in turn, it runs from {low} to {high};"
            " {edition} moves it most.",
            **values,
        )
    return say(
        "Whichever edition is left out, r stays between {low} and {high}; {edition} moves it most.",
        **values,
    )


def edition_notes(answer: SatisfactionTurnover, link: EditionLink, say: Say) -> tuple[str, ...]:
    unused = len(answer.editions) - link.n
    left_out = say(
        "Left out: {n} editions without a comparable turnover or with too few ratings.", n=unused
    )
    other_money = say(
        "Editions in another currency than {currency} are left out.", currency=answer.currency
    )
    whole_fair = say("Turnover is that of the whole fair, satisfaction that of the group chosen.")
    return notes(
        what_n_can_show(link, say),
        not_revenue(say),
        left_out if unused else "",
        "" if answer.is_one_currency else other_money,
        whole_fair if answer.is_narrowed and answer.source == "declared" else "",
        *missing_exhibitors(answer, say),
    )


def what_n_can_show(link: EditionLink, say: Say) -> str:
    if isnan(link.power):
        return say(
            "{n} editions show next to nothing: |r| must reach {needed}.",
            n=link.n,
            needed=say.ratio(link.r_needed, 3),
        )
    return say(
        "What {n} editions can show: |r| must reach {needed} to be more than chance (p < 0.05), and"
        " a true r of 0.5 would be seen with a probability of only {power}.",
        n=link.n,
        needed=say.ratio(link.r_needed),
        power=say.percent(link.power, 0),
    )


def missing_exhibitors(answer: SatisfactionTurnover, say: Say) -> tuple[str, ...]:
    if answer.matching is None or answer.exhibitors is not None:
        return ()
    return (
        say(
            "Exhibitors are not compared with each other: {found} ratings come from one that"
            " declared a turnover above 0; at least {needed} exhibitors are needed.",
            found=answer.matching.above_zero,
            needed=EXHIBITORS_NEEDED,
        ),
    )


def _values(link: EditionLink, say: Say) -> dict[str, object]:
    return {
        "n": link.n,
        "r": say.ratio(link.level.r),
        "level": correlation(say, link.level.r, link.level.low, link.level.high),
        "p": say.probability(link.level_p.two_sided),
        "needed": say.ratio(link.r_needed, 2 if link.n > 3 else 3),
        "detrended": say.ratio(link.detrended.r),
        "changes": say.ratio(link.changes.r),
        "p_changes": say.probability(link.changes_p.two_sided),
    }


def _only_changes(link: EditionLink, say: Say, values: dict[str, object]) -> str:
    if link.changes.r > 0:
        return say(
            "Over {n} editions the levels establish no link ({level}, p {p}), but satisfaction and"
            " turnover do change together from one edition to the next (r = {changes}, p"
            " {p_changes}).",
            **values,
        )
    return say(
        "Over {n} editions the levels establish no link ({level}, p {p}), but satisfaction and"
        " turnover change in opposite directions from one edition to the next (r = {changes}, p"
        " {p_changes}).",
        **values,
    )


def _beyond_trend(link: EditionLink, say: Say, values: dict[str, object]) -> str:
    if link.level.r > 0:
        return say(
            "Satisfaction and turnover go together over {n} editions, {level}, and also beyond the"
            " common trend (without it {detrended}, between changes {changes}): a link, though not"
            " yet a cause.",
            **values,
        )
    return say(
        "Satisfaction and turnover move in opposite directions over {n} editions, {level}, and also"
        " beyond the common trend (without it {detrended}, between changes {changes}): a link,"
        " though not yet a cause.",
        **values,
    )


def _only_trend(link: EditionLink, say: Say, values: dict[str, object]) -> str:
    if link.level.r > 0:
        return say(
            "Satisfaction and turnover rise and fall together over {n} editions, {level}, but two"
            " trends are not a link: without the trend r = {detrended}, between changes r ="
            " {changes}, no link established.",
            **values,
        )
    return say(
        "Satisfaction and turnover move in opposite directions over {n} editions, {level}, but two"
        " trends are not a link: without the trend r = {detrended}, between changes r = {changes},"
        " no link established.",
        **values,
    )
