"""Groups beside each other: their means, and every pair of them."""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns, rows, small_bases
from analytics.figures.base_line import answers_of_rows, base_line
from analytics.figures.families import Family
from analytics.figures.rows import Row
from analytics.figures.sentences import interval, notes
from analytics.ratings.groups import Grouping
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.satisfaction import GROUPS, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_groups import Group, Groups, Pair
from analytics.wording import Say


def groups(answer: Satisfaction, say: Say) -> Figure:
    """The groups with their means, highest first."""
    compared = answer.groups
    data = [_group_row(group, rank, answer, say) for rank, group in enumerate(compared.groups)]
    return Figure(
        key="groups",
        finding=_sentence(answer, say),
        base=_base(answer, say, say("mean with 95% t interval"), is_level=True),
        form=Bars("score", say("Mean"), has_interval=True, is_dots=True),
        data=pd.DataFrame(data),
        columns=(
            Column("label", say("Group")),
            *columns.mean(say, compared.scale.digits),
            columns.answers(say),
        ),
        method=GROUPS,
        notes=notes(_effect_note(compared, say), *_notes(compared, say)),
        is_established=bool(compared.established),
        families=_families(compared, say),
    )


def _group_row(group: Group, rank: int, answer: Satisfaction, say: Say) -> Row:
    label = answer.grouping.named(group.name, say)
    return rows.of_mean(group.mean, key=group.name, label=label, rank=rank)


def pairs(answer: Satisfaction, say: Say) -> Figure:
    """Every pair of groups, widest first."""
    compared, digits = answer.groups, answer.groups.scale.digits
    method = say(
        "Games–Howell over all pairs, Holm over {family} tests",
        family=say.number(compared.family),
    )
    data = [_pair_row(pair, rank, answer.grouping, say) for rank, pair in enumerate(compared.pairs)]
    return Figure(
        key="pairs",
        finding=_pair_sentence(answer, say),
        base=_base(answer, say, method),
        form=Bars(
            "change", say("Difference of means"), has_interval=True, is_dots=True, reference=0.0
        ),
        data=pd.DataFrame(data),
        columns=(
            Column("label", say("Pair")),
            Column("value", say("Difference"), "change", digits),
            *columns.interval(say, "change", digits),
            Column("p", say("p (Games–Howell)"), "p"),
            columns.p(say, "holm_p"),
            Column("hedges_g", say("Hedges' g"), "number", 2),
            Column("established", say("Established")),
        ),
        method=GROUPS,
        notes=_notes(compared, say),
        is_established=bool(compared.established),
        families=_families(compared, say),
    )


def _families(compared: Groups, say: Say) -> tuple[Family, ...]:
    """All groups at once, then every pair."""
    if not compared.family:
        return ()
    return Family(say("All groups at once"), 1), Family(say("Pairs of groups"), compared.family)


def _base(answer: Satisfaction, say: Say, method: str, *, is_level: bool = False) -> str:
    compared = answer.groups
    return base_line(
        answers_of_rows(say, (group.mean.n for group in compared.groups)),
        answer.focus.name.worded(say),
        say(figures_wording.SUBJECTS[answer.grouped_score]),
        compared.scale.worded(say),
        method,
        answer.populations.worded(say, answer.focus.key, answer.exhibitors) if is_level else "",
    )


def _sentence(answer: Satisfaction, say: Say) -> str:
    compared, kind = answer.groups, answer.grouping.kinds(say)
    if not compared.pairs:
        return say(
            "Nothing to compare: fewer than two {kind} have enough answers that vary.", kind=kind
        )
    if len(compared.pairs) == 1:
        return _of_two(compared, answer.grouping, say)
    if compared.established:
        return _widest(compared, answer.grouping, say)
    values = {"kind": kind, "test": _test(compared, say), "family": say.number(compared.family)}
    if compared.test.p <= LEVEL_OF_P:
        return say(
            "Taken together, {kind} differ ({test}), but none of the {family} pairs is established"
            " by itself.",
            **values,
        )
    return say(
        "No evidence that {kind} differ: {test}, and none of the {family} pairs is established.",
        **values,
    )


def _widest(compared: Groups, by: Grouping, say: Say) -> str:
    """The widest of the established pairs."""
    pair, digits = compared.established[0], compared.scale.digits
    first, second = _names(pair, by, say)
    return say(
        "{first} ({value}) is above {second} ({other}): {count} of {family} pairs of {kind} are"
        " established.",
        first=first,
        value=say.number(pair.first.mean.mean, digits),
        second=second,
        other=say.number(pair.second.mean.mean, digits),
        count=say.number(len(compared.established)),
        family=say.number(compared.family),
        kind=by.kinds(say),
    )


def _of_two(compared: Groups, by: Grouping, say: Say) -> str:
    """The only pair, with its difference."""
    pair, digits = compared.pairs[0], compared.scale.digits
    first, second = _names(pair, by, say)
    values = {
        "first": first,
        "value": say.number(pair.first.mean.mean, digits),
        "second": second,
        "other": say.number(pair.second.mean.mean, digits),
        "gap": say.number(pair.gap.difference, digits),
        "interval": interval(say, pair.gap.low, pair.gap.high, digits, is_signed=True),
    }
    if pair.is_established:
        return say(
            "{first} ({value}) is above {second} ({other}) by {gap} ({interval}); that is"
            " established.",
            **values,
        )
    return say(
        "No evidence that {first} ({value}) and {second} ({other}) differ (by {gap}; {interval}).",
        **values,
    )


def _test(compared: Groups, say: Say) -> str:
    return say(
        "Welch's F({df1}, {df2}) = {f}, p {p}",
        df1=say.number(compared.test.df1),
        df2=say.number(compared.test.df2, 1),
        f=say.number(compared.test.statistic, 2),
        p=say.probability(compared.test.p),
    )


def _pair_sentence(answer: Satisfaction, say: Say) -> str:
    compared, kind = answer.groups, answer.grouping.kinds(say)
    values = {"family": say.number(compared.family), "kind": kind}
    if len(compared.pairs) == 1:
        return _of_two(compared, answer.grouping, say)
    if not compared.established:
        return say("None of the {family} pairs of {kind} is established.", **values)
    widest, digits = compared.established[0], compared.scale.digits
    gap, (first, second) = widest.gap, _names(widest, answer.grouping, say)
    return say(
        "{count} of {family} pairs of {kind} are established, the widest {first} above {second} by"
        " {gap} ({interval}).",
        **values,
        count=say.number(len(compared.established)),
        first=first,
        second=second,
        gap=say.number(gap.difference, digits),
        interval=interval(say, gap.low, gap.high, digits, is_signed=True),
    )


def _names(pair: Pair, by: Grouping, say: Say) -> tuple[str, str]:
    return by.named(pair.first.name, say), by.named(pair.second.name, say)


def _pair_row(pair: Pair, rank: int, by: Grouping, say: Say) -> Row:
    first, second = _names(pair, by, say)
    return {
        "key": str(rank),
        "label": say("{first} − {second}", first=first, second=second),
        "rank": rank,
        "value": pair.gap.difference,
        "low": pair.gap.low,
        "high": pair.gap.high,
        "p": pair.gap.p,
        "holm_p": pair.holm_p,
        "hedges_g": pair.gap.hedges_g,
        "established": say("yes") if pair.is_established else say("no"),
        "n": min(pair.first.mean.n, pair.second.mean.n),
        "is_faint": not pair.is_established,
    }


def _effect_note(compared: Groups, say: Say) -> str:
    if not isfinite(compared.effect.omega2):
        return ""
    return say(
        "The groups account for {share} of the differences between answers (ω²).",
        share=say.percent(max(0.0, compared.effect.omega2)),
    )


def _notes(compared: Groups, say: Say) -> tuple[str, ...]:
    hidden = say(
        "{count} groups are hidden because too few answered.", count=say.number(compared.hidden)
    )
    left_out = say(
        "{count} smaller groups are left out of the comparison.",
        count=say.number(compared.left_out),
    )
    unplaced = say("{count} answers belong to no known group.", count=say.number(compared.unplaced))
    return notes(
        hidden if compared.hidden else "",
        left_out if compared.left_out else "",
        unplaced if compared.unplaced else "",
        *small_bases.notes(say, (), [group.mean.n for group in compared.groups]),
    )
