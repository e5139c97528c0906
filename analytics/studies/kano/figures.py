"""What must be there, what delights: what low scores cost and high ones win first, which of the two
weighs more, then every part in a table.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns
from analytics.figures.claims import with_claims
from analytics.figures.families import Family
from analytics.figures.rows import Row
from analytics.figures.sentences import notes, sentences
from analytics.ratings.levels import part_column
from analytics.stats.penalty_reward import Reading
from analytics.studies.kano import ASYMMETRY
from analytics.studies.kano.compute import Kano, Part
from analytics.studies.kano.figures_claims import claims
from analytics.studies.kano.figures_classes import classes
from analytics.studies.kano.figures_effects import effects, largest, nothing, strongest
from analytics.studies.kano.figures_wording import (
    READINGS,
    base,
    family,
    how_sure,
    names_of,
    study_notes,
)
from analytics.wording import Say


def figures(answer: Kano, say: Say) -> tuple[Figure, ...]:
    """Where nothing is established there is no asymmetry to show."""
    first = replace(effects(answer, say), key="overview", finding=nothing(answer, say))
    shown: tuple[Figure, ...] = (first, classes(answer, say))
    if any(part.is_named for part in answer.parts):
        shown = _leading(answer, say), asymmetry(answer, say), classes(answer, say)
    return with_claims(shown, claims(answer, say))


def _leading(answer: Kano, say: Say) -> Figure:
    """What costs and wins most, under the sentence that names musts and delights."""
    return replace(
        effects(answer, say),
        key="overview",
        finding=sentences(say, _named_sentence(answer, say), largest(answer, say)),
        headline=_headline(answer, say),
    )


def asymmetry(answer: Kano, say: Say) -> Figure:
    """From what only punishes to what only rewards; nothing is drawn of what is not established."""
    named = [part for part in answer.parts if part.is_named]
    return Figure(
        key="asymmetry",
        finding=_named_sentence(answer, say),
        base=base(answer, say, say("impact asymmetry with 95% bootstrap interval")),
        form=Bars(
            "number",
            say("Only punishes (−1) to only rewards (+1)"),
            (-1.0, 1.0),
            has_interval=True,
            is_dots=True,
            reference=0.0,
        ),
        data=pd.DataFrame(
            [_asymmetry_row(part, rank, answer, say) for rank, part in enumerate(named)]
        ),
        columns=(
            part_column(say, answer.level),
            Column("reading", say("Verdict")),
            Column("sure", say("How sure")),
            Column("value", say("Asymmetry"), "number", 2),
            *columns.interval(say, "number", 2),
        ),
        method=ASYMMETRY,
        notes=(
            say(
                "Pale: penalty and reward may be alike ({count} compared, Bonferroni).",
                count=len(answer.parts),
            ),
            *_left_open(answer, say),
            *study_notes(answer, say),
        ),
        families=(
            *family(answer, say),
            Family(say("Penalty against reward of each part"), len(answer.parts), "bonferroni"),
        ),
    )


def _asymmetry_row(part: Part, rank: int, answer: Kano, say: Say) -> Row:
    return {
        "key": part.key,
        "label": part.name.worded(say),
        "rank": rank,
        "value": part.contrast.asymmetry,
        "low": part.low,
        "high": part.high,
        "reading": say(READINGS[part.reading]),
        "sure": how_sure(part, say),
        "is_faint": not part.is_lopsided,
        "n": answer.n,
    }


def _left_open(answer: Kano, say: Say) -> tuple[str, ...]:
    contradicted = [part for part in answer.unnamed if part.reading == "not established"]
    open_ones = [
        part
        for part in answer.parts
        if part.reading == "not established" and part not in contradicted
    ]
    return notes(
        say(
            "Not drawn because nothing is established: {names}.",
            names=names_of(say, open_ones),
        )
        if open_ones
        else "",
        say(
            "Not drawn because their signs contradict each other: {names}.",
            names=names_of(say, contradicted),
        )
        if contradicted
        else "",
    )


def _named_sentence(answer: Kano, say: Say) -> str:
    """Musts and delights only where the two sides differ beyond chance."""
    musts = _read_as(answer, ("must-be",), is_lopsided=True)
    delights = _read_as(answer, ("attractive",), is_lopsided=True)
    neither = say("No evidence that anything only has to be there, or only delights.")
    return sentences(
        say,
        _musts(musts, say) if musts else "",
        _delights(delights, say) if delights else "",
        "" if musts or delights else neither,
        _both_ways(answer, say),
        _one_sided(answer, say),
    )


def _musts(parts: list[Part], say: Say) -> str:
    return say(
        "Must be there: {names}. Poor scores cost satisfaction, good ones win none for certain.",
        names=names_of(say, parts),
    )


def _delights(parts: list[Part], say: Say) -> str:
    return say(
        "Delights: {names}. Good scores win satisfaction, poor ones cost none for certain.",
        names=names_of(say, parts),
    )


def _both_ways(answer: Kano, say: Say) -> str:
    parts = [part for part in answer.parts if part.reading == "performance"]
    if not parts:
        return ""
    names = names_of(say, parts)
    return say("Counts both ways, when poor and when good: {names}.", names=names)


def _one_sided(answer: Kano, say: Say) -> str:
    leaning = _read_as(answer, ("must-be", "attractive"), is_lopsided=False)
    if not leaning:
        return ""
    return say(
        "Established on one side only, though both sides may be alike: {names}.",
        names=names_of(say, leaning),
    )


def _read_as(answer: Kano, readings: tuple[Reading, ...], *, is_lopsided: bool) -> list[Part]:
    return [
        part
        for part in answer.parts
        if part.reading in readings and part.is_lopsided == is_lopsided
    ]


def _headline(answer: Kano, say: Say) -> Headline | None:
    cost = strongest([(part, part.contrast.penalty) for part in answer.parts])
    if cost is None:
        return None
    label = say(
        "points of overall satisfaction go with low scores for {name}",
        name=cost[0].name.worded(say),
    )
    return Headline(say.signed(cost[1].value), label)
