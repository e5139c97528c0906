"""How close exhibitors are: five views with the rule of each level beside its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.relation_levels import EVIDENCE, VIEWS
from analytics.figures import Column, Figure, Grid
from analytics.figures.claims import claim
from analytics.figures.sentences import notes
from analytics.figures.small_bases import not_shown
from analytics.stats.suppression import NEVER_BELOW, visible_parts
from analytics.studies.lifecycle import LEVELS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.customers.relation_levels import Level, View
    from analytics.figures.rows import Row
    from analytics.studies.lifecycle.compute import Lifecycle
    from analytics.wording import Say

STABLE = 2


def levels(answer: Lifecycle, say: Say) -> Figure:
    """One row per level of every view that the files bear."""
    rows: list[Row] = []
    hidden: list[str] = []
    for view in VIEWS:
        of_view, not_visible = _rows(answer, view, say)
        rows += of_view
        hidden += not_visible
    table = pd.DataFrame(rows).assign(rank=range(len(rows)))
    values = {
        "n": say.number(answer.levels["phases"][STABLE] or 0),
        "trust": answer.cuts.trust,
    }
    return Figure(
        "levels",
        say(
            "{n} exhibitors came {trust} editions running or more; the rule of each level stands"
            " beside its count.",
            **values,
        ),
        wording.base(answer.classed, say),
        Grid(),
        table,
        (
            Column("view", say("View of the relation")),
            Column("label", say("Level of the view")),
            Column("rule", say("Rule of the level")),
            Column("n", say("Firms at the level"), "count"),
            Column("share", say("Share of the view"), "share", 1),
        ),
        LEVELS,
        notes=notes(*_left_out(answer, say), *not_shown(say, NEVER_BELOW, hidden)),
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("{n} exhibitors came {trust} editions running or more."),
            **values,
        ),
    )


def _rows(answer: Lifecycle, view: View, say: Say) -> tuple[list[Row], list[str]]:
    """The levels of a view that can be told and may be shown, and the names of what may not. Views
    that rest on answers hide small counts.
    """
    present = [
        (at, level, n)
        for at, (level, n) in enumerate(zip(view.levels, answer.levels[view.key], strict=True))
        if n is not None
    ]
    sizes = [n for _, _, n in present]
    shown = _visible(view, [(level, n) for _, level, n in present])
    rows = [
        {
            "key": f"{view.key}-{at}",
            "view": say(view.name),
            "label": say(level.name),
            "rule": say(level.rule, trust=answer.cuts.trust, gone=answer.cuts.missed),
            "n": n,
            "share": n / max(sum(sizes), 1),
        }
        for (at, level, n), is_in in zip(present, shown, strict=True)
        if is_in or not n
    ]
    hidden = [
        say(level.name)
        for (_, level, n), is_in in zip(present, shown, strict=True)
        if n and not is_in
    ]
    return rows, hidden


def _visible(view: View, present: list[tuple[Level, int]]) -> list[bool]:
    """Where answers count, few exhibitors are not shown; firms on lists gave no answer."""
    asked = [n for level, n in present if "prospects" not in level.needs]
    rests_on_answers = any(set(level.needs) - {"prospects"} for level in view.levels)
    visible = iter(visible_parts(asked, NEVER_BELOW) if rests_on_answers else [True] * len(asked))
    return ["prospects" in level.needs or next(visible) for level, _ in present]


def _left_out(answer: Lifecycle, say: Say) -> tuple[str, ...]:
    """What a view lacks, with what would bring it."""
    missing: dict[str, list[str]] = {}
    for view in VIEWS:
        for level, n in zip(view.levels, answer.levels[view.key], strict=True):
            if n is None:
                missing.setdefault(_lacking(answer, level, say), []).append(say(level.name))
    return tuple(
        say(
            "Left out: {levels}. They need {evidence}, which is not on file.",
            levels=say.listed(tuple(dict.fromkeys(names))),
            evidence=lacking,
        )
        for lacking, names in missing.items()
    )


def _lacking(answer: Lifecycle, level: Level, say: Say) -> str:
    lacking = [say(EVIDENCE[name]) for name in level.needs if name not in answer.known]
    return say.listed(tuple(lacking))
