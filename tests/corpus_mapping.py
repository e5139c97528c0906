"""What a person settles of a corpus file: the suggestion with the choices of `config` over it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from analytics.intake.cells.text_keys import label_key
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection

FIELDS = {
    "id": "respondent",
    "time": "answered_on",
    "region": "region",
    "comment": "comment",
    "name": "name",
    "turnover": "turnover",
    "area": "booth_area_sqm",
    "booth_no": "booth_no",
    "date": "day",
    "visitors": "visitors",
}
MEASURES = {"overall": "overall", "nps": "recommend"}
ITEMS = {"booth": "展位搭建", "service": "现场服务"}
ORDERS = {"dd": "dmy", "mm": "mdy"}
KNOWN = Known("fair", "展会", "Fair")
# What the printed questionnaire calls the answers that LimeSurvey exports as SQ001, SQ002 …
PRINTED_CHOICES = ("展会官网", "老客户推荐", "行业媒体", "邀请函", "社交媒体")


def settled_mapping(inspection: Inspection, kind: str, config: dict[str, Any]) -> Mapping:
    """The product's suggestion with the person's own choices over it."""
    mapping = replace(
        suggest(inspection, KNOWN, kind), fair_id="fair", edition=config.get("edition", 1)
    )
    columns_of = _columns_of(config, inspection)
    mapping = _without_rivals(mapping, columns_of)
    for field, columns in columns_of.items():
        for number, column in enumerate(columns):
            use = _use(field, mapping.use(column), config)
            if len(columns) > 1:
                use = _ticked(use, number)
            mapping = mapping.with_use(use)
    return mapping


def _columns_of(config: dict[str, Any], inspection: Inspection) -> dict[str, list[str]]:
    """Field -> the columns that the person points at."""
    headers_of = config.get("map") or {}
    if positions := config.get("map_by_position"):
        headers_of = {field: f"#{number}" for number, field in enumerate(positions, 1)}
    columns_of: dict[str, list[str]] = {}
    for field, headers in headers_of.items():
        for header in [headers] if isinstance(headers, str) else headers:
            columns_of.setdefault(field, []).append(column_of(header, inspection))
    return columns_of


def column_of(header: str, inspection: Inspection) -> str:
    """The product's name of the column a person points at: by its header, its second header line,
    its place or its code.
    """
    if header in inspection.names:
        return header
    if header.startswith("#"):
        return inspection.names[int(header[1:]) - 1]
    stem, _, number = header.partition("#")
    if number:
        return f"{stem} ({number})"
    if header in inspection.codes:
        return inspection.names[inspection.codes.index(header)]
    by_key = {label_key(name): name for name in inspection.names}
    return by_key[label_key(header)]


def _without_rivals(mapping: Mapping, columns_of: dict[str, list[str]]) -> Mapping:
    """No other column claims what a person gave to one."""
    keys = {FIELDS.get(field) or MEASURES.get(field) for field in columns_of} - {None}
    settled = {column for columns in columns_of.values() for column in columns}
    uses = [
        ColumnUse(use.column) if use.column not in settled and use.key in keys else use
        for use in mapping.columns
    ]
    return replace(mapping, columns=tuple(uses))


def _use(field: str, suggested: ColumnUse, config: dict[str, Any]) -> ColumnUse:
    if field in FIELDS:
        if field == "area":
            return ColumnUse(
                suggested.column,
                "field",
                FIELDS[field],
                stand_sqm=config.get("standard_booth_sqm", 0.0),
            )
        if (suggested.target, suggested.key) == ("field", FIELDS[field]):
            return suggested
        return ColumnUse(suggested.column, "field", FIELDS[field], unit=suggested.unit)
    if field in ("group", "channels"):
        separator = config.get("multi_sep", suggested.separator) if field == "channels" else ""
        return ColumnUse(
            suggested.column, "profile", field, name_zh=field, name_en=field, separator=separator
        )
    return _rated(field, suggested, config)


def _rated(field: str, suggested: ColumnUse, config: dict[str, Any]) -> ColumnUse:
    """A rating column. The scale, the words and the codes are the person's where `config`
    has them.
    """
    labels = config.get("labels", {}) if field != "nps" else {}
    words = tuple((word, float(rating)) for word, rating in labels.items())
    scale = config.get("scale", {}).get(field) or suggested.scale
    if words and field not in config.get("scale", {}):
        scale = (1, max(rating for _, rating in words))
    if field in MEASURES:
        use = ColumnUse(suggested.column, "measure", MEASURES[field])
    else:
        use = ColumnUse(
            suggested.column, "item", dimension="other", name_zh=ITEMS[field], name_en=field
        )
    codes = config.get("missing_codes", suggested.missing if suggested.scale == scale else ())
    return replace(
        use,
        scale=(float(scale[0]), float(scale[1])) if scale else (0.0, 10.0),
        words=words,
        missing=tuple(codes),
        is_reversed=field in config.get("reverse", ())
        or (suggested.is_reversed and "reverse" not in config),
    )


def _ticked(use: ColumnUse, number: int) -> ColumnUse:
    """One column of a list spread over columns, under the answer's name in the header or print."""
    header = use.column.replace("：", ":").rpartition(":")[2]
    choice = header if ":" in use.column else PRINTED_CHOICES[number]
    return replace(use, choice=choice, separator="")


def with_date_order(mapping: Mapping, config: dict[str, Any]) -> Mapping:
    """The mapping with the order of day and month that the person gives when asked."""
    order = ORDERS.get(config.get("date", "")[:2], "")
    days = {"answered_on", "day"}
    uses = [
        replace(use, date_order=use.date_order or order) if use.key in days else use
        for use in mapping.columns
    ]
    return replace(mapping, columns=tuple(uses))
