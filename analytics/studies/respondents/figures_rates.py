"""Response rates by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns
from analytics.figures.families import family
from analytics.figures.sentences import sentences
from analytics.figures.small_bases import is_pale
from analytics.ratings.groups import SMALL, TITLES
from analytics.ratings.populations import worded_register
from analytics.ratings.readable_names import is_readable
from analytics.studies.respondents import RATES, figures_wording

if TYPE_CHECKING:
    from analytics.figures.families import Family
    from analytics.figures.rows import Row
    from analytics.studies.respondents.compute import Respondents
    from analytics.studies.respondents.compute_margins import Field, Group
    from analytics.wording import Say

MOST_GROUPS = 12


def rates(answer: Respondents, say: Say) -> Figure:
    """The response rate of each group of the field looked at, highest first."""
    field = answer.grouped
    shown = sorted(field.groups[:MOST_GROUPS], key=lambda group: -group.rate.share)
    left_out = len(field.groups) - len(shown)
    rows = [_group_row(group, rank, say) for rank, group in enumerate(shown)]
    rows = rows or [_everybody(answer, say)]
    smaller = say("{count} smaller groups are left out of the chart.", count=say.number(left_out))
    return Figure(
        "rates",
        sentences(say, _rate(answer, say), _differs(answer, say)),
        figures_wording.base(
            answer,
            say,
            say(TITLES[answer.group_by]),
            *_method(answer, say),
        ),
        Bars("share", say("Response rate"), has_interval=True, is_dots=True),
        pd.DataFrame(rows),
        (
            Column("label", say("Group")),
            *columns.share(say, say("Response rate")),
            Column("respondents", say("Answered"), "count"),
            Column("n", say("On the register"), "count"),
        ),
        RATES,
        Headline(say.percent(answer.rate.share, 0), say("of exhibitors answered")),
        (
            *figures_wording.notes(answer, say, field.hidden, any(row["is_faint"] for row in rows)),
            *((smaller,) if left_out else ()),
        ),
        pd.DataFrame({"x": [answer.rate.share], "y": [None], "label": [say("all exhibitors")]}),
        is_established=field.is_established,
        families=field_tests(answer, say),
    )


def _method(answer: Respondents, say: Say) -> tuple[str, ...]:
    """A rate of the register is counted; for the fair as a process it has an interval."""
    stands_for = answer.populations.stands_for
    register = worded_register(say, stands_for)
    if stands_for != "process":
        return say("response rate"), register
    return say("response rate with Wilson's 95% interval"), register


def field_tests(answer: Respondents, say: Say) -> tuple[Family, ...]:
    return family(
        say("Answering against the fields of the register"),
        [field.adjusted_p for field in answer.fields],
    )


def _group_row(group: Group, rank: int, say: Say) -> Row:
    return {
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


def _everybody(answer: Respondents, say: Say) -> Row:
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
    also = _others_differ(others, say) if others else ""
    tested = sum(field.p == field.p for field in answer.fields)
    values = {
        "field": say(SMALL[field.key]),
        "family": say.number(tested),
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


def _others_differ(fields: tuple[str, ...], say: Say) -> str:
    return say(
        "That it differs by {fields} is established.", fields=figures_wording.listed(fields, say)
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
