"""What a correction would change, in words: the same lines on the page and on the command line."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.intake.load.import_changes import Changes, ColumnChange, Rated, RatingChange
from analytics.intake.mapping.column_use import ColumnUse
from analytics.intake.mapping.mapping_table import meaning_of, meanings
from analytics.intake.table.file_kinds import KIND_KEYS, kind_of
from analytics.wording import Say, phrase

NOTHING = phrase("Nothing would change: the columns are taken in this way already.")
RATED = {
    "importance": phrase("importance of {item}"),
    "expectation": phrase("expectation of {item}"),
}
HEAD = {
    "kind": phrase("This is"),
    "edition": phrase("Edition"),
    "year": phrase("Year"),
    "sheet": phrase("Sheet"),
}
SETTINGS = {
    "dimension": phrase("Dimension"),
    "missing": phrase("No answer"),
    "words": phrase("Ratings of words"),
    "separator": phrase("Separator"),
    "unit": phrase("Unit"),
    "currency": phrase("Currency"),
    "date_order": phrase("Order of dates"),
    "grouping": phrase("Parts thousands"),
    "leaves_out": phrase("Leaves rows out"),
    "leaves_in": phrase("Keeps rows"),
}
COVERED = {*SETTINGS, "column", "target", "key", "name_zh", "name_en", "scale", "is_reversed"}


def change_lines(changes: Changes, say: Say, kind: str) -> list[str]:
    """One line a change: the file, its columns, its rows, its ratings. `kind` is the new one."""
    if changes.is_nothing:
        return [say(NOTHING)]
    of_file = [_of_file(name, before, after, say) for name, before, after in changes.of_file]
    columns = [_of_column(change, kind, say) for change in changes.columns]
    ratings = [_of_rating(change, say) for change in changes.ratings]
    return [*of_file, *columns, _rows(changes, say), *ratings]


def _of_file(name: str, before: str, after: str, say: Say) -> str:
    if name == "kind":
        before, after = (
            say(kind_of(key).label) if key in KIND_KEYS else key for key in (before, after)
        )
    return _turned(say(HEAD[name]), before, after, say)


def _turned(name: str, before: str, after: str, say: Say) -> str:
    empty = "–"
    return say(
        "{name}: {before} → {after}", name=name, before=before or empty, after=after or empty
    )


def _of_column(change: ColumnChange, kind: str, say: Say) -> str:
    parts = "; ".join(_parts(change.before, change.after, kind, say))
    return say("Column “{column}”: {text}", column=change.after.column, text=parts)


def _parts(before: ColumnUse, after: ColumnUse, kind: str, say: Say) -> Iterable[str]:
    """What differs of a column, setting by setting; what has no name here in one word."""
    words = meanings(kind_of(kind), say)
    facts = [
        (say("Meaning"), *(words.get(meaning_of(use), meaning_of(use)) for use in (before, after))),
        (say("Name"), *(_name(use, say) for use in (before, after))),
        (say("Scale"), *(_scale(use) for use in (before, after))),
        (say("Best answer"), *(_best_end(use, say) for use in (before, after))),
    ]
    facts += [
        (say(label), _text(getattr(before, key)), _text(getattr(after, key)))
        for key, label in SETTINGS.items()
    ]
    named = [_turned(name, first, second, say) for name, first, second in facts if first != second]
    rest = any(getattr(before, key) != getattr(after, key) for key in vars(before).keys() - COVERED)
    return [*named, say("other settings")] if rest or not named else named


def _name(use: ColumnUse, say: Say) -> str:
    is_named = use.is_rating or use.target == "profile"
    return (say.name(use.name_zh, use.name_en) or use.key) if is_named else ""


def _scale(use: ColumnUse) -> str:
    return "–".join(f"{end:g}" for end in use.scale) if use.scale else ""


def _best_end(use: ColumnUse, say: Say) -> str:
    if not use.is_rating:
        return ""
    return say("the lowest number") if use.is_reversed else say("the highest number")


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        parts = (f"{part[0]} = {part[1]:g}" if isinstance(part, tuple) else part for part in value)
        return ", ".join(map(str, parts))
    return str(value)


def _rows(changes: Changes, say: Say) -> str:
    """How many rows there are, and how many are others."""
    counts = say(
        "Rows stored: {before} → {after}",
        before=say.number(changes.rows_before),
        after=say.number(changes.rows_after),
    )
    others = say(
        "rows no longer there: {gone}; new rows: {new}; cells that differ: {cells}",
        gone=say.number(changes.rows_gone),
        new=say.number(changes.rows_new),
        cells=say.number(changes.cells),
    )
    return f"{counts} ({others})"


def _of_rating(change: RatingChange, say: Say) -> str:
    item = say.name(change.name_zh, change.name_en)
    name = say(RATED[change.form], item=item) if change.form in RATED else item
    return _turned(name, _rated(change.before, say), _rated(change.after, say), say)


def _rated(rated: Rated, say: Say) -> str:
    if rated.mean is None:
        return say("no answers")
    mean = say.number(rated.mean, 2)
    if rated.low is None or rated.high is None:
        return say("mean {mean} (n = {n})", mean=mean, n=say.number(rated.n))
    scale = f"{rated.low:g}–{rated.high:g}"
    return say("mean {mean} on {scale} (n = {n})", mean=mean, scale=scale, n=say.number(rated.n))
