"""What is still open before a file can go to its fair and edition."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from analytics.errors import Fault
from analytics.intake.cells.amount_unit import header_unit
from analytics.intake.cells.digit_grouping import ASK
from analytics.intake.cells.text_keys import label_key
from analytics.intake.mapping.amount_columns import bare_beside
from analytics.intake.mapping.column_use import NO_DIRECTION, ColumnUse, Mapping
from analytics.intake.mapping.direction_points import direction_point, suggests_lowest
from analytics.intake.mapping.doubt import Doubt, weight_of
from analytics.intake.mapping.fair_and_edition import needs_edition
from analytics.intake.mapping.grouped_points import one_question_each
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.qualifying_columns import WHICH_ROWS, counted
from analytics.intake.mapping.standard_questionnaire import MEASURE_KEYS, standard_dimension
from analytics.intake.table.file_kinds import Kind, kind_of
from analytics.intake.table.inspection import ColumnSeen, Inspection
from analytics.rounding import rounded

MOST_NAMED = 12
NONE_OF_OURS = ("none_of_ours", "none_of_ours_each")


@dataclass(frozen=True)
class OpenPoint:
    """One thing a person has to settle (`is_blocking`) or should look at. `reason` is worded by
    `analytics.intake.load.point_sentences`.

    `is_guess`: the mapping holds a suggestion, and a person may say that it is right; it is no
    longer blocking then. `columns` are those of a group that is asked about once, `column` the
    first of them.
    """

    reason: str
    column: str = ""
    is_blocking: bool = True
    details: dict[str, str] = field(default_factory=dict)
    is_guess: bool = False
    columns: tuple[str, ...] = ()


@dataclass(eq=False)
class NotSettled(Fault):
    """A file came without a mapping, and the suggested one leaves something open."""

    points: tuple[OpenPoint, ...]
    mapping: str


def open_points(mapping: Mapping, inspection: Inspection, known: Known) -> list[OpenPoint]:
    """Everything to settle or look at before the file is taken in; blocking points first."""
    kind = kind_of(mapping.kind)
    missing = _missing_parts(mapping, inspection, kind)
    points = missing if _is_of_its_kind(mapping) else []
    points += _column_points(mapping, inspection, known)
    if not mapping.fair_id:
        points.append(OpenPoint("needs_fair"))
    if needs_edition(mapping) and mapping.edition is None:
        points.append(OpenPoint("needs_edition"))
    unsaid = [
        column.name
        for column in inspection.columns
        if mapping.use(column.name).target == "ignore" and column.filled
    ]
    if unsaid:
        details = {"columns": ", ".join(unsaid[:MOST_NAMED]), "count": str(len(unsaid))}
        points.append(OpenPoint("columns_ignored", is_blocking=False, details=details))
    points = one_question_each(points, mapping)
    points += [_of_doubt(doubt) for doubt in mapping.doubts]
    if mapping.accepts_guesses:
        points = [
            replace(point, is_blocking=False) if point.is_guess else point for point in points
        ]
    return sorted(points, key=lambda point: not point.is_blocking)


def refuse_unsettled(mapping: Mapping, inspection: Inspection, known: Known) -> None:
    """Raises NotSettled where a mapping leaves open what a person has to say."""
    points = open_points(mapping, inspection, known)
    if blocking := tuple(point for point in points if point.is_blocking):
        raise NotSettled(blocking, mapping.dumps())


def _is_of_its_kind(mapping: Mapping) -> bool:
    """Does no open doubt say that the file is none of ours: what its kind lacks is asked after."""
    is_doubted = any(doubt.reason in NONE_OF_OURS for doubt in mapping.doubts)
    return mapping.accepts_guesses or not is_doubted


def _of_doubt(doubt: Doubt) -> OpenPoint:
    """A doubt about several columns or the file."""
    details = {"columns": ", ".join(doubt.columns[:MOST_NAMED]), "count": str(len(doubt.columns))}
    return OpenPoint(
        doubt.reason,
        doubt.columns[0] if len(doubt.columns) == 1 else "",
        is_blocking=doubt.weight != "note",
        details=details | doubt.details,
        is_guess=doubt.weight == "guess",
        columns=doubt.columns,
    )


def _missing_parts(mapping: Mapping, inspection: Inspection, kind: Kind) -> list[OpenPoint]:
    unused = [
        column.name
        for column in inspection.columns
        if column.filled and mapping.use(column.name).target == "ignore"
    ]
    among = {"columns": ", ".join(unused[:MOST_NAMED])} if unused else {}
    points = [
        OpenPoint("needs_field", details={"field": field.label} | among)
        for field in kind.fields
        if field.is_needed and mapping.field_column(field.key) is None
    ]
    if kind.one_of and not any(mapping.field_column(key) for key in kind.one_of):
        labels = [member.label for key in kind.one_of if (member := kind.field(key))]
        details = {f"field{n}": label for n, label in enumerate(labels, 1)}
        points.append(OpenPoint("needs_one_of", details=details | among))
    if kind.audience and not any(_is_answer(use) for use in mapping.columns):
        points.append(OpenPoint("needs_rating"))
    return points + _claimed_twice(mapping)


def _is_answer(use: ColumnUse) -> bool:
    """Does a column hold something a respondent said."""
    return (
        use.is_rating
        or use.target == "profile"
        or (use.target == "field" and use.key in ("comment", "objectives", "attained"))
    )


def _claimed_twice(mapping: Mapping) -> list[OpenPoint]:
    """Columns that claim what an earlier column is: neither may win in silence."""
    first: dict[tuple[str, ...], str] = {}
    points = []
    for use in mapping.columns:
        claim = (
            use.target,
            use.key or f"{use.dimension}/{label_key(use.name_zh)}/{label_key(use.name_en)}",
            use.choice,
        )
        if use.target != "ignore" and first.setdefault(claim, use.column) != use.column:
            points.append(OpenPoint("claimed_twice", use.column, details={"other": first[claim]}))
    return points


def _column_points(mapping: Mapping, inspection: Inspection, known: Known) -> list[OpenPoint]:
    names = set(inspection.names)
    points = [
        OpenPoint("column_absent", use.column, is_blocking=False)
        for use in mapping.columns
        if use.column not in names
    ]
    dimensions = {dimension.dimension_id for dimension in known.dimensions} | {
        key for key, _, _ in mapping.dimensions
    }
    kind = kind_of(mapping.kind)
    for use in mapping.columns:
        column = inspection.column(use.column)
        if column is None:
            continue
        points += [OpenPoint(reason, use.column) for reason in _faults(use, kind, dimensions)]
        is_day = _form(use, kind) in ("day", "moment")
        if is_day and column.date_order == "ask" and not use.date_order:
            points.append(OpenPoint("needs_date_order", use.column))
        if use.target != "ignore" and column.not_computed > column.filled:
            points.append(
                OpenPoint("not_computed", use.column, details={"count": str(column.not_computed)})
            )
        points += _amount_points(use, column, mapping, kind)
        if reason := direction_point(use, column):
            way = "down" if suggests_lowest(use, column) else "up"
            details = {"r": str(rounded(column.against, 2)), "end": way}
            points.append(OpenPoint(reason, use.column, details=details, is_guess=True))
        if use.doubt and use.doubt != NO_DIRECTION:
            points.append(_doubt_point(use, column))
    return points


def _amount_points(
    use: ColumnUse, column: ColumnSeen, mapping: Mapping, kind: Kind
) -> list[OpenPoint]:
    """What is not said of a column of amounts: the currency, the unit, what the dot is."""
    points = []
    if currencies := unsaid_beside(use, column, mapping, kind):
        points.append(OpenPoint("currency_unsaid", use.column, details={"currencies": currencies}))
    if needs_unit(use, kind):
        points.append(OpenPoint("needs_unit", use.column))
    if needs_grouping(use, column, kind):
        points.append(OpenPoint("needs_grouping", use.column, details={"value": dotted(column)}))
    return points


def _doubt_point(use: ColumnUse, column: ColumnSeen) -> OpenPoint:
    weight = weight_of(use.doubt)
    details = {"wholes": ", ".join(f"“{whole}”" for whole in use.wholes)}
    if use.doubt == WHICH_ROWS:
        details = {"values": counted(column)}
    if use.doubt == "missing_codes":
        codes = [(value, n) for value, n in column.common if value in use.missing]
        details = {"values": " · ".join(f"{value} {n}" for value, n in codes[:MOST_NAMED])}
    return OpenPoint(use.doubt, use.column, weight != "note", details, weight == "guess")


def unsaid_beside(use: ColumnUse, column: ColumnSeen, mapping: Mapping, kind: Kind) -> str:
    """The currencies that some amounts of a column state where others state none and nothing else
    says what they are in; '' where nothing is to be asked.
    """
    is_said = use.currency or header_unit(use.column)[1] or mapping.field_column("currency")
    if _form(use, kind) != "money" or kind.key != "participations" or is_said:
        return ""
    return bare_beside(column)


def needs_unit(use: ColumnUse, kind: Kind) -> bool:
    """Has nobody said what the amounts of a column are in, where its header does not."""
    return _form(use, kind) == "money" and use.unit <= 0


def needs_grouping(use: ColumnUse, column: ColumnSeen, kind: Kind) -> bool:
    """Has nobody said what the dot of 12.500 is, where the column does not prove it."""
    is_asked = _form(use, kind) in ("money", "area", "whole")
    return is_asked and column.grouping == ASK and not use.grouping


def dotted(column: ColumnSeen) -> str:
    """A value of the column with a dot in it."""
    return next((value for value, _ in column.common if "." in value), column.common[0][0])


def _form(use: ColumnUse, kind: Kind) -> str:
    """The form of the field that a column holds; '' where it holds none."""
    field_of_column = kind.field(use.key) if use.target == "field" else None
    return field_of_column.form if field_of_column else ""


def _faults(use: ColumnUse, kind: Kind, dimensions: set[str]) -> list[str]:
    """What makes one column's meaning unusable."""
    faults = []
    if use.is_rating and (use.scale is None or use.scale[0] >= use.scale[1]):
        faults.append("needs_scale")
    if use.target == "field" and kind.field(use.key) is None:
        faults.append("unknown_field")
    if use.target == "measure" and use.key not in MEASURE_KEYS:
        faults.append("unknown_measure")
    if (
        use.target in ("item", "importance", "expectation")
        and use.dimension not in dimensions
        and not standard_dimension(use.dimension)
    ):
        faults.append("unknown_dimension")
    if use.target == "profile" and not use.key:
        faults.append("needs_name")
    return faults
