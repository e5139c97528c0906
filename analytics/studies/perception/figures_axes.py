"""How much of the data each axis of the map shows, and every answer's numbers on the first two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid
from analytics.figures.sentences import sentences
from analytics.studies.perception import INERTIA, MAP, figures_wording
from analytics.studies.perception.figures_map import families

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.perception.compute import Perception, Place
    from analytics.wording import Say

MOST_AXES = 6


def inertia(answer: Perception, say: Say) -> Figure | None:
    """The share of each axis; None where no axis carries more than chance would."""
    if not answer.greenacre:
        return None
    return Figure(
        key="inertia",
        finding=_inertia_sentence(answer, say),
        base=figures_wording.base(answer, say, say("adjusted inertia after Greenacre")),
        form=Bars("share", say("Share of what the answers have in common")),
        data=pd.DataFrame(
            [_axis_row(answer, axis, say) for axis in range(len(answer.greenacre[:MOST_AXES]))]
        ),
        columns=(
            Column("label", say("Axis")),
            Column("value", say("Adjusted inertia"), "share", 1),
            Column("eigenvalue", say("Eigenvalue"), "number", 4),
            Column("raw", say("Raw share"), "share", 1),
        ),
        method=INERTIA,
        is_established=answer.goes_together,
        families=families(say),
    )


def _axis_row(answer: Perception, axis: int, say: Say) -> Row:
    return {
        "key": str(axis),
        "label": say("Axis {number}", number=axis + 1),
        "rank": axis,
        "value": answer.greenacre[axis],
        "eigenvalue": answer.eigenvalues[axis],
        "raw": answer.eigenvalues[axis] / sum(answer.eigenvalues),
        "n": answer.n,
        "base_n_eff": answer.all.n_eff,
    }


def _inertia_sentence(answer: Perception, say: Say) -> str:
    raw = sum(answer.eigenvalues[:2]) / sum(answer.eigenvalues)
    two_axes = say(
        "The two axes of the map show {share} of what the answers have in common (raw, and"
        " understated: {raw}).",
        share=say.percent(sum(answer.greenacre[:2]), 0),
        raw=say.percent(raw, 0),
    )
    return sentences(say, two_axes, _together_sentence(answer, say))


def _together_sentence(answer: Perception, say: Say) -> str:
    p = say.probability(answer.together)
    if not answer.goes_together:
        return say("But there is no evidence that they have anything in common (p {p}).", p=p)
    return say("That answers to different questions go together is established (p {p}).", p=p)


def axes(answer: Perception, say: Say) -> Figure:
    """Every answer on the first two axes."""
    return Figure(
        key="axes",
        finding=_strongest_sentence(answer, say),
        base=figures_wording.base(answer, say, say("coordinates, contributions, cos² and v-tests")),
        form=Grid(),
        data=pd.DataFrame([_answer_row(answer, spot, say) for spot in answer.places if spot.n > 0]),
        columns=(
            Column("question", say("Question")),
            Column("label", say("Answer")),
            Column("role", say("Part in the map")),
            Column("n", say("Respondents"), "count"),
            Column("x", say("Axis 1"), "number", 2),
            Column("y", say("Axis 2"), "number", 2),
            Column("first", say("Contribution to axis 1"), "share", 1),
            Column("second", say("Contribution to axis 2"), "share", 1),
            Column("quality", say("Shown by the two axes (cos²)"), "share", 0),
            Column("v1", say("v-test, axis 1"), "number", 1),
            Column("v2", say("v-test, axis 2"), "number", 1),
        ),
        method=MAP,
        notes=figures_wording.notes(answer, say),
    )


def strongest(answer: Perception) -> Place:
    """The answer that shapes the map most."""
    return max((spot for spot in answer.places if spot.is_active), key=answer.weight_on_map)


def _strongest_sentence(answer: Perception, say: Say) -> str:
    spot = strongest(answer)
    return say(
        "{answer} contributes most to the map: {first} of axis 1 and {second} of axis 2.",
        answer=figures_wording.spelt(answer, spot, say),
        first=say.percent(spot.contributions[0], 0),
        second=say.percent(spot.contributions[1], 0),
    )


def _answer_row(answer: Perception, spot: Place, say: Say) -> Row:
    of_groups = say("Groups of respondents")
    return {
        "question": figures_wording.question(spot.coded, say) if spot.coded else of_groups,
        "label": figures_wording.place(answer, spot, say),
        "role": say("active") if spot.is_active else say("placed afterwards"),
        "n": spot.n,
        "n_eff": spot.given.n_eff,
        "base_n_eff": answer.all.n_eff,
        "x": spot.coordinates[0],
        "y": spot.coordinates[1],
        "first": spot.contributions[0],
        "second": spot.contributions[1],
        "quality": spot.cos2[0] + spot.cos2[1],
        "v1": spot.v[0],
        "v2": spot.v[1],
    }
