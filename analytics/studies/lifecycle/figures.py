"""Stages, the work that fits them, moves, and who is weakening by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures as kit
from analytics.customers import figures_wording as wording
from analytics.customers.stages import LOST, PHASES, STAGES, TASKS, TRUST, WEAKENING
from analytics.figures import Column, Figure, Grid, Headline, columns
from analytics.figures.claims import Claim, claim
from analytics.figures.sentences import notes
from analytics.studies.lifecycle import RULES, WORK
from analytics.studies.lifecycle.figures_decline import decline, weakest_sentence
from analytics.studies.lifecycle.figures_levels import levels
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.lifecycle.compute import Lifecycle
    from analytics.wording import Say


def figures(answer: Lifecycle, say: Say) -> tuple[Figure, ...]:
    weak, behind = _weakening(answer, say), decline(answer, say)
    return (
        _overview(answer, say),
        _work(answer, say),
        levels(answer, say),
        *((behind,) if behind else ()),
        *(figure for figure in kit.kit(answer.classed, say) if figure.key != "concentration"),
        *((weak,) if weak else ()),
    )


def _count(answer: Lifecycle, stage: int) -> int:
    return int(answer.classed.sizes["n"].iloc[stage])


def _overview(answer: Lifecycle, say: Say) -> Figure:
    trust = float(answer.classed.sizes["share"].iloc[TRUST])
    headline = Headline(
        say.number(_count(answer, TRUST)),
        say("exhibitors at the stage of trust ({share})", share=say.percent(trust, 0)),
    )
    figure = kit.classes(answer.classed, say, RULES, headline)
    return replace(figure, claim=_claim(answer, say), notes=(*_notes(answer, say), *figure.notes))


def _claim(answer: Lifecycle, say: Say) -> Claim:
    return claim(
        say,
        "level",
        "confirmed",
        phrase("{trust} exhibitors trust, {weak} are weakening, {lost} are gone."),
        trust=say.number(_count(answer, TRUST)),
        weak=say.number(_count(answer, WEAKENING)),
        lost=say.number(_count(answer, LOST)),
    )


def _notes(answer: Lifecycle, say: Say) -> tuple[str, ...]:
    return notes(
        say(
            "{n} were on the first register on file: how long they had come before is not known.",
            n=say.number(answer.unknown_start),
        )
        if answer.unknown_start
        else "",
        say(
            "{n} came back after a gap and count as confirm, never as first time.",
            n=say.number(answer.reactivated),
        )
        if answer.reactivated
        else "",
        say(
            "{n} still come although their stand or satisfaction fell twice running.",
            n=say.number(answer.shrinking),
        )
        if answer.shrinking
        else "",
    )


def _work(answer: Lifecycle, say: Say) -> Figure:
    sizes = answer.classed.sizes
    table = pd.DataFrame(
        {
            "key": sizes["class"].map(str),
            "label": [say(name) for name in STAGES],
            "rank": sizes["class"],
            "n": sizes["n"],
            "share": sizes["share"],
            "phase": [say(phase) for phase in PHASES],
            "task": [say(task) for task in TASKS],
        }
    )
    return Figure(
        "work",
        say(
            "{weak} exhibitors missed the last edition: find out why before they miss a second.",
            weak=say.number(_count(answer, WEAKENING)),
        ),
        wording.base(answer.classed, say),
        Grid(),
        table[table["n"] > 0],
        (
            Column("label", say("Stage")),
            columns.exhibitors(say),
            Column("share", say("Share"), "share", 1),
            Column("phase", say("Phase")),
            Column("task", say("Work that fits")),
        ),
        WORK,
        notes=notes(weakest_sentence(answer, say)),
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("{n} exhibitors to ask why they did not come."),
            n=say.number(_count(answer, WEAKENING)),
        ),
    )


def _weakening(answer: Lifecycle, say: Say) -> Figure | None:
    """Who is weakening, by what they brought the edition before."""
    count, rows = answer.count_weakening, answer.weakening
    text = say("{n} exhibitors are weakening.", n=say.number(count))
    return kit.accounts(answer.classed, "weakening", text, rows, count, RULES, say)
