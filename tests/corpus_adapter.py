"""The product's own import, asked the corpus's questions: a file in, what was stored out.

A person at the import page settles what `config` says (which column is what, the scale, words,
codes, the sheet); all else is the product's own suggestion. What comes back is read from the store
after the import, never from the file.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from analytics.errors import Fault, Unreadable
from analytics.intake.cells.text_keys import label_key
from analytics.intake.load.draft import Draft
from analytics.intake.load.finding_sentences import finding_text, point_text, refusal_text
from analytics.intake.load.take_in import take_in
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection
from analytics.matching import CompanyNames, match
from analytics.store import Finding, Receipt, Store
from analytics.wording import speaker

KINDS = {"survey": "exhibitor_survey", "exhibitor": "participations", "attendance": "attendance"}
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
SAID = (speaker("en"), speaker("zh"))
SAY = SAID[0]


def take(path: str, upload_as: str, kind: str, config: dict[str, Any]) -> dict[str, Any]:
    """What became of one file: see `run_corpus.py` for the keys."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        try:
            draft = Draft.create(upload_as, Path(path), Path(folder) / "drafts")
            seen = looked_at(draft, {"sheet": config["sheet"]} if config.get("sheet") else {})
            mapping = mapped(seen, KINDS[kind], config)
            asked = [
                point_text(open_point, SAY)
                for open_point in open_points(mapping, seen, KNOWN)
                if open_point.is_blocking
            ]
            receipt = take_in(store, draft, answered(mapping, config), "corpus")
        except Fault as fault:
            return {
                "outcome": "refuse",
                "n_rows": 0,
                "reported": [],
                "message": " ".join(refusal_text(fault, say) for say in SAID),
            }
        answer = told(store, receipt, seen, answered(mapping, config), config)
        other = Path(path).parent / config["match_against"] if config.get("match_against") else None
        return answer | {
            "message": " ".join(asked),
            "matches": matches(store, receipt, other, config) if other else None,
        }


def looked_at(draft: Draft, choices: dict[str, str]) -> Inspection:
    """A person who is shown how a garbled file reads when mended says yes."""
    try:
        return draft.inspect(**choices)
    except Unreadable as fault:
        if fault.reason != "mendable":
            raise
        return draft.inspect(**choices, encoding=fault.details["way"])


def mapped(seen: Inspection, kind: str, config: dict[str, Any]) -> Mapping:
    """The product's suggestion with the person's own choices over it."""
    mapping = replace(suggest(seen, KNOWN, kind), fair_id="fair", edition=config.get("edition", 1))
    chosen = config.get("map") or {}
    if positions := config.get("map_by_position"):
        chosen = {field: f"#{number}" for number, field in enumerate(positions, 1)}
    places = [(field, header) for field, headers in chosen.items() for header in _listed(headers)]
    wanted: dict[str, list[str]] = {}
    for field, header in places:
        wanted.setdefault(field, []).append(column_of(header, seen))
    mapping = _without_rivals(mapping, wanted)
    for field, columns in wanted.items():
        for number, column in enumerate(columns):
            use = _use(field, mapping.use(column), config)
            if len(columns) > 1:
                use = _ticked(use, number)
            mapping = mapping.with_use(use)
    return mapping


def _listed(headers: str | list[str]) -> list[str]:
    return [headers] if isinstance(headers, str) else headers


def column_of(header: str, seen: Inspection) -> str:
    """The product's name of the column a person points at: by its header, its second header line,
    its place or its code.
    """
    if header in seen.names:
        return header
    if header.startswith("#"):
        return seen.names[int(header[1:]) - 1]
    stem, _, number = header.partition("#")
    if number:
        return f"{stem} ({number})"
    if header in seen.codes:
        return seen.names[seen.codes.index(header)]
    by_key = {label_key(name): name for name in seen.names}
    return by_key[label_key(header)]


def _without_rivals(mapping: Mapping, wanted: dict[str, list[str]]) -> Mapping:
    """No other column claims what a person gave to one."""
    keys = {FIELDS.get(field) or MEASURES.get(field) for field in wanted} - {None}
    named = {column for columns in wanted.values() for column in columns}
    return replace(
        mapping,
        columns=tuple(
            ColumnUse(use.column) if use.column not in named and use.key in keys else use
            for use in mapping.columns
        ),
    )


def _use(field: str, suggested: ColumnUse, config: dict[str, Any]) -> ColumnUse:
    if field in FIELDS:
        if field == "area":
            return ColumnUse(
                suggested.column,
                "field",
                FIELDS[field],
                stand_sqm=config.get("standard_booth_sqm", 0.0),
            )
        is_same = (suggested.target, suggested.key) == ("field", FIELDS[field])
        return (
            suggested
            if is_same
            else ColumnUse(suggested.column, "field", FIELDS[field], unit=suggested.unit)
        )
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
    words = (
        tuple((word, float(rating)) for word, rating in config.get("labels", {}).items())
        if field != "nps"
        else ()
    )
    scale = config.get("scale", {}).get(field) or suggested.scale
    if words and field not in config.get("scale", {}):
        scale = (1, max(rating for _, rating in words))
    if field in MEASURES:
        use = ColumnUse(suggested.column, "measure", MEASURES[field])
    else:
        use = ColumnUse(
            suggested.column, "item", dimension="other", name_zh=ITEMS[field], name_en=field
        )
    codes = tuple(
        config.get("missing_codes", suggested.missing if suggested.scale == scale else ())
    )
    return replace(
        use,
        scale=(float(scale[0]), float(scale[1])) if scale else (0.0, 10.0),
        words=words,
        missing=codes,
        is_reversed=field in config.get("reverse", ())
        or (suggested.is_reversed and "reverse" not in config),
    )


def _ticked(use: ColumnUse, number: int) -> ColumnUse:
    """One column of an answer list spread over columns, under the answer's name in the header or in
    print.
    """
    name = (
        use.column.replace("：", ":").rpartition(":")[2]
        if ":" in use.column
        else PRINTED_CHOICES[number]
    )
    return replace(use, choice=name, separator="")


def answered(mapping: Mapping, config: dict[str, Any]) -> Mapping:
    """The mapping with the order of day and month that the person gives when asked."""
    order = ORDERS.get(config.get("date", "")[:2], "")
    days = {"answered_on", "day"}
    return replace(
        mapping,
        columns=tuple(
            replace(use, date_order=use.date_order or order) if use.key in days else use
            for use in mapping.columns
        ),
    )


def told(
    store: Store, receipt: Receipt, seen: Inspection, mapping: Mapping, config: dict[str, Any]
) -> dict[str, Any]:
    """What the store holds now."""
    findings = [
        finding
        for finding in store.findings(receipt.import_id)
        if finding.line is not None or finding.reason == "no_header"
    ]
    with store.reader() as reader:
        name = {"participations": "participation_rows", "attendance": "attendance_rows"}.get(
            mapping.kind, "response_rows"
        )
        rows = sorted(reader.table(ROWS[name]).to_pylist(), key=lambda row: row["line"])
        slots = {
            row["item_id"]: row["slot"] for row in reader.rows("select item_id, slot from items")
        }
    return {
        "outcome": "report" if findings else "import",
        "n_rows": len(rows),
        "n_excluded": receipt.rows_left_out,
        "reported": [_problem(finding, seen) for finding in findings],
        "n_columns": len(seen.columns),
        "first_header": seen.names[0],
        "stats": _stats(rows, slots, mapping) if name == "response_rows" else {},
        "columns": _columns(rows, config),
    }


def matches(
    store: Store, receipt: Receipt, other: Path, config: dict[str, Any]
) -> list[tuple[str, str | None]]:
    """What the stored names were found to be in the other file, taken in too, without anybody's
    help.
    """
    draft = Draft.create(other.name, other, store.folder / "others")
    earlier = config | {"edition": config["edition"] - 1}
    register = take_in(store, draft, mapped(draft.inspect(), receipt.kind, earlier), "corpus")
    found = match(_companies(store, receipt), _companies(store, register))
    return [
        (one.name.name, one.kept.name if one.kept and one.verdict == "automatic" else None)
        for one in found
    ]


def _companies(store: Store, receipt: Receipt) -> list[CompanyNames]:
    with store.reader() as reader:
        rows = reader.rows(
            "select import_id, line, exhibitor_name from participation_rows order by line"
        )
    return [
        CompanyNames(str(row["line"]), row["exhibitor_name"])
        for row in rows
        if row["import_id"] == receipt.import_id
    ]


ROWS = {
    "response_rows": "select * from response_rows",
    "participation_rows": "select * from participation_rows",
    "attendance_rows": "select * from attendance_rows",
}


def _problem(one: Finding, seen: Inspection) -> dict[str, Any]:
    record = one.line - seen.header_line - seen.header_lines + 1 if one.line is not None else None
    text = finding_text(one.reason, one.details, SAY)
    return {
        "row": record,
        "line": one.line,
        "column": one.column,
        "value": one.value,
        "reason": text,
    }


def _stats(rows: list[dict[str, Any]], slots: dict[str, int], mapping: Mapping) -> dict[str, Any]:
    stats: dict[str, Any] = {
        "overall": _mean([row["overall"] for row in rows]),
        "nps": _nps([r["recommend"] for r in rows]),
    }
    for field in ITEMS:
        slot = slots.get(f"other.{field}")
        stats[field] = _mean([row["sat"][slot - 1] for row in rows]) if slot else {}
    stats["channels"] = _counted(rows, mapping)
    return stats


def _mean(values: list[int | None]) -> dict[str, Any]:
    given = [value / 100 for value in values if value is not None]
    return {"n": len(given), "mean": sum(given) / len(given) if given else None}


def _nps(values: list[int | None]) -> dict[str, Any]:
    given = [value / 100 for value in values if value is not None]
    balance = sum((value >= 9) - (value <= 6) for value in given)
    return {"n": len(given), "score": 100 * balance / len(given) if given else None}


def _counted(rows: list[dict[str, Any]], mapping: Mapping) -> dict[str, int]:
    """How often each answer of the list of channels was stored; where nobody named it, that of the
    first list.
    """
    lists = [
        use.key
        for use in mapping.columns
        if use.target == "profile" and (use.choice or use.separator)
    ]
    key = (
        "channels" if any(use.key == "channels" for use in mapping.columns) else (lists or [""])[0]
    )
    return dict(
        Counter(answer for row in rows for answer in dict(row["profile"] or {}).get(key) or ())
    )


def _columns(rows: list[dict[str, Any]], config: dict[str, Any]) -> dict[str, list[Any]]:
    stored = {"answered_on": "answered_at", "name": "exhibitor_name"}
    names = {
        field: stored.get(FIELDS[field], FIELDS[field])
        for field in FIELDS
        if field in (config.get("map") or {})
    }
    return {
        field: [_plain(row[name]) for row in rows]
        for field, name in names.items()
        if rows and name in rows[0]
    }


def _plain(value: Any) -> Any:
    if hasattr(value, "hour"):
        return value.isoformat(sep=" ")
    return value.isoformat() if hasattr(value, "isoformat") else value
