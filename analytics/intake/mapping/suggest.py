"""A mapping to start from: what earlier files of the fair meant, what the headers say, what the
values look like.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from analytics.intake.cells.amount_unit import header_unit
from analytics.intake.cells.rating import MISSING, SATISFACTION, Scale, family_of, rating, words_for
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import header_key, name_key, slug
from analytics.intake.cells.vocabulary import any_part, vocabulary
from analytics.intake.mapping.amount_columns import as_written, in_money
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse, Mapping
from analytics.intake.mapping.detect_kind import detect_kind
from analytics.intake.mapping.from_earlier_files import earlier_uses, refitted
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import edition_of
from analytics.intake.mapping.question_header import Question, names_a_rating, read_question
from analytics.intake.mapping.rating_scale import (
    WHICH_SCALE,
    guess_scale,
    lies_within,
    looks_like_ratings,
)
from analytics.intake.mapping.rating_words import WHICH_WORDS, is_one_to_one, meant, used_words
from analytics.intake.mapping.standard_questionnaire import OTHER, measure_of, standard_dimension
from analytics.intake.mapping.tick_columns import Tick, tick_columns
from analytics.intake.table.file_kinds import Field, Kind, field_named, is_tool_column, kind_of
from analytics.intake.table.inspection import ColumnSeen, Inspection

MOST_CHOICES = 60
LONGEST_CHOICE = 120
STANDARD_STAND = 9.0
MOST_STEPS, LONGEST_STEP, FEWEST = 21, 40, 10
UNREAD = "rating_unread"
GUESSED = ("scale_guessed", WHICH_SCALE)
RATED = re.compile(any_part(vocabulary()["about"]["rated"]), re.IGNORECASE)


def suggest(seen: Inspection, known: Known, kind: str = "") -> Mapping:
    """The mapping a person starts from. Columns used in an earlier file with (nearly) the same
    header keep their meaning.
    """
    chosen = kind_of(kind or detect_kind(seen))
    earlier = earlier_uses(seen, known, chosen.key)
    ticks = tick_columns(seen.columns) if chosen.audience else {}
    uses = [
        refitted(
            earlier.get(header_key(column.name)), _fresh(column, chosen, ticks, seen.titles), column
        )
        for column in seen.columns
    ]
    uses = _worded(uses, seen, {use.column for use in uses if header_key(use.column) in earlier})
    mapping = Mapping(
        chosen.key,
        tuple(_one_column_a_field(_same_direction(_same_scale(uses, seen), seen))),
        fair_id=known.fair_id,
        fair_zh=known.fair_zh,
        fair_en=known.fair_en,
        sheet=seen.sheet,
        dimensions=_own_dimensions(uses, known),
    )
    return edition_of(mapping, seen, known)


def _fresh(
    column: ColumnSeen, kind: Kind, ticks: dict[str, Tick], titles: tuple[str, ...]
) -> ColumnUse:
    if tick := ticks.get(column.name):
        return _tick(column, tick)
    found = field_named(kind, column.name)
    if found:
        return _field(column, found, titles)
    if kind.audience is None or is_tool_column(column.name) or not column.filled:
        return ColumnUse(column.name)
    return _question(column)


def _field(column: ColumnSeen, found: Field, titles: tuple[str, ...]) -> ColumnUse:
    use = ColumnUse(column.name, "field", found.key)
    if found.form == "area":
        stand = STANDARD_STAND if any("标" in value for value, _ in column.common) else 0.0
        doubt = "stand_size" if stand else ""
        use = as_written(use, column)
        return replace(use, unit=header_unit(column.name)[0], stand_sqm=stand, doubt=doubt)
    if found.form == "money":
        return in_money(use, column, titles)
    if found.form in ("number", "whole"):
        return replace(as_written(use, column), unit=header_unit(column.name)[0])
    if found.form in ("day", "moment"):
        return replace(use, date_order=column.date_order if column.date_order != "ask" else "")
    if found.form == "objectives":
        return replace(use, separator=column.separator or "；")
    return use


def _question(column: ColumnSeen) -> ColumnUse:
    """A column of a survey that is no field: a measure, a rating, an answer chosen from a list, or
    nothing the product keeps.
    """
    asked = read_question(column.name)
    measure = measure_of(asked.label) or (measure_of(column.name) if not asked.dimension else "")
    is_rating = looks_like_ratings(column, bool(asked.dimension) or bool(RATED.search(column.name)))
    if (
        measure
        and not asked.dimension
        and (is_rating or column.numeric_share > 0.5 or column.word_share > 0.5)
    ):
        return _rated(ColumnUse(column.name, "measure", measure), column, asked)
    if is_rating:
        return _item(column, asked)
    is_few = (
        1 < column.distinct <= MOST_STEPS
        and column.longest <= LONGEST_STEP
        and column.filled >= FEWEST
    )
    is_unread = is_few and names_a_rating(column.name)
    use = (
        _profile(column, asked)
        if column.separator or _is_choice(column)
        else ColumnUse(column.name)
    )
    return replace(use, doubt=UNREAD) if is_unread else use


def _is_choice(column: ColumnSeen) -> bool:
    """Answers from a list come back; what hardly ever does is a number, a name or a remark."""
    return (
        column.distinct <= min(MOST_CHOICES, max(3, column.filled / 2))
        and column.longest <= LONGEST_CHOICE
    )


def _rated(use: ColumnUse, column: ColumnSeen, asked: Question) -> ColumnUse:
    guess = guess_scale(column, asked.scale, use.key if use.target == "measure" else "")
    is_reversed = column.direction == "down"
    doubt = "reversed" if is_reversed and guess.doubt not in BLOCKING else guess.doubt or use.doubt
    return replace(
        use, scale=guess.scale, missing=guess.missing, is_reversed=is_reversed, doubt=doubt
    )


def _item(column: ColumnSeen, asked: Question) -> ColumnUse:
    target = {"importance": "importance", "expectation": "expectation"}.get(asked.about, "item")
    zh, en = ("", asked.label) if asked.label.isascii() else (asked.label, "")
    doubt = "" if asked.dimension else "new_item"
    use = ColumnUse(column.name, target, "", asked.dimension or OTHER, zh, en, doubt=doubt)  # type: ignore[arg-type]
    return _rated(use, column, asked)


def _profile(column: ColumnSeen, asked: Question) -> ColumnUse:
    label = asked.label or column.name
    zh, en = ("", label) if label.isascii() else (label, "")
    return ColumnUse(
        column.name, "profile", slug(label), name_zh=zh, name_en=en, separator=column.separator
    )


def _tick(column: ColumnSeen, tick: Tick) -> ColumnUse:
    """One answer of a list spread over columns."""
    label = read_question(tick.stem).label or tick.stem
    zh, en = ("", label) if label.isascii() else (label, "")
    return ColumnUse(
        column.name, "profile", slug(label), name_zh=zh, name_en=en, choice=tick.choice
    )


def _same_scale(uses: list[ColumnUse], seen: Inspection) -> list[ColumnUse]:
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
    uses = [_settled_beside(use, own.get(use.target) or alike, seen) for use in uses]
    if (1, 7) in scales:
        return [replace(use, scale=(1.0, 7.0)) if _may_widen(use, seen) else use for use in uses]
    usual = scales.most_common(1)[0][0] if scales else None
    return [
        (
            replace(use, scale=usual, doubt="outliers")
            if use.doubt == "scale_guessed" and usual
            else use
        )
        for use in uses
    ]


def _worded(uses: list[ColumnUse], seen: Inspection, told_before: set[str]) -> list[ColumnUse]:
    """Columns of words with the set of words they were answered in; where that is open, a person is
    asked.
    """
    found = {}
    for use in uses:
        column = seen.column(use.column)
        if use.is_rating and column is not None and column.word_share >= 0.5:
            found[use.column] = used_words(
                column, family_of(use.key if use.target == "measure" else "")
            )
    return [
        _with_words(use, found, use.column in told_before) if use.column in found else use
        for use in uses
    ]


def _with_words(use: ColumnUse, found: dict[str, frozenset[str]], is_told: bool) -> ColumnUse:
    measure = use.key if use.target == "measure" else ""
    used, usual = found[use.column], family_of(measure)
    if is_told and use.scale and is_one_to_one(used, words_for(measure, use.scale, use.words)):
        return use
    beside = (
        used.union(*(other for other in found.values() if other & used))
        if usual is SATISFACTION
        else used
    )
    if (one := meant(used, beside, usual)) is None:
        return replace(use, doubt=WHICH_WORDS)
    words = (
        ()
        if one is usual
        else tuple((word, one[1][word]) for word in sorted(beside & one[1].keys()))
    )
    return replace(
        use, scale=one[0], words=words, doubt="" if use.doubt == "two_words_one_step" else use.doubt
    )


def _settled_beside(use: ColumnUse, scales: Counter[Scale | None], seen: Inspection) -> ColumnUse:
    """A doubtful column has the scale of those beside it where only one of theirs holds all its
    numbers.
    """
    column = seen.column(use.column)
    if use.doubt != WHICH_SCALE or column is None or not _is_asked_alike(use):
        return use
    fitting = [scale for scale in scales if scale and lies_within(column, scale, use.missing)]
    return replace(use, scale=fitting[0], doubt="") if len(fitting) == 1 else use


def _is_asked_alike(use: ColumnUse) -> bool:
    """Is a column rated as its neighbours are: intention, goals and recommendation have scales of
    their own.
    """
    return use.is_rating and (use.target != "measure" or use.key == "overall")


def _same_direction(uses: list[ColumnUse], seen: Inspection) -> list[ColumnUse]:
    """Where one header says that 1 is best, the columns beside it that say nothing are taken so
    too, and pointed out.
    """
    if not any(use.is_reversed for use in uses if use.target in ("item", "measure")):
        return uses
    return [
        (
            replace(use, is_reversed=True, doubt=use.doubt if use.doubt in BLOCKING else "reversed")
            if _says_no_direction(use, seen)
            else use
        )
        for use in uses
    ]


def _says_no_direction(use: ColumnUse, seen: Inspection) -> bool:
    column = seen.column(use.column)
    is_told = bool(column and column.direction) or read_question(use.column).scale is not None
    is_rated = use.target == "item" or (use.target == "measure" and use.key == "overall")
    return is_rated and column is not None and column.word_share < 0.5 and not is_told


def _may_widen(use: ColumnUse, seen: Inspection) -> bool:
    column = seen.column(use.column)
    is_plain = use.target in ("item", "measure") and use.scale == (1, 5) and not use.words
    return (
        is_plain
        and column is not None
        and column.word_share < 0.5
        and read_question(use.column).scale is None
    )


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
    """Dimensions of the fair's own that the columns go to: a mapping file must be whole by
    itself.
    """
    wanted = {use.dimension for use in uses if standard_dimension(use.dimension) is None}
    own = {
        dimension.dimension_id: (dimension.dimension_id, dimension.name_zh, dimension.name_en)
        for dimension in known.dimensions
    }
    return tuple(own[key] for key in own if key in wanted)


def unknown_words(use: ColumnUse, column: ColumnSeen) -> list[str]:
    """Words of a rating column that nobody has given a rating yet."""
    if not use.is_rating or not use.scale:
        return []
    if use.doubt == WHICH_WORDS:
        told = {word for word, _ in use.words}
        return [
            value
            for value, _ in column.common
            if name_key(value) not in MISSING and value not in told
        ]
    words = words_for(use.key if use.target == "measure" else "", use.scale, use.words)
    seen = [value for value, _ in column.common if value not in use.missing]
    return [
        value
        for value in seen
        if (got := rating(value, use.scale, words))
        and isinstance(got, Refused)
        and got.reason == "not_a_rating"
    ]
