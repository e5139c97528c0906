"""What one can say on the strength of a study, and what not, with this fair's own numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from analytics.figures.sentences import some_of
from analytics.stats.suppression import FAINT_BELOW
from analytics.trust.figures_summary import Standing, families, smallest_base, standing

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.trust.data_quality import Ground, Response
    from analytics.wording import Say

MOST = 0.95


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Sentences: `can` is borne out, `only` describes those who answered, `cannot`: leave it."""

    can: tuple[str, ...]
    only: tuple[str, ...]
    cannot: tuple[str, ...]


def verdicts(
    figures: Sequence[Figure],
    ground: Ground,
    say: Say,
    *,
    is_synthetic: bool,
    reads_answers: bool = True,
) -> Verdicts:
    """Every finding under what it is good for, and the limits that hold for all of them.

    `reads_answers`: the study is about what was said, so that a change of questions matters.
    """
    by_standing = {
        kind: _findings([figure for figure in figures if standing(figure) == kind])
        for kind in get_args(Standing)
    }
    change = _change(ground, say) if reads_answers else ""
    limits = (
        _synthetic(say) if is_synthetic else "",
        _everybody(ground, say),
        change,
        _cause(say),
        _small(figures, say),
        _tested(figures, say),
    )
    open_ones = [
        say("Not borne out: {finding}", finding=finding) for finding in by_standing["open"]
    ]
    return Verdicts(
        (*by_standing["established"], *by_standing["estimated"]),
        tuple(by_standing["described"]),
        (*open_ones, *(limit for limit in limits if limit)),
    )


def _findings(figures: Sequence[Figure]) -> list[str]:
    """Each finding once, and none that another repeats and goes on from."""
    findings = list(dict.fromkeys(figure.finding for figure in figures))
    return [
        finding
        for finding in findings
        if not any(other != finding and other.startswith(finding) for other in findings)
    ]


def _synthetic(say: Say) -> str:
    return say("Anything about a real fair: these exhibitors and answers are made up.")


def _everybody(ground: Ground, say: Say) -> str:
    """Whether those who did not answer think alike is not in the data."""
    response = ground.response
    if response is None:
        return ""
    if not response.could:
        return say(
            "How many could have answered is not known here, so not whom the answers stand for."
        )
    if response.rate >= MOST:
        return ""
    return _silent(ground, response, response.could, say)


def _silent(ground: Ground, response: Response, could: int, say: Say) -> str:
    values = {
        "silent": say.number(could - response.did),
        "edition": response.edition.worded(say),
        "share": say.percent(response.rate),
    }
    if ground.audience == "visitor":
        return say(
            "That all visitors of {edition} think so: {share} of those counted answered.", **values
        )
    return say(
        "That the {silent} exhibitors of {edition} who did not answer think alike: {share}"
        " answered.",
        **values,
    )


def _change(ground: Ground, say: Say) -> str:
    asked = ground.asked
    if asked.changed:
        return say(
            "That a change in {names} is a change of mind: other questions were asked.",
            names=some_of(say, asked.changed),
        )
    if asked.scales > 1:
        return say(
            "That a difference between editions is a change of mind: the rating scale was not the"
            " same."
        )
    if asked.not_throughout:
        return say(
            "Anything about editions at which a question was not asked: {n} of {all} questions were"
            " not asked throughout.",
            n=say.number(asked.not_throughout),
            all=say.number(asked.questions),
        )
    return ""


def _cause(say: Say) -> str:
    return say(
        "That one thing causes another: nobody was assigned at random, so what goes together may"
        " have a third cause."
    )


def _small(figures: Sequence[Figure], say: Say) -> str:
    base = smallest_base(figures)
    if base is None or base.n >= FAINT_BELOW:
        return ""
    return say(
        "Much about the {rows} rows on fewer than {least} answers; the smallest rests on {n}.",
        rows=say.number(base.faint_rows),
        least=FAINT_BELOW,
        n=say.number(base.n),
    )


def _tested(figures: Sequence[Figure], say: Say) -> str:
    tests = sum(family.tests for family in families(figures))
    if tests < 2:
        return ""
    return say(
        "That a difference not called established does not exist: {n} tests were made, and small"
        " differences need more answers.",
        n=say.number(tests),
    )
