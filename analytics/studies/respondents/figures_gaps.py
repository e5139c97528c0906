"""Groups over- and under-represented among those who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.families import family
from analytics.figures.sentences import notes
from analytics.studies.respondents import GAPS, figures_wording
from analytics.studies.respondents.figures_rates import MOST_GROUPS

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.respondents.compute import Respondents
    from analytics.studies.respondents.compute_margins import Group
    from analytics.wording import Say


def gaps(answer: Respondents, say: Say) -> Figure | None:
    """The groups of all fields whose share among respondents lies furthest from the register's;
    None without two groups.
    """
    groups = [group for field in answer.fields if len(field.groups) > 1 for group in field.groups]
    if not groups:
        return None
    shown = sorted(
        sorted(groups, key=lambda group: -abs(group.gap))[:MOST_GROUPS],
        key=lambda group: -group.gap,
    )
    is_any = any(group.is_established for group in groups)
    rows = [_gap_row(answer, group, rank, is_any, say) for rank, group in enumerate(shown)]
    return Figure(
        "gaps",
        _gap_sentence(groups, say),
        figures_wording.base(
            answer,
            say,
            say(
                "Newcombe's 95% interval, Benjamini–Hochberg over {n} groups",
                n=say.number(len(groups)),
            ),
        ),
        Bars(
            "points",
            say("Share among respondents less share of the register, points"),
            has_interval=True,
            is_dots=True,
            reference=0.0,
        ),
        pd.DataFrame(rows),
        _gap_columns(say),
        GAPS,
        notes=_gap_notes(answer, len(groups) - len(shown), is_any, say),
        is_established=is_any,
        families=family(
            say("Groups against the register"),
            [group.adjusted_p for group in groups],
            "benjamini-hochberg",
        ),
    )


def _gap_row(answer: Respondents, group: Group, rank: int, is_any: bool, say: Say) -> Row:
    weights = answer.weighting.by_group if answer.weighting else {}
    return {
        "key": f"{group.field}:{group.key}",
        "label": figures_wording.full_name(group.field, group.key, say),
        "rank": rank,
        "value": 100 * group.gap,
        "low": 100 * group.low,
        "high": 100 * group.high,
        "share": group.share,
        "answering": group.share_answering,
        "n": group.respondents,
        "p": group.adjusted_p,
        "weight": weights.get((group.field, group.key)),
        "is_faint": is_any and not group.is_established,
    }


def _gap_notes(answer: Respondents, closer: int, is_any: bool, say: Say) -> tuple[str, ...]:
    hidden = sum(field.hidden for field in answer.fields)
    left_out = say(
        "{count} groups closer to the register are left out of the chart.", count=say.number(closer)
    )
    return notes(
        *figures_wording.notes(answer, say, hidden),
        left_out if closer else "",
        say("Pale: not established.") if is_any else "",
    )


def _gap_columns(say: Say) -> tuple[Column, ...]:
    return (
        Column("label", say("Group")),
        Column("share", say("Share of the register"), "share", 1),
        Column("answering", say("Share of respondents"), "share", 1),
        Column("value", say("Gap, points"), "points", 1),
        *columns.interval(say, "points", 1),
        Column("n", say("Answered"), "count"),
        Column("p", say("p (Benjamini–Hochberg)"), "p"),
        Column("weight", say("Mean weight"), "number", 2),
    )


def _gap_sentence(groups: list[Group], say: Say) -> str:
    standing = sorted(
        (group for group in groups if group.is_established), key=lambda group: -abs(group.gap)
    )
    values = {"family": say.number(len(groups)), "count": say.number(len(standing))}
    if not standing:
        widest = max(groups, key=lambda group: abs(group.gap))
        return say(
            "No evidence that respondents differ from the register in any of {family} groups; the"
            " widest gap is {gap} points ({group}).",
            **values,
            gap=figures_wording.points(widest.gap, say),
            group=figures_wording.in_sentence(widest.field, widest.key, say),
        )
    first = standing[0]
    values |= {
        "group": figures_wording.in_sentence(first.field, first.key, say),
        "share": say.percent(first.share),
        "answering": say.percent(first.share_answering),
        "gap": figures_wording.points(first.gap, say),
    }
    return say(
        "Groups over- or under-represented: {count} of {family}, the widest gap {group}:"
        " {answering} of respondents, {share} of the register ({gap} points).",
        **values,
    )
