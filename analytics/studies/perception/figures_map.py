"""The map of answers, and what its first two axes set against each other."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Scatter
from analytics.figures.families import Family
from analytics.figures.sentences import notes, sentences
from analytics.studies.perception import MAP, figures_wording

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.perception.compute import Perception, Place
    from analytics.studies.perception.compute_questions import Coded
    from analytics.wording import Say

MOST_ACTIVE = 26
SURE = 1.96
GROUP, OUTCOME_KINDS = "group", ("outcome",)

LEAST_TO_NAME = 0.05
"""An axis that shows less of what answers have in common is no theme."""


def placed(answer: Perception, say: Say) -> Figure:
    """The answers that make the first two axes, with outcomes and groups; labels that would collide
    stand in the table.
    """
    shown = _on_map(answer)
    names = _kind_names(shown, say)
    across, up = (_axis_title(answer, axis, say) for axis in (0, 1))
    return Figure(
        key="map",
        finding=_map_sentence(answer, say),
        base=figures_wording.base(answer, say, say("multiple correspondence analysis")),
        form=Scatter(across, up, "number", "number", series=tuple(names.values())),
        data=pd.DataFrame(
            [_point(answer, spot, rank, names, say) for rank, spot in enumerate(shown)]
        ),
        columns=(
            Column("label", say("Answer")),
            Column("series", say("Sort of answer")),
            Column("n", say("Respondents"), "count"),
            Column("x", say("Axis 1"), "number", 2),
            Column("y", say("Axis 2"), "number", 2),
        ),
        method=MAP,
        notes=notes(
            _in_table_alone(answer, shown, say),
            *figures_wording.notes(answer, say),
            _repeated(answer, say),
        ),
        guides=pd.DataFrame({"x": [0.0, None], "y": [None, 0.0], "label": [None, None]}),
        is_established=answer.goes_together,
        families=families(say),
    )


def families(say: Say) -> tuple[Family, ...]:
    return (Family(say("Answers to different questions go together"), 1),)


def _in_table_alone(answer: Perception, shown: list[Place], say: Say) -> str:
    return say(
        "{n} answers near the middle, and the opposites of those shown, stand in the table of all"
        " answers.",
        n=say.number(len(answer.places) - len(shown)),
    )


def _repeated(answer: Perception, say: Say) -> str:
    if len(answer.editions) < 2:
        return ""
    return say(
        "Whoever answered at several editions counts each time; choose one edition to see it alone."
    )


def _kind(spot: Place) -> str:
    return spot.coded.question.kind if spot.coded else GROUP


def _on_map(answer: Perception) -> list[Place]:
    """Groups, outcomes that lie off the middle, and the active answers that contribute most; one of
    two opposites.
    """
    groups = [spot for spot in answer.places if spot.coded is None and answer.k > 1]
    outcomes = [
        spot
        for spot in answer.places
        if _kind(spot) in OUTCOME_KINDS and max(map(abs, spot.v[:2])) > SURE
    ]
    active = [spot for spot in answer.places if spot.is_active and not _is_opposite(spot)]
    active.sort(key=lambda spot: -answer.weight_on_map(spot))
    return [*groups, *active[:MOST_ACTIVE], *outcomes]


def _is_opposite(spot: Place) -> bool:
    return spot.coded is not None and spot.coded.is_opposite(spot.category)


def _kind_names(shown: list[Place], say: Say) -> dict[str, str]:
    """The series of the map. Where every dimension shows its best band alone, its name is
    enough.
    """
    there = {_kind(spot) for spot in shown}
    names = {kind: say(name) for kind, name in figures_wording.KINDS.items() if kind in there}
    rated = [spot.coded for spot in shown if spot.coded and spot.coded.question.kind == "dimension"]
    if rated and all(_has_short_name(coded) for coded in rated):
        names["dimension"] = say("Satisfied with")
    return names


def _has_short_name(coded: Coded) -> bool:
    return coded.size == 2 and coded.question.levels == 2


def _point(answer: Perception, spot: Place, rank: int, names: dict[str, str], say: Say) -> Row:
    label = figures_wording.place(answer, spot, say)
    if spot.coded and names.get(_kind(spot)) == say("Satisfied with"):
        label = figures_wording.question(spot.coded, say)
    return {
        "key": str(rank),
        "label": label,
        "rank": rank,
        "series": names[_kind(spot)],
        "x": spot.coordinates[0],
        "y": spot.coordinates[1],
        "n": spot.n,
        "n_eff": spot.given.n_eff,
        "base_n_eff": answer.all.n_eff,
        "is_faint": False,
    }


def _share(answer: Perception, axis: int) -> float:
    return answer.greenacre[axis] if axis < len(answer.greenacre) else nan


def _axis_title(answer: Perception, axis: int, say: Say) -> str:
    words = {
        "number": axis + 1,
        "questions": _questions(answer, axis, say),
        "share": say.percent(_share(answer, axis), 0),
    }
    if isnan(_share(answer, axis)):
        return say("Axis {number}, no more than chance", **words)
    if _share(answer, axis) < LEAST_TO_NAME:
        return say("Axis {number} ({share}, too little to name)", **words)
    return say("Axis {number} ({share}): {questions}", **words)


def _questions(answer: Perception, axis: int, say: Say) -> str:
    """The questions that make an axis; that there are several, where the reader could spell
    none.
    """
    questions = figures_wording.questions_of(answer, axis, say)
    return say.listed(questions) if questions else say("several questions")


def _map_sentence(answer: Perception, say: Say) -> str:
    if not answer.goes_together:
        return say(
            "No evidence that answers to different questions go together (p {p}): what the map"
            " shows, chance could show too.",
            p=say.probability(answer.together),
        )
    return sentences(
        say, _first_axis(answer, say), _second_axis(answer, say), _outcome_sentence(answer, say)
    )


def _ends_and_questions(answer: Perception, axis: int, say: Say) -> dict[str, str]:
    """The two ends of an axis and its questions, in words."""
    ends = [say.listed(figures_wording.end(answer, axis, side, say)) for side in (1, -1)]
    return {
        "high": ends[0],
        "low": ends[1],
        "share": say.percent(_share(answer, axis), 0),
        "questions": _questions(answer, axis, say),
    }


def _first_axis(answer: Perception, say: Say) -> str:
    ends = _ends_and_questions(answer, 0, say)
    if ends["high"] and ends["low"]:
        return say(
            "The strongest contrast in the answers ({share} of what they have in common): {high} on"
            " one side, {low} on the other.",
            **ends,
        )
    return say(
        "The strongest contrast in the answers ({share} of what they have in common) goes with"
        " {questions}.",
        **ends,
    )


def _second_axis(answer: Perception, say: Say) -> str:
    """Nothing of an axis that carries too little to be named."""
    if not _share(answer, 1) >= LEAST_TO_NAME:
        return ""
    ends = _ends_and_questions(answer, 1, say)
    if ends["high"] and ends["low"]:
        return say("The second ({share}): {high} against {low}.", **ends)
    return say("The second ({share}) goes with {questions}.", **ends)


def _outcome_sentence(answer: Perception, say: Say) -> str:
    """Along which axis the best band of overall satisfaction lies, where it took part in
    neither.
    """
    best = next((spot for spot in answer.places if _is_satisfied(spot)), None)
    if best is None:
        return ""
    axis = 0 if abs(best.v[0]) >= abs(best.v[1]) else 1
    if not abs(best.v[axis]) > SURE:
        return say("Overall satisfaction, placed afterwards, goes with neither.")
    side = say.listed(figures_wording.end(answer, axis, 1 if best.v[axis] > 0 else -1, say))
    if not side:
        return say(
            "Overall satisfaction, placed afterwards, goes with axis {number}.", number=axis + 1
        )
    return say(
        "Those satisfied overall, placed afterwards, lie on the side of “{side}”.", side=side
    )


def _is_satisfied(spot: Place) -> bool:
    coded = spot.coded
    return (
        coded is not None
        and coded.question.key == "overall"
        and coded.categories[spot.category] == "3"
    )
