"""What a rating column takes from the columns beside it: its scale and its direction."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from analytics.intake.cells.rating import Scale
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import WHICH_SCALE, lies_within
from analytics.intake.table.inspection import Inspection

GUESSED = ("scale_guessed", WHICH_SCALE)


def same_scale(uses: list[ColumnUse], inspection: Inspection) -> list[ColumnUse]:
    """Items of one questionnaire share their scale unless a header says otherwise.

    Nobody having given a 7 is no proof of 1–5, and one column with odd numbers is no proof of
    0–100.
    """
    sure = [use for use in uses if use.doubt not in GUESSED]
    scales = Counter(use.scale for use in sure if use.target in ("item", "measure"))
    alike = Counter(use.scale for use in sure if _is_asked_alike(use))
    own = {
        kind: Counter(use.scale for use in sure if use.target == kind)
        for kind in ("importance", "expectation")
    }
    uses = [_settled_beside(use, own.get(use.target) or alike, inspection) for use in uses]
    if (1, 7) in scales:
        return [
            replace(use, scale=(1.0, 7.0)) if _may_widen(use, inspection) else use for use in uses
        ]
    usual = scales.most_common(1)[0][0] if scales else None
    if not usual:
        return uses
    return [
        replace(use, scale=usual, doubt="outliers") if use.doubt == "scale_guessed" else use
        for use in uses
    ]


def _settled_beside(
    use: ColumnUse, scales: Counter[Scale | None], inspection: Inspection
) -> ColumnUse:
    """A doubtful column has the scale of those beside it where only one of theirs holds it all."""
    column = inspection.column(use.column)
    if use.doubt != WHICH_SCALE or column is None or not _is_asked_alike(use):
        return use
    fitting = [scale for scale in scales if scale and lies_within(column, scale, use.missing)]
    return replace(use, scale=fitting[0], doubt="") if len(fitting) == 1 else use


def _is_asked_alike(use: ColumnUse) -> bool:
    """Is a column rated as its neighbours are: other measures have scales of their own."""
    return use.is_rating and (use.target != "measure" or use.key == "overall")


def same_direction(uses: list[ColumnUse], inspection: Inspection) -> list[ColumnUse]:
    """Where one header says that 1 is best, the columns beside it that say nothing are taken so
    too, and pointed out.
    """
    if not any(use.is_reversed for use in uses if use.target in ("item", "measure")):
        return uses
    return [_turned(use) if _says_no_direction(use, inspection) else use for use in uses]


def _turned(use: ColumnUse) -> ColumnUse:
    doubt = use.doubt if use.doubt in BLOCKING else "reversed"
    return replace(use, is_reversed=True, doubt=doubt)


def _says_no_direction(use: ColumnUse, inspection: Inspection) -> bool:
    column = inspection.column(use.column)
    says_so = bool(column and column.direction) or read_question(use.column).scale is not None
    is_rated = use.target == "item" or (use.target == "measure" and use.key == "overall")
    return is_rated and column is not None and column.word_share < 0.5 and not says_so


def _may_widen(use: ColumnUse, inspection: Inspection) -> bool:
    column = inspection.column(use.column)
    is_plain = use.target in ("item", "measure") and use.scale == (1, 5) and not use.words
    is_of_numbers = column is not None and column.word_share < 0.5
    return is_plain and is_of_numbers and read_question(use.column).scale is None
