"""A mapping to start from: what earlier files of the fair meant, what the headers say, what the
values look like.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from analytics.intake.cells.amount_unit import area_multiple, header_unit
from analytics.intake.cells.counted_moment import way_of_counting
from analytics.intake.cells.text_keys import header_key
from analytics.intake.mapping import whose_survey
from analytics.intake.mapping.amount_columns import as_written, in_money
from analytics.intake.mapping.batteries import rated_columns
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.computed_columns import without_computed
from analytics.intake.mapping.detect_kind import detect_kind
from analytics.intake.mapping.doubt import ABOUT_KIND, Doubt
from analytics.intake.mapping.fair_and_edition import edition_of
from analytics.intake.mapping.from_earlier_files import agreed_before, earlier_uses, refitted
from analytics.intake.mapping.kind_evidence import none_of_ours
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.lost_numbers import lost_numbers
from analytics.intake.mapping.named_field import in_free_fields, named_field, with_english_name
from analytics.intake.mapping.neighbouring_columns import same_direction, same_scale
from analytics.intake.mapping.noted_direction import with_noted_direction
from analytics.intake.mapping.printed_codes import asking_for_printed_order
from analytics.intake.mapping.qualifying_columns import with_qualifying
from analytics.intake.mapping.question_columns import question_use, tick_use
from analytics.intake.mapping.ranked_columns import ranked_uses
from analytics.intake.mapping.renamed_questions import renamed
from analytics.intake.mapping.roles import AS_ONE, TWO_AUDIENCES, of_one_audience, two_audiences
from analytics.intake.mapping.standard_questionnaire import standard_dimension
from analytics.intake.mapping.tick_columns import tick_columns
from analytics.intake.mapping.worded_ratings import with_word_sets
from analytics.intake.table.file_kinds import Field, Kind, is_tool_column, kind_of
from analytics.intake.table.inspection import ColumnSeen, Inspection

STANDARD_STAND = 9.0
OF_THE_TOOL = ("answered_on", "respondent")
"""Survey tools write several moments and numbers; the first of each is the answer's."""
Doubter = Callable[[Mapping, Inspection, Known], list[Doubt]]
DOUBTERS: tuple[Doubter, ...] = (none_of_ours, two_audiences, whose_survey.doubts, lost_numbers)
"""What raises doubts about several columns or the file, once every column has its meaning."""


def suggest(
    inspection: Inspection, known: Known, kind: str = "", *, takes_half: bool = False
) -> Mapping:
    """The mapping a person starts from. Columns used in an earlier file with (nearly) the same
    header keep their meaning. A kind that a person named holds for all lines, unless it
    `takes_half` of a file that two audiences answered.
    """
    file_kind = kind_of(kind or detect_kind(inspection, known))
    uses = _column_uses(inspection, known, file_kind)
    if takes_half or not kind:
        uses = of_one_audience(uses, inspection, file_kind)
    mapping = Mapping(
        file_kind.key,
        tuple(_one_column_a_field(uses, inspection)),
        fair_id=known.fair_id,
        fair_zh=known.fair_zh,
        fair_en=known.fair_en,
        sheet=inspection.sheet,
        dimensions=_own_dimensions(uses, known),
    )
    mapping = edition_of(mapping, inspection, known)
    doubts = _doubts(mapping, inspection, known)
    if file_kind.audience:
        mapping, pairs = renamed(mapping, inspection, known)
        doubts += pairs
    return replace(mapping, doubts=_of_named_kind(doubts, takes_half) if kind else doubts)


def _of_named_kind(doubts: tuple[Doubt, ...], takes_half: bool) -> tuple[Doubt, ...]:
    """A kind that a person named is doubted no more; that it holds for others too, or leaves them
    out, is still said.
    """
    reason = TWO_AUDIENCES if takes_half else AS_ONE
    return tuple(
        replace(doubt, reason=reason, weight="note") if doubt.reason == TWO_AUDIENCES else doubt
        for doubt in doubts
        if doubt.reason == TWO_AUDIENCES or doubt.reason not in ABOUT_KIND
    )


def _doubts(mapping: Mapping, inspection: Inspection, known: Known) -> tuple[Doubt, ...]:
    """What nobody can know from the file; what a person agreed to of an earlier file is only
    said.
    """
    agreed = agreed_before(known, mapping.kind)
    doubts = (doubt for doubter in DOUBTERS for doubt in doubter(mapping, inspection, known))
    return tuple(
        replace(doubt, weight="note") if doubt.key in agreed and doubt.weight == "guess" else doubt
        for doubt in doubts
    )


def _column_uses(inspection: Inspection, known: Known, kind: Kind) -> list[ColumnUse]:
    """Each column's meaning, first by itself, then beside the others of the same questionnaire."""
    earlier = earlier_uses(inspection, known, kind.key)
    fresh_uses = _fresh_uses(inspection, kind)
    uses = []
    for column in inspection.columns:
        fresh = fresh_uses[column.name]
        uses.append(refitted(earlier.get(header_key(column.name)), fresh, column))
    uses = without_computed(uses, inspection)
    mapped_before = {use.column for use in uses if header_key(use.column) in earlier}
    uses = with_word_sets(uses, inspection, mapped_before)
    uses = with_qualifying(uses, inspection, kind, earlier)
    uses = same_direction(same_scale(uses, inspection, mapped_before), inspection)
    uses = asking_for_printed_order(uses, inspection, mapped_before)
    uses = with_noted_direction(uses, inspection, mapped_before)
    return _weighted(uses, inspection.weight) if kind.audience else uses


def _weighted(uses: list[ColumnUse], weight: str) -> list[ColumnUse]:
    """The column that the file itself says its lines are weighted by is the weight, no other."""
    if not weight:
        return uses
    others = [
        ColumnUse(use.column) if use.target == "field" and use.key == "weight" else use
        for use in uses
    ]
    return [
        ColumnUse(use.column, "field", "weight") if use.column == weight else use for use in others
    ]


def _fresh_uses(inspection: Inspection, kind: Kind) -> dict[str, ColumnUse]:
    """The meaning of every column as this file alone tells it."""
    columns = inspection.columns
    uses = _of_groups(columns, kind) if kind.audience else {}
    uses |= {column.name: ColumnUse(column.name) for column in columns if _is_private(column, kind)}
    for column in columns:
        field = named_field(kind, column)
        if column.name not in uses and field:
            uses[column.name] = _field_use(column, field, inspection.titles)
    if kind.audience is None:
        unnamed = [uses.get(column.name, ColumnUse(column.name)) for column in columns]
        unnamed = with_english_name(unnamed, columns, kind)
        return {use.column: use for use in in_free_fields(unnamed, kind)}
    tools = {column.name for column in columns if is_tool_column(column.name) or not column.filled}
    verdicts = rated_columns(columns, frozenset(tools | uses.keys()))
    for column in columns:
        if column.name not in uses:
            is_apart = column.name in tools
            uses[column.name] = (
                ColumnUse(column.name) if is_apart else question_use(column, verdicts[column.name])
            )
    return uses


def _is_private(column: ColumnSeen, kind: Kind) -> bool:
    """Does a column hold e-mail addresses or telephone numbers that its kind has no place for."""
    return bool(column.contact) and kind.field(column.contact) is None


def _of_groups(columns: tuple[ColumnSeen, ...], kind: Kind) -> dict[str, ColumnUse]:
    """The meaning of columns that say something only together: ticks, orders, points."""
    ticks = tick_columns(columns)
    uses = ranked_uses(columns)
    for column in columns:
        if tick := ticks.get(column.name):
            uses[column.name] = tick_use(column, tick, kind)
    return uses


def _field_use(column: ColumnSeen, field: Field, titles: tuple[str, ...]) -> ColumnUse:
    use = ColumnUse(column.name, "field", field.key)
    if field.form == "area":
        stand = STANDARD_STAND if any("标" in value for value, _ in column.common) else 0.0
        doubt = "stand_size" if stand else ""
        use = as_written(use, column)
        unit = header_unit(column.name)[0] * area_multiple(column.name)
        return replace(use, unit=unit, stand_sqm=stand, doubt=doubt)
    if field.form == "money":
        return in_money(use, column, titles)
    if field.form in ("number", "whole"):
        return replace(as_written(use, column), unit=header_unit(column.name)[0])
    if field.form in ("day", "moment"):
        return _in_time(use, column)
    if field.form == "objectives":
        return replace(use, separator=column.separator or "；")
    return use


def _in_time(use: ColumnUse, column: ColumnSeen) -> ColumnUse:
    """A column of days in the order its values prove; numbers may be days a program counted."""
    if column.numeric_share == 1 and (way := way_of_counting(column.lowest, column.highest)):
        return replace(use, date_order=way, doubt="counted_days")
    return replace(use, date_order=column.date_order if column.date_order != "ask" else "")


def _one_column_a_field(uses: list[ColumnUse], inspection: Inspection) -> list[ColumnUse]:
    """A field comes from one column; a second claim is left to a person, where it says anything."""
    filled = {column.name for column in inspection.columns if column.filled}
    claims: set[tuple[str, str, str]] = set()
    settled = []
    for use in uses:
        claim = (use.target, use.key, use.choice)
        if use.target in ("field", "measure") and claim in claims:
            is_lost = use.column in filled and use.key not in OF_THE_TOOL
            use = ColumnUse(use.column, doubt="field_taken" if is_lost else "")
        claims.add(claim)
        settled.append(use)
    return settled


def _own_dimensions(uses: list[ColumnUse], known: Known) -> tuple[tuple[str, str, str], ...]:
    """The fair's own dimensions that the columns go to: a mapping file must be whole by itself."""
    used = {use.dimension for use in uses if standard_dimension(use.dimension) is None}
    own = {
        dimension.dimension_id: (dimension.dimension_id, dimension.name_zh, dimension.name_en)
        for dimension in known.dimensions
    }
    return tuple(own[key] for key in own if key in used)
