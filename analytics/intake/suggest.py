"""A mapping to start from: what earlier files of the fair meant, what the headers say, what the values look like."""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.errors import Unreadable
from analytics.intake.detect import detect_kind
from analytics.intake.inspection import ColumnSeen, Inspection, signature
from analytics.intake.kinds import Field, Kind, field_named, is_tool_column, kind_of
from analytics.intake.known import Known
from analytics.intake.mapping import ColumnUse, Mapping
from analytics.intake.names import header_key, slug
from analytics.intake.numbers import header_unit
from analytics.intake.questions import Question, read_question
from analytics.intake.ratings import words_for
from analytics.intake.scales import guess_scale, holds, looks_like_ratings
from analytics.intake.standard import OTHER, measure_of
from analytics.intake.vocabulary import any_part, vocabulary
from analytics.intake.where import edition_of

ALIKE = 0.6
MOST_CHOICES = 60
RATED = re.compile(any_part(vocabulary()["about"]["rated"]), re.IGNORECASE)
CODE_NAME = re.compile(r"q?\d*[a-z]?\d*")


def suggest(seen: Inspection, known: Known, kind: str = "") -> Mapping:
    """The mapping a person starts from. Columns used in an earlier file with (nearly) the same header keep their meaning."""
    chosen = kind_of(kind or detect_kind(seen))
    earlier = _earlier(seen, known, chosen.key)
    uses = [_settled(earlier.get(header_key(column.name)), _fresh(column, chosen), column) for column in seen.columns]
    mapping = Mapping(
        chosen.key, tuple(_one_column_a_field(_same_scale(uses, seen))),
        fair_id=known.fair_id, fair_zh=known.fair_zh, fair_en=known.fair_en, sheet=seen.sheet,
        dimensions=_own_dimensions(uses, known),
    )  # fmt: skip
    return edition_of(mapping, seen, known)


def _earlier(seen: Inspection, known: Known, kind: str) -> dict[str, ColumnUse]:
    """Header -> meaning, from the earlier file of this kind with the most alike header; newest first among equals.

    Where headers differ much, only those that say something by themselves are trusted: Q8A of one year is not Q8A of the next.
    """
    names = signature(seen.names)
    best: dict[str, ColumnUse] = {}
    best_share = 0.0
    for text in known.mappings:
        try:
            mapping = Mapping.loads(text)
        except Unreadable:
            continue
        theirs = {header_key(use.column): use for use in mapping.columns}
        share = len(names & theirs.keys()) / len(names | theirs.keys()) if mapping.kind == kind else 0.0
        if share > best_share:
            best, best_share = theirs, share
    if best_share >= ALIKE:
        return {key: use for key, use in best.items() if key in names}
    return {key: replace(use, doubt="from_earlier") for key, use in best.items() if key in names and _is_telling(key)}


def _settled(earlier: ColumnUse | None, fresh: ColumnUse, column: ColumnSeen) -> ColumnUse:
    """An earlier file says what a column means; this file's own cells say how it is written."""
    if earlier is None:
        return fresh
    if (earlier.target, earlier.key, earlier.dimension) == (fresh.target, fresh.key, fresh.dimension):
        earlier = replace(earlier, doubt="")
    unit, currency = header_unit(column.name)
    kept = replace(
        earlier, column=column.name, separator=column.separator or earlier.separator,
        unit=unit if unit != 1 or currency else earlier.unit,
        date_order=column.date_order if column.date_order not in ("", "ask") else earlier.date_order,
    )  # fmt: skip
    is_outside = kept.scale and not holds(column, kept.scale, kept.missing)
    return (
        replace(kept, scale=fresh.scale or kept.scale, missing=fresh.missing, doubt="scale_changed")
        if is_outside
        else kept
    )


def _is_telling(key: str) -> bool:
    return not CODE_NAME.fullmatch(key) and len(key) >= (2 if not key.isascii() else 5)


def _fresh(column: ColumnSeen, kind: Kind) -> ColumnUse:
    found = field_named(kind, column.name)
    if found and (found.key != "respondent" or header_key(column.name) != header_key("序号")):
        return _field(column, found)
    if kind.audience is None or is_tool_column(column.name) or not column.filled:
        return ColumnUse(column.name)
    return _question(column)


def _field(column: ColumnSeen, found: Field) -> ColumnUse:
    use = ColumnUse(column.name, "field", found.key)
    if found.form in ("number", "money", "whole"):
        return replace(use, unit=header_unit(column.name)[0])
    if found.form == "day":
        return replace(use, date_order=column.date_order if column.date_order != "ask" else "")
    if found.form == "objectives":
        return replace(use, separator=column.separator or "；")
    return use


def _question(column: ColumnSeen) -> ColumnUse:
    """A column of a survey that is no field: a measure, a rating, an answer chosen from a list, or nothing the product keeps."""
    asked = read_question(column.name)
    measure = measure_of(asked.label) or (measure_of(column.name) if not asked.dimension else "")
    is_rating = looks_like_ratings(column, bool(asked.dimension) or bool(RATED.search(column.name)))
    if measure and not asked.dimension and (is_rating or column.numeric_share > 0.5 or column.word_share > 0.5):
        return _rated(ColumnUse(column.name, "measure", measure), column, asked)
    if is_rating:
        return _item(column, asked)
    if column.distinct <= MOST_CHOICES and column.longest <= 120 or column.separator:
        return _profile(column, asked)
    return ColumnUse(column.name)


def _rated(use: ColumnUse, column: ColumnSeen, asked: Question) -> ColumnUse:
    guess = guess_scale(column, asked.scale, use.key if use.target == "measure" else "")
    doubt = "reversed" if asked.is_reversed else guess.doubt or use.doubt
    return replace(use, scale=guess.scale, missing=guess.missing, is_reversed=asked.is_reversed, doubt=doubt)


def _item(column: ColumnSeen, asked: Question) -> ColumnUse:
    target = {"importance": "importance", "expectation": "expectation"}.get(asked.about, "item")
    zh, en = ("", asked.label) if asked.label.isascii() else (asked.label, "")
    doubt = "" if asked.dimension else "new_item"
    use = ColumnUse(column.name, target, "", asked.dimension or OTHER, zh, en, doubt=doubt)  # type: ignore[arg-type]
    return _rated(use, column, asked)


def _profile(column: ColumnSeen, asked: Question) -> ColumnUse:
    label = asked.label or column.name
    zh, en = ("", label) if label.isascii() else (label, "")
    return ColumnUse(column.name, "profile", slug(label), name_zh=zh, name_en=en, separator=column.separator)


def _same_scale(uses: list[ColumnUse], seen: Inspection) -> list[ColumnUse]:
    """Items of one questionnaire share their scale unless a header says otherwise: nobody having given a 7 is no proof of 1–5."""
    scales = [use.scale for use in uses if use.target == "item" and not read_question(use.column).scale]
    if (1.0, 7.0) not in [tuple(map(float, scale)) for scale in scales if scale]:
        return uses
    wide = {
        use.column
        for use in uses
        if use.target in ("item", "measure") and use.scale == (1, 5) and _may_widen(use, seen)
    }
    return [replace(use, scale=(1.0, 7.0)) if use.column in wide else use for use in uses]


def _may_widen(use: ColumnUse, seen: Inspection) -> bool:
    column = seen.column(use.column)
    return bool(column) and column.word_share < 0.5 and not use.words and not read_question(use.column).scale  # type: ignore[union-attr]


def _one_column_a_field(uses: list[ColumnUse]) -> list[ColumnUse]:
    """A field comes from one column; a second claim is left to a person."""
    taken: set[tuple[str, str]] = set()
    settled = []
    for use in uses:
        claim = (use.target, use.key)
        if use.target in ("field", "measure") and claim in taken:
            use = ColumnUse(use.column, doubt="field_taken")
        taken.add(claim)
        settled.append(use)
    return settled


def _own_dimensions(uses: list[ColumnUse], known: Known) -> tuple[tuple[str, str, str], ...]:
    """Dimensions of the fair's own that the columns go to: a mapping file must be whole by itself."""
    wanted = {use.dimension for use in uses}
    own = {one.dimension_id: (one.dimension_id, one.name_zh, one.name_en) for one in known.dimensions}
    return tuple(own[key] for key in own if key in wanted)


def unknown_words(use: ColumnUse, column: ColumnSeen) -> list[str]:
    """Words of a rating column that nobody has given a rating yet."""
    from analytics.intake.ratings import rating
    from analytics.intake.remarks import Refused

    if not use.is_rating or not use.scale:
        return []
    words = words_for(use.key if use.target == "measure" else "", use.scale, use.words)
    seen = [value for value, _ in column.common if value not in use.missing]
    return [
        value
        for value in seen
        if (got := rating(value, use.scale, words)) and isinstance(got, Refused) and got.reason == "not_a_rating"
    ]
