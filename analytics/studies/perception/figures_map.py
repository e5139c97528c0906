"""The map of answers, how much of the data it shows, and every answer's numbers."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, Headline, Scatter
from analytics.figures.families import Family
from analytics.figures.sentences import sentences
from analytics.ratings.readable_names import is_readable
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.perception import INERTIA, MAP, figures_wording

if TYPE_CHECKING:
    from analytics.studies.perception.compute import Perception, Place
    from analytics.studies.perception.compute_questions import Coded
    from analytics.wording import Say

MOST_ACTIVE = 26
MOST_AXES = 6
SURE = 1.96
GROUP, OUTCOME_KINDS = "group", ("outcome",)


def placed(answer: Perception, say: Say) -> Figure:
    """The answers that make the first two axes, with outcomes and groups; labels that would collide
    stand in the table.
    """
    shown = _on_map(answer)
    names = _kind_names(shown, say)
    rows = [_point(answer, spot, rank, names, say) for rank, spot in enumerate(shown)]
    titles = [_axis_title(answer, axis, say) for axis in (0, 1)]
    left = len(answer.places) - len(shown)
    middle = pd.DataFrame({"x": [0.0, None], "y": [None, 0.0], "label": [None, None]})
    return Figure(
        "map",
        _map_sentence(answer, say),
        figures_wording.base(answer, say, say("multiple correspondence analysis")),
        Scatter(titles[0], titles[1], "number", "number", series=tuple(names.values())),
        pd.DataFrame(rows),
        (
            Column("label", say("Answer")),
            Column("series", say("Sort of answer")),
            Column("n", say("Respondents"), "count"),
            Column("x", say("Axis 1"), "number", 2),
            Column("y", say("Axis 2"), "number", 2),
        ),
        MAP,
        Headline(say.number(answer.k), say("groups of respondents")),
        (
            say(
                "{n} answers near the middle, and the opposites of those shown, stand in the table"
                " of all answers.",
                n=say.number(left),
            ),
            *figures_wording.notes(answer, say),
            *_repeated(answer, say),
        ),
        middle,
        is_established=_goes_together(answer),
        families=_families(say),
    )


def _goes_together(answer: Perception) -> bool:
    return answer.together <= LEVEL_OF_P


def _repeated(answer: Perception, say: Say) -> tuple[str, ...]:
    if len(answer.editions) < 2:
        return ()
    return (
        say(
            "Whoever answered at several editions counts each time; choose one edition to see it"
            " alone."
        ),
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
    active.sort(key=lambda spot: -_weight(answer, spot))
    return [*groups, *active[:MOST_ACTIVE], *outcomes]


def _is_opposite(spot: Place) -> bool:
    """The lower one of two answers mirrors the other: it adds a point and says nothing."""
    return (
        spot.coded is not None
        and spot.coded.size == 2
        and bool(spot.coded.question.levels)
        and spot.category == 0
    )


def _weight(answer: Perception, spot: Place) -> float:
    """Contribution to the plane of the first two axes."""
    return sum(spot.contributions[axis] * answer.eigenvalues[axis] for axis in (0, 1))


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


def _point(
    answer: Perception, spot: Place, rank: int, names: dict[str, str], say: Say
) -> dict[str, Any]:
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
    return answer.greenacre[axis] if axis < len(answer.greenacre) else float("nan")


def _axis_title(answer: Perception, axis: int, say: Say) -> str:
    words = {
        "number": axis + 1,
        "questions": say.listed(figures_wording.questions_of(answer, axis, say)),
        "share": say.percent(_share(answer, axis), 0),
    }
    if isnan(_share(answer, axis)):
        return say("Axis {number}, no more than chance", **words)
    return say("Axis {number} ({share}): {questions}", **words)


def _map_sentence(answer: Perception, say: Say) -> str:
    if not _goes_together(answer):
        return say(
            "No evidence that answers to different questions go together (p {p}): what the map"
            " shows, chance could show too.",
            p=say.probability(answer.together),
        )
    return sentences(say, _first(answer, say), _second(answer, say), _outcome_sentence(answer, say))


def _told(answer: Perception, axis: int, say: Say) -> dict[str, str]:
    """The two ends of an axis and its questions, in words."""
    ends = [say.listed(figures_wording.end(answer, axis, side, say)) for side in (1, -1)]
    return {
        "high": ends[0],
        "low": ends[1],
        "share": say.percent(_share(answer, axis), 0),
        "questions": say.listed(figures_wording.questions_of(answer, axis, say)),
    }


def _first(answer: Perception, say: Say) -> str:
    ends = _told(answer, 0, say)
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


def _second(answer: Perception, say: Say) -> str:
    if isnan(_share(answer, 1)):
        return ""
    ends = _told(answer, 1, say)
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


def inertia(answer: Perception, say: Say) -> Figure | None:
    """The share of each axis; None where no axis carries more than chance would."""
    if not answer.greenacre:
        return None
    whole = sum(answer.eigenvalues)
    rows = [
        {
            "key": str(axis),
            "label": say("Axis {number}", number=axis + 1),
            "rank": axis,
            "value": share,
            "eigenvalue": answer.eigenvalues[axis],
            "raw": answer.eigenvalues[axis] / whole,
            "n": answer.n,
            "base_n_eff": answer.all.n_eff,
        }
        for axis, share in enumerate(answer.greenacre[:MOST_AXES])
    ]
    return Figure(
        "inertia",
        _inertia_sentence(answer, say),
        figures_wording.base(answer, say, say("adjusted inertia after Greenacre")),
        Bars("share", say("Share of what the answers have in common")),
        pd.DataFrame(rows),
        (
            Column("label", say("Axis")),
            Column("value", say("Adjusted inertia"), "share", 1),
            Column("eigenvalue", say("Eigenvalue"), "number", 4),
            Column("raw", say("Raw share"), "share", 1),
        ),
        INERTIA,
        is_established=_goes_together(answer),
        families=_families(say),
    )


def _families(say: Say) -> tuple[Family, ...]:
    return (Family(say("Answers to different questions go together"), 1),)


def _inertia_sentence(answer: Perception, say: Say) -> str:
    two = say.percent(sum(answer.greenacre[:2]), 0)
    raw = say.percent(sum(answer.eigenvalues[:2]) / sum(answer.eigenvalues), 0)
    first = say(
        "The two axes of the map show {share} of what the answers have in common (raw, and"
        " understated: {raw}).",
        share=two,
        raw=raw,
    )
    if not _goes_together(answer):
        return sentences(
            say,
            first,
            say(
                "But there is no evidence that they have anything in common (p {p}).",
                p=say.probability(answer.together),
            ),
        )
    return sentences(
        say,
        first,
        say(
            "That answers to different questions go together is established (p {p}).",
            p=say.probability(answer.together),
        ),
    )


def axes(answer: Perception, say: Say) -> Figure:
    """Every answer on the first two axes."""
    rows = [_numbers(answer, spot, say) for spot in answer.places if spot.n > 0]
    strongest = max(
        (spot for spot in answer.places if spot.is_active), key=lambda spot: _weight(answer, spot)
    )
    return Figure(
        "axes",
        _strongest_sentence(answer, strongest, say),
        figures_wording.base(answer, say, say("coordinates, contributions, cos² and v-tests")),
        Grid(),
        pd.DataFrame(rows),
        (
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
        MAP,
        notes=figures_wording.notes(answer, say),
    )


def _strongest_sentence(answer: Perception, strongest: Place, say: Say) -> str:
    name = figures_wording.place(answer, strongest, say)
    if strongest.coded and not is_readable(name, say):
        name = figures_wording.question(strongest.coded, say)
    return say(
        "{answer} contributes most to the map: {first} of axis 1 and {second} of axis 2.",
        answer=name,
        first=say.percent(strongest.contributions[0], 0),
        second=say.percent(strongest.contributions[1], 0),
    )


def _numbers(answer: Perception, spot: Place, say: Say) -> dict[str, Any]:
    return {
        "question": figures_wording.question(spot.coded, say)
        if spot.coded
        else say("Groups of respondents"),
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
