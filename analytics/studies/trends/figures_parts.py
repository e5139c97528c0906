"""Rate and composition part of each group, and groups that are new or gone."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.figures import Bars, Column, Figure, small_bases
from analytics.figures.families import Family
from analytics.figures.rows import Row
from analytics.figures.sentences import notes
from analytics.ratings.groups import Grouping
from analytics.studies.trends import PARTS, figures_wording
from analytics.studies.trends.compute import Trends
from analytics.studies.trends.compute_rate_and_composition import NOT_STATED, OTHERS, Part, Parts
from analytics.wording import Say


def parts_of_change(answer: Trends, parts: Parts, say: Say) -> Figure:
    """Rate and composition part of each group."""
    series = (say("Answered differently"), say("Different mix"))
    data = [
        row
        for rank, part in enumerate(parts.parts)
        for row in _part_rows(part, rank, answer.grouping, series, say)
    ]
    digits = answer.scale.digits
    n = say(
        "n = {then} and {now} answers",
        then=say.number(answer.change.then.n),
        now=say.number(answer.change.now.n),
    )
    method = say("Kitagawa's parts by {kind}", kind=answer.grouping.titled(say))
    return Figure(
        key="parts",
        finding=_parts_sentence(answer, parts, say),
        base=figures_wording.pair_base(answer, say, n, method),
        form=Bars(
            "change", say("Part of the change"), series=series, reference=0.0, digits=digits + 1
        ),
        data=pd.DataFrame(data),
        columns=(
            Column("label", say("Group")),
            Column("series", say("Part")),
            Column("value", say("Part of the change"), "change", digits + 1),
            Column("share_then", say("Share before"), "share", 1),
            Column("share_now", say("Share"), "share", 1),
            Column("then", say("Mean before"), "score", digits),
            Column("now", say("Mean"), "score", digits),
        ),
        method=PARTS,
        notes=_new_and_vanished(answer, parts, say),
        is_established=answer.change.is_established,
        families=(Family(say("The change asked for"), 1),),
    )


def _new_and_vanished(answer: Trends, parts: Parts, say: Say) -> tuple[str, ...]:
    """Groups that answered at one of the editions only, by name."""
    new = say(
        "New, so that their whole effect counts as mix: {names}.",
        names=_group_names(parts.new, answer.grouping, say),
    )
    vanished = say(
        "No longer there, so that their whole effect counts as mix: {names}.",
        names=_group_names(parts.vanished, answer.grouping, say),
    )
    return notes(new if parts.new else "", vanished if parts.vanished else "")


def _group_names(parts: Sequence[Part], by: Grouping, say: Say) -> str:
    return say.listed([_group_name(part, by, say) for part in parts])


def _group_name(part: Part, by: Grouping, say: Say) -> str:
    names = {OTHERS: say("Other groups"), NOT_STATED: say("Not stated")}
    return names.get(part.name) or by.named(part.name, say)


def _part_rows(part: Part, rank: int, by: Grouping, series: tuple[str, str], say: Say) -> list[Row]:
    group: Row = {
        "key": part.name,
        "label": _group_name(part, by, say),
        "rank": rank,
        "share_then": part.share_then,
        "share_now": part.share_now,
        "then": part.then,
        "now": part.now,
        "n": part.n,
        "is_faint": small_bases.is_pale(part.n),
    }
    return [
        group | {"series": name, "value": value}
        for name, value in zip(series, (part.rate, part.composition), strict=True)
    ]


def _parts_sentence(answer: Trends, parts: Parts, say: Say) -> str:
    digits = answer.scale.digits + 1
    values = {
        "change": say.signed(parts.change, digits),
        "rate": say.signed(parts.rate, digits),
        "composition": say.signed(parts.composition, digits),
        "kind": answer.grouping.kinds(say),
    }
    if answer.change.is_established:
        return say(
            "Of the change of {change}, {rate} comes from {kind} answering differently and"
            " {composition} from a different mix of {kind}; the change itself is established.",
            **values,
        )
    return say(
        "Of the change of {change}, {rate} comes from {kind} answering differently and"
        " {composition} from a different mix of {kind}; but there is no evidence of the change"
        " itself.",
        **values,
    )
