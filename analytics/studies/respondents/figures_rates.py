"""Response rates by group, groups over- and under-represented, and the loyal among respondents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns
from analytics.figures.families import family
from analytics.figures.sentences import sentences
from analytics.figures.small_bases import is_pale
from analytics.ratings.groups import SMALL, TITLES
from analytics.ratings.readable_names import is_readable
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.respondents import GAPS, RATES, REPEATS, figures_wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.families import Family
    from analytics.stats.proportion import Proportion
    from analytics.studies.respondents.compute import Repeat, Respondents
    from analytics.studies.respondents.compute_margins import Field, Group
    from analytics.wording import Say

MOST_GROUPS = 12
REPEATS_NAMED = {"repeaters": phrase("Here before"), "always": phrase("At every edition so far")}


def rates(answer: Respondents, say: Say) -> Figure:
    """The response rate of each group of the field looked at, highest first."""
    field = answer.grouped
    shown = sorted(field.groups[:MOST_GROUPS], key=lambda group: -group.rate.share)
    left_out = len(field.groups) - len(shown)
    rows = [
        {
            "key": group.key,
            "label": figures_wording.group_name(group.field, group.key, say),
            "rank": rank,
            "value": group.rate.share,
            "low": group.rate.low,
            "high": group.rate.high,
            "n": group.exhibitors,
            "respondents": group.respondents,
            "is_faint": is_pale(group.exhibitors),
        }
        for rank, group in enumerate(shown)
    ] or [_everybody(answer, say)]
    more = (
        (say("{count} smaller groups are left out of the chart.", count=say.number(left_out)),)
        if left_out
        else ()
    )
    return Figure(
        "rates",
        sentences(say, _rate(answer, say), _differs(answer, say)),
        figures_wording.base(
            answer,
            say,
            say(TITLES[answer.group_by]),
            say("response rate with Wilson's 95 % interval"),
        ),
        Bars("share", say("Response rate"), has_interval=True, is_dots=True),
        pd.DataFrame(rows),
        (
            Column("label", say("Group")),
            Column("value", say("Response rate"), "share", 1),
            *columns.interval(say, "share", 1),
            Column("respondents", say("Answered"), "count"),
            Column("n", say("On the register"), "count"),
        ),
        RATES,
        Headline(say.percent(answer.rate.share, 0), say("of exhibitors answered")),
        (
            *figures_wording.notes(answer, say, field.hidden, any(row["is_faint"] for row in rows)),
            *more,
        ),
        pd.DataFrame({"x": [answer.rate.share], "y": [None], "label": [say("all exhibitors")]}),
        is_established=field.is_established,
        families=_fields(answer, say),
    )


def _fields(answer: Respondents, say: Say) -> tuple[Family, ...]:
    return family(
        say("Answering against the fields of the register"),
        [field.adjusted_p for field in answer.fields],
    )


def _everybody(answer: Respondents, say: Say) -> dict[str, Any]:
    """Where no group may be shown, all exhibitors stand alone."""
    rate = answer.rate
    return {
        "key": "all",
        "label": say("all exhibitors"),
        "rank": 0,
        "value": rate.share,
        "low": rate.low,
        "high": rate.high,
        "n": answer.exhibitors,
        "respondents": answer.respondents,
        "is_faint": is_pale(answer.exhibitors),
    }


def _rate(answer: Respondents, say: Say) -> str:
    values = {
        "share": say.percent(answer.rate.share),
        "n": say.number(answer.respondents),
        "known": say.number(answer.exhibitors),
        "edition": answer.edition.worded(say),
    }
    return say("{share} of the exhibitors of {edition} answered ({n} of {known}).", **values)


def _differs(answer: Respondents, say: Say) -> str:
    """Whether the field looked at goes with answering, and which other fields do."""
    field = answer.grouped
    others = tuple(
        other.key for other in answer.fields if other.is_established and other.key != field.key
    )
    also = (
        say(
            "That it differs by {fields} is established.",
            fields=figures_wording.listed(others, say),
        )
        if others
        else ""
    )
    family = sum(field.p == field.p for field in answer.fields)
    values = {
        "field": say(SMALL[field.key]),
        "family": say.number(family),
        "p": say.probability(field.adjusted_p),
    }
    if field.adjusted_p != field.adjusted_p:
        return sentences(say, say("By {field} there is nothing to compare.", **values), also)
    if field.is_established and len(field.groups) > 1:
        return sentences(say, _from_to(field, values, say), also)
    return sentences(
        say,
        say(
            "No evidence that it differs by {field} (Holm's p {p} over {family} fields).", **values
        ),
        also,
    )


def _from_to(field: Field, values: dict[str, str], say: Say) -> str:
    """The lowest and the highest rate; with their names where the reader can spell them."""
    low, high = (pick(field.groups, key=lambda group: group.rate.share) for pick in (min, max))
    values = values | {"low": say.percent(low.rate.share), "high": say.percent(high.rate.share)}
    if not (is_readable(low.key, say) and is_readable(high.key, say)):
        return say(
            "That it differs by {field} is established (Holm's p {p} over {family} fields): from"
            " {low} to {high}.",
            **values,
        )
    values |= {
        "first": figures_wording.group_name(field.key, low.key, say),
        "last": figures_wording.group_name(field.key, high.key, say),
    }
    return say(
        "That it differs by {field} is established (Holm's p {p} over {family} fields): from {low}"
        " ({first}) to {high} ({last}).",
        **values,
    )


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
                "Newcombe's 95 % interval, Benjamini–Hochberg over {n} groups",
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


def _gap_row(
    answer: Respondents, group: Group, rank: int, is_any: bool, say: Say
) -> dict[str, Any]:
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
    notes = list(figures_wording.notes(answer, say, sum(field.hidden for field in answer.fields)))
    if closer:
        notes.append(
            say(
                "{count} groups closer to the register are left out of the chart.",
                count=say.number(closer),
            )
        )
    if is_any:
        notes.append(say("Pale: not established."))
    return tuple(notes)


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


def repeats(answer: Respondents, say: Say) -> Figure | None:
    """The loyal on the register, among respondents and among weighted respondents; None at the
    first edition on file.
    """
    if not answer.repeats:
        return None
    series = (
        say("Register"),
        say("Respondents"),
        *((say("Weighted"),) if answer.weighting else ()),
    )
    rows = [
        row
        for rank, repeat in enumerate(answer.repeats)
        for row in _repeat_rows(answer, repeat, rank, series, say)
    ]
    p = answer.field("experience").adjusted_p
    return Figure(
        "repeats",
        _repeat_sentence(answer.repeats[0], p, say),
        figures_wording.base(answer, say, say("shares with Wilson's 95 % interval")),
        Bars("share", say("Share of exhibitors"), has_interval=True, is_dots=True, series=series),
        pd.DataFrame(rows),
        (
            Column("label", say("History")),
            Column("series", say("Exhibitors")),
            Column("value", say("Share"), "share", 1),
            *columns.interval(say, "share", 1),
            Column("n", say("Base"), "count"),
        ),
        REPEATS,
        notes=figures_wording.notes(answer, say),
        is_established=p <= LEVEL_OF_P,
        families=_fields(answer, say),
    )


def _repeat_rows(
    answer: Respondents, repeat: Repeat, rank: int, series: tuple[str, ...], say: Say
) -> list[dict[str, Any]]:
    shares: list[tuple[Proportion, int]] = [
        (repeat.register, answer.exhibitors),
        (repeat.respondents, answer.respondents),
    ]
    if answer.weighting:
        weighted = (
            answer.weighting.repeaters if repeat.key == "repeaters" else answer.weighting.always
        )
        shares.append((weighted, answer.respondents))
    return [
        {
            "key": repeat.key,
            "label": say(REPEATS_NAMED[repeat.key]),
            "rank": rank,
            "series": name,
            "value": share.share,
            "low": share.low,
            "high": share.high,
            "n": n,
            "is_faint": is_pale(n),
        }
        for name, (share, n) in zip(series, shares, strict=False)
    ]


def _repeat_sentence(repeat: Repeat, p: float, say: Say) -> str:
    """`p` is Holm's over the fields of the register, the same as beside the response rates."""
    values = {
        "share": say.percent(repeat.respondents.share),
        "register": say.percent(repeat.register.share),
        "p": say.probability(p),
    }
    if p != p:
        return say(
            "{share} of respondents had been here before, {register} of the register; there is"
            " nobody to compare them with.",
            **values,
        )
    if p > LEVEL_OF_P:
        return say(
            "{share} of respondents had been here before, {register} of the register: no evidence"
            " that the loyal answer more or less often (Holm's p {p}).",
            **values,
        )
    if repeat.apart.difference > 0:
        return say(
            "{share} of respondents had been here before, {register} of the register: that the"
            " loyal answer more often is established (Holm's p {p}), so plain averages lean towards"
            " them.",
            **values,
        )
    return say(
        "{share} of respondents had been here before, {register} of the register: that newcomers"
        " answer more often is established (Holm's p {p}), so plain averages lean towards them.",
        **values,
    )
