"""What a rating column takes from the columns beside it: its scale and its direction."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from analytics.intake.cells.best_end import asks_for_dissatisfaction
from analytics.intake.cells.rating import Scale
from analytics.intake.cells.text_keys import BRACKET, name_key
from analytics.intake.mapping.column_use import BLOCKING, NO_DIRECTION, RATING_OR_NOT, ColumnUse
from analytics.intake.mapping.heading_parts import splits
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import WHICH_SCALE, lies_within
from analytics.intake.table.inspection import Inspection

GUESSED = ("scale_guessed", WHICH_SCALE, RATING_OR_NOT)


def same_scale(
    uses: list[ColumnUse], inspection: Inspection, mapped_before: set[str]
) -> list[ColumnUse]:
    """Items of one questionnaire share their scale unless a header says otherwise.

    One column with odd numbers is no proof of 0–100. A scale that an earlier file settled stays,
    and numbers that end at 5 are not stretched to 7 because those beside them go on: that is
    asked.
    """
    sure = [use for use in uses if use.doubt not in GUESSED]
    scales = Counter(use.scale for use in sure if use.target in ("item", "measure"))
    alike = Counter(use.scale for use in sure if _is_asked_alike(use))
    own = {
        kind: Counter(use.scale for use in sure if use.target == kind)
        for kind in ("importance", "expectation")
    }
    uses = [_settled_beside(use, own.get(use.target) or alike, inspection) for use in uses]
    usual = scales.most_common(1)[0][0] if scales else None
    if usual:
        uses = [
            replace(use, scale=usual, doubt="outliers") if use.doubt == "scale_guessed" else use
            for use in uses
        ]
    return _asking_where_beside_wider(uses, inspection, mapped_before)


def _asking_where_beside_wider(
    uses: list[ColumnUse], inspection: Inspection, mapped_before: set[str]
) -> list[ColumnUse]:
    """One battery has one scale: a column whose numbers end below those of the others under its
    question, or beside it, has a scale that only a person knows.
    """
    asked = list(uses)
    for battery in _batteries(uses, inspection):
        members = [uses[place] for place in battery]
        highest = max((use.scale for use in members if use.scale), key=lambda scale: scale[1])
        for place in battery:
            use = uses[place]
            is_narrow = use.scale is not None and use.scale[1] < highest[1]
            is_settled = use.column in mapped_before or use.doubt in BLOCKING
            if is_narrow and not is_settled:
                asked[place] = replace(use, doubt=WHICH_SCALE)
    return asked


def _batteries(uses: list[ColumnUse], inspection: Inspection) -> list[list[int]]:
    """Ratings in plain numbers side by side, as places; under one question where their headers
    say so.
    """
    runs: list[list[int]] = []
    stems: list[str] = []
    for place, use in enumerate(uses):
        if not _is_plain_number(use, inspection):
            continue
        stem = next((stem for stem, _ in splits(use.column)), "")
        if runs and runs[-1][-1] == place - 1 and stems[-1] == stem:
            runs[-1].append(place)
        else:
            runs.append([place])
            stems.append(stem)
    return [run for run in runs if len(run) > 1]


def _is_plain_number(use: ColumnUse, inspection: Inspection) -> bool:
    """A rating asked as its neighbours are, in numbers, whose header names no scale."""
    column = inspection.column(use.column)
    is_alike = _is_asked_alike(use) and not use.form and not use.words and use.target == "item"
    is_of_numbers = column is not None and not column.is_worded
    return is_alike and is_of_numbers and read_question(use.column).scale is None


def _settled_beside(
    use: ColumnUse, scales: Counter[Scale | None], inspection: Inspection
) -> ColumnUse:
    """A doubtful column has the scale of those beside it where only one of theirs holds it all."""
    column = inspection.column(use.column)
    is_zero_open = "0" in use.missing
    is_open = use.doubt in (WHICH_SCALE, RATING_OR_NOT) and _is_asked_alike(use)
    if not is_open or column is None or is_zero_open:
        return use
    fitting = [scale for scale in scales if scale and lies_within(column, scale, use.missing)]
    if len(fitting) != 1:
        return use
    return replace(use, scale=fitting[0], doubt="" if use.doubt == WHICH_SCALE else use.doubt)


def _is_asked_alike(use: ColumnUse) -> bool:
    """Is a column rated as its neighbours are: other measures have scales of their own."""
    return use.is_rating and (use.target != "measure" or use.key == "overall")


def same_direction(uses: list[ColumnUse], inspection: Inspection) -> list[ColumnUse]:
    """Where one header says that 1 is best, this holds for the columns under the same question that
    say nothing, and is pointed out. Of other columns it is asked: an item with 1 best is likely to
    stand for all that are rated so, an intention is not.
    """
    turned = [
        use
        for use in uses
        if use.is_reversed
        and use.target in ("item", "measure")
        and not asks_for_dissatisfaction(use.column)
    ]
    if not turned:
        return uses
    stems = set().union(*(_stems(use) for use in turned))
    is_usual = any(use.is_rated_alike for use in turned)
    return [
        _beside_turned(use, is_usual, is_under_same=bool(stems & _stems(use)))
        if not use.is_reversed and _says_no_direction(use, inspection)
        else use
        for use in uses
    ]


def _stems(use: ColumnUse) -> set[str]:
    return {name_key(stem) for stem, _ in splits(BRACKET.sub("", use.column))}


def _beside_turned(use: ColumnUse, is_usual: bool, *, is_under_same: bool) -> ColumnUse:
    if is_under_same:
        return replace(use, is_reversed=True, doubt=use.doubt if _is_held(use) else "reversed")
    return replace(use, is_reversed=is_usual, doubt=use.doubt if _is_held(use) else NO_DIRECTION)


def _is_held(use: ColumnUse) -> bool:
    return use.doubt in BLOCKING


def _says_no_direction(use: ColumnUse, inspection: Inspection) -> bool:
    column = inspection.column(use.column)
    says_so = bool(column and column.direction) or read_question(use.column).scale is not None
    return use.is_rated_alike and column is not None and not column.is_worded and not says_so
