"""The groups of respondents: how large and how firm, and what sets them apart."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid, Heatmap
from analytics.figures.sentences import notes, sentences
from analytics.ratings.readable_names import is_readable
from analytics.ratings.tally import added
from analytics.stats.criteria_for_k import structure
from analytics.stats.suppression import NEVER_BELOW, visible_parts
from analytics.studies.perception import GROUPS, TRAITS, figures_wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.perception.compute import Perception
    from analytics.studies.perception.compute_questions import Coded
    from analytics.wording import Say

MOST_ROWS = 16
STABLE, PATTERN = 0.75, 0.6
COME_BACK, COME_BACK_IN_OUTLINE = phrase("come back"), phrase("come back in outline")
"""Between a pattern and a stable group, who belongs to it is open."""
STRUCTURES = {
    "strong": phrase("strong structure"),
    "reasonable": phrase("reasonable structure"),
    "weak": phrase("weak structure"),
    "none": phrase("no structure to speak of"),
}


def groups(answer: Perception, say: Say) -> Figure:
    """Each group with its size, its firmness and the answers that set it apart."""
    shown = visible(answer)
    method = say("Ward's tree and k-means on {n} axes", n=say.number(answer.kept_axes))
    return Figure(
        key="groups",
        finding=_groups_sentence(answer, say),
        base=base(answer, say, method),
        form=Grid(),
        data=pd.DataFrame([_group_row(answer, number, say) for number in shown]),
        columns=(
            Column("label", say("Group")),
            Column("about", say("Set apart by")),
            Column("n", say("Respondents"), "count"),
            Column("share", say("Share"), "share", 1),
            Column("jaccard", say("Stability (Jaccard)"), "number", 2),
        ),
        method=GROUPS,
        notes=notes(_hidden(answer, len(shown), say), _few(answer, say)),
        is_established=is_firm(answer),
    )


def _group_row(answer: Perception, number: int, say: Say) -> Row:
    people = answer.people[number]
    return {
        "key": str(number),
        "label": figures_wording.group(answer, number, say),
        "rank": number,
        "n": people.n,
        "n_eff": people.n_eff,
        "base_n_eff": answer.sampled.n_eff,
        "share": answer.share_of(number),
        "about": figures_wording.describe(answer, number, say),
        "jaccard": answer.jaccard[number],
    }


def visible(answer: Perception) -> list[int]:
    """Groups large enough to be shown beside the number of all respondents."""
    is_visible = visible_parts([people.n for people in answer.people[: answer.k]], NEVER_BELOW)
    return [number for number, is_shown in enumerate(is_visible) if is_shown]


def base(answer: Perception, say: Say, *parts: str) -> str:
    return figures_wording.base(
        answer, say, say("groups on {n} respondents", n=say.number(answer.sampled.n)), *parts
    )


def lowest(answer: Perception) -> float:
    known = [value for value in answer.jaccard if not isnan(value)]
    return min(known) if known else nan


def is_firm(answer: Perception) -> bool:
    """Groups that come back and stand apart."""
    return (
        answer.k > 1
        and answer.beats_chance
        and lowest(answer) >= PATTERN
        and structure(answer.silhouette) in ("strong", "reasonable")
    )


def _groups_sentence(answer: Perception, say: Say) -> str:
    if answer.k < 2 and not answer.beats_chance:
        return say(
            "No groups: answers shuffled among respondents fall into groups that hold together just"
            " as well."
        )
    if answer.k < 2:
        return say("No groups: respondents answered too much alike.")
    return sentences(say, _firmness(answer, say), _largest(answer, say))


def _firmness(answer: Perception, say: Say) -> str:
    """Whether the groups come back and stand apart."""
    least = lowest(answer)
    values = {
        "k": say.number(answer.k),
        "jaccard": say.ratio(least),
        "silhouette": say.ratio(answer.silhouette),
        "structure": say(STRUCTURES[structure(answer.silhouette)]),
        "back": say(COME_BACK if least >= STABLE else COME_BACK_IN_OUTLINE),
    }
    if not answer.beats_chance:
        return say(
            "{k} groups as asked for, but answers shuffled among respondents fall into groups that"
            " hold together just as well.",
            **values,
        )
    if isnan(least):
        return say(
            "{k} groups of respondents; too few answer patterns differ to test whether they"
            " would come back.",
            **values,
        )
    if least < PATTERN:
        return say(
            "{k} groups, but a cut of convenience: not all of them come back when respondents"
            " are drawn again (Jaccard from {jaccard}; {structure}).",
            **values,
        )
    if not is_firm(answer):
        return say(
            "{k} groups that {back} when respondents are drawn again (Jaccard from {jaccard}), but"
            " shade into each other: {structure} (silhouette {silhouette}).",
            **values,
        )
    return say(
        "{k} groups of respondents that {back} (Jaccard from {jaccard}) and stand apart:"
        " {structure} (silhouette {silhouette}).",
        **values,
    )


def _largest(answer: Perception, say: Say) -> str:
    return say(
        "The largest, {share}: {largest}.",
        share=say.percent(answer.share_of(0), 0),
        largest=figures_wording.describe(answer, 0, say, is_sentence=True),
    )


def _hidden(answer: Perception, shown: int, say: Say) -> str:
    if shown == answer.k:
        return ""
    return say(
        "{count} groups of fewer than five respondents are hidden.",
        count=say.number(answer.k - shown),
    )


def _few(answer: Perception, say: Say) -> str:
    if answer.is_comfortable:
        return ""
    return say(
        "{n} respondents are few for {questions} questions; the groups may be an accident of"
        " these.",
        n=say.number(answer.n),
        questions=say.number(len(answer.active)),
    )


def traits(answer: Perception, say: Say) -> Figure | None:
    """The answers that set groups apart most, group by group; None for one group."""
    strongest = _strongest(answer)
    if answer.k < 2 or not strongest:
        return None
    names = figures_wording.columns(answer)
    rows = [
        _cell(answer, names[column], column, rank, number, say)
        for rank, column in enumerate(strongest)
        for number in visible(answer)
    ]
    return Figure(
        key="traits",
        finding=_strongest_sentence(rows, say),
        base=base(answer, say, say("share in the group less share of all, in points")),
        form=Heatmap("points", say("Answer"), say("Group"), is_diverging=True),
        data=pd.DataFrame(rows),
        columns=(
            Column("row", say("Answer")),
            Column("x", say("Group")),
            Column("share", say("Share in the group"), "share", 1),
            Column("overall", say("Share of all"), "share", 1),
            Column("value", say("Difference, points"), "points", 1),
            Column("v", say("v-test"), "number", 1),
        ),
        method=TRAITS,
        notes=tuple(_about(answer, number, say) for number in visible(answer)),
        is_established=is_firm(answer),
    )


def widest_trait(answer: Perception) -> tuple[int, int, float, float]:
    """The column and the group where a group lies furthest from all, its share and that of all."""
    cells = []
    for column in _strongest(answer):
        overall = added(row[column] for row in answer.table).weight / answer.sampled.weight
        for number in visible(answer):
            share = answer.table[number][column].weight / answer.people[number].weight
            cells.append((column, number, share, overall))
    return max(cells, key=lambda cell: abs(cell[2] - cell[3]))


def _strongest_sentence(rows: list[Row], say: Say) -> str:
    top = max(rows, key=lambda row: abs(row["value"]))
    return say(
        "{answer} sets groups apart most: {share} of {group}, {overall} of all respondents.",
        answer=_answer_name(top, say),
        share=say.percent(top["share"], 0),
        group=top["x"],
        overall=say.percent(top["overall"], 0),
    )


def _about(answer: Perception, number: int, say: Say) -> str:
    return say(
        "{question}: {answers}",
        question=figures_wording.group(answer, number, say),
        answers=figures_wording.describe(answer, number, say),
    )


def _answer_name(row: Row, say: Say) -> str:
    """The answer, or where the reader could not spell it one answer of its question."""
    if is_readable(row["row"], say):
        return str(row["row"])
    return say("One answer on {question}", question=row["question"])


def _strongest(answer: Perception) -> list[int]:
    """Columns of active answers, one of two opposites, by the widest difference in any group."""
    names = figures_wording.columns(answer)
    widest: dict[int, float] = {}
    for trait in answer.traits:
        for category in trait:
            gap = abs(category.test.share_of_group - category.test.share_overall)
            widest[category.category] = max(widest.get(category.category, 0.0), gap)
    active = [column for column in widest if _is_telling(*names[column])]
    return sorted(active, key=lambda column: -widest[column])[:MOST_ROWS]


def _is_telling(coded: Coded, at: int) -> bool:
    return coded.role == "active" and not coded.is_opposite(at)


def _cell(
    answer: Perception, whose: tuple[Coded, int], column: int, rank: int, number: int, say: Say
) -> Row:
    share = answer.table[number][column].weight / answer.people[number].weight
    overall = added(row[column] for row in answer.table).weight / answer.sampled.weight
    v = next((trait.test.v for trait in answer.traits[number] if trait.category == column), nan)
    return {
        "key": str(number),
        "row_rank": rank,
        "row": figures_wording.category(answer, *whose, say),
        "question": figures_wording.question(whose[0], say),
        "x_rank": number,
        "x": figures_wording.group(answer, number, say),
        "value": 100 * (share - overall),
        "share": share,
        "overall": overall,
        "v": v,
        "base_n_eff": answer.sampled.n_eff,
    }
