"""Whether expectations were met: the gaps, who was disappointed, and both levels side by side."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns, rows
from analytics.figures.base_line import base_line, compared
from analytics.figures.claims import with_claims
from analytics.figures.families import family
from analytics.figures.sentences import interval, sentences, some_of
from analytics.ratings.comparability import not_comparable
from analytics.ratings.levels import PARTS, part_column
from analytics.ratings.populations import worded_process
from analytics.studies.expectation import MET
from analytics.studies.expectation.figures_claims import claims
from analytics.studies.expectation.figures_levels import levels, shares
from analytics.studies.expectation.figures_wording import answers, study_notes, whose

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.expectation.compute import Expectation
    from analytics.studies.expectation.compute_parts import Part
    from analytics.wording import Say


def figures(answer: Expectation, say: Say) -> tuple[Figure, ...]:
    shown = overview(answer, say), shares(answer, say), levels(answer, say)
    return with_claims(shown, claims(answer, say))


def overview(answer: Expectation, say: Say) -> Figure:
    """Rating less expectation, the shortfall first, beside the edition compared with."""
    before, focus = _before(answer, say), answer.focus.name.worded(say)
    doubt = say(
        "A shortfall may mean poor service or high hopes; the levels below tell them apart."
    )
    return Figure(
        key="overview",
        finding=sentences(
            say, _short(answer, say), _beyond(answer, say), _moved(answer, before, say)
        ),
        base=_gap_base(answer, before, say),
        form=Bars(
            "change",
            say("Rating less expectation"),
            has_interval=True,
            is_dots=True,
            reference=0.0,
            series=tuple(name for name in (before, focus) if name),
            roles=("before", "now") if before else (),
        ),
        data=pd.DataFrame(
            [
                row
                for rank, part in enumerate(answer.parts)
                for row in _gap_rows(part, rank, before, focus, say)
            ]
        ),
        columns=_gap_columns(answer, say),
        method=MET,
        headline=_headline(answer, say),
        notes=(doubt, *study_notes(answer, say)),
        is_established=any(part.is_established for part in answer.parts),
        families=(
            *family(say("Gaps between rating and expectation"), [part.p for part in answer.parts]),
            *family(
                say("Changes of the gaps"), [part.change_p for part in answer.parts if part.change]
            ),
        ),
    )


def _before(answer: Expectation, say: Say) -> str:
    """The edition compared with; empty where none can be."""
    can_compare = any(part.change for part in answer.parts)
    return answer.before.name.worded(say) if answer.before and can_compare else ""


def _gap_base(answer: Expectation, before: str, say: Say) -> str:
    method = say(
        "paired differences with 95% t interval, Holm over {family} parts",
        family=len(answer.parts),
    )
    return base_line(
        answers(answer, say),
        compared(say, answer.focus.name, answer.before.name if answer.before and before else None),
        answer.scale.worded(say),
        method,
        worded_process(say)
        if not answer.populations.has_changes_of_this_fair
        else whose(answer, say),
    )


def _gap_columns(answer: Expectation, say: Say) -> tuple[Column, ...]:
    digits = answer.scale.digits
    return (
        part_column(say, answer.level),
        columns.edition(say),
        Column("value", say("Gap"), "change", digits),
        *columns.interval(say, "change", digits),
        columns.p(say),
        columns.change(say, digits),
        Column("change_p", say("p of the change (Holm)"), "p"),
        columns.answers(say),
    )


def _gap_rows(part: Part, rank: int, before: str, focus: str, say: Say) -> list[Row]:
    place = {"key": part.key, "label": part.name.worded(say), "rank": rank}
    moved = part.change
    now = rows.of_mean(part.gap, **place, series=focus) | {
        "base_n_eff": part.gap.n_eff,
        "p": part.p,
        **rows.change_cells(moved.gap if moved else None, part.change_p),
    }
    return [rows.of_mean(moved.then, **place, series=before), now] if moved else [now]


def _short(answer: Expectation, say: Say) -> str:
    short = [part for part in answer.parts if part.is_established and part.gap.mean < 0]
    parts = {"total": len(answer.parts), "parts": say(PARTS[answer.level])}
    if not short:
        return say(
            "No evidence that any of the {total} {parts} fell short of what was expected.", **parts
        )
    worst, digits = short[0], answer.scale.digits
    return say(
        "{count} of {total} {parts} fell short of what was expected, most of all {name}: {gap}"
        " ({interval}).",
        **parts,
        count=len(short),
        name=worst.name.worded(say),
        gap=say.signed(worst.gap.mean, digits),
        interval=interval(say, worst.gap.low, worst.gap.high, digits, is_signed=True),
    )


def _beyond(answer: Expectation, say: Say) -> str:
    names = tuple(
        part.name for part in reversed(answer.parts) if part.is_established and part.gap.mean > 0
    )
    return say("Beyond expectation: {names}.", names=some_of(say, names)) if names else ""


def _moved(answer: Expectation, before: str, say: Say) -> str:
    """Which gaps changed, with the size of the family they were tested in."""
    tested = [part for part in answer.parts if isfinite(part.change_p)]
    if not before or not tested:
        return ""
    moved = [
        (part.name, part.change.gap.difference)
        for part in tested
        if part.is_change_established and part.change
    ]
    worse = tuple(name for name, by in moved if by < 0)
    better = tuple(name for name, by in moved if not by < 0)
    values = {"before": before, "family": say.number(len(tested))}
    signs = [part.change for part in tested if part.is_change_significant and part.change]
    sign = next((not_comparable(say, change.obstacles) for change in signs if change.obstacles), "")
    if not moved:
        return sign or say(
            "No evidence that any gap changed since {before} (Holm over {family} changes).",
            **values,
        )
    fell = say(
        "Further below expectation than at {before}: {names} (Holm over {family} changes).",
        **values,
        names=some_of(say, worse),
    )
    rose = say(
        "Closer to expectation, or further above it, than at {before}: {names} (Holm over"
        " {family} changes).",
        **values,
        names=some_of(say, better),
    )
    return sentences(say, fell if worse else "", rose if better else "", sign)


def _headline(answer: Expectation, say: Say) -> Headline:
    met = sum(not (part.is_established and part.gap.mean < 0) for part in answer.parts)
    label = say(
        "{parts} without an established shortfall against expectation",
        parts=say(PARTS[answer.level]),
    )
    return Headline(say("{met} of {total}", met=met, total=len(answer.parts)), label)
