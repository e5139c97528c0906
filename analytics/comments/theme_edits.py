"""Themes as people of a fair want them: renamed, widened, narrowed, merged, dropped, made anew.

Each change is an event with who and when. They are carried out on the standard themes in the order
in which they were made, so that an undone one is as if it had never been, and a later version's
words never undo what somebody decided. A change that no longer fits (its theme is gone) does
nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, get_args

from analytics.comments.dictionary import OTHER, Kind, Theme, dimension_names, standard_themes
from analytics.comments.units import plain, units
from analytics.errors import UnknownChoice
from analytics.store import Reader, Store
from analytics.wording import Name

EditKind = Literal["create", "rename", "add", "remove", "merge", "drop"]
EDITS = """-- one row per change of a theme of the fair, the newest last
select edit_id, kind, theme, details, actor, made_at, undone_at, undone_by
from theme_edits where fair_id = $fair order by edit_id
"""
INSERT = """
insert into theme_edits (edit_id, fair_id, kind, theme, details, actor, made_at)
select coalesce(max(edit_id), 0) + 1, $fair, $kind, $theme, $details, $actor, now()::timestamp
from theme_edits
"""
UNDO = """
update theme_edits set undone_at = now()::timestamp, undone_by = $actor
where fair_id = $fair and edit_id = $edit and undone_at is null
"""
LONGEST_NAME, LONGEST_WORD, MOST_WORDS = 60, 40, 200


@dataclass(frozen=True, slots=True)
class ThemeEdit:
    """One change. `details`: zh and en of a name, words, dimension, or the theme merged into."""

    edit_id: int
    kind: EditKind
    theme: str
    details: dict[str, Any]
    actor: str
    made_at: datetime
    undone_at: datetime | None
    undone_by: str | None


def read_edits(reader: Reader, fair: str) -> list[ThemeEdit]:
    """Every change of the fair's themes, undone ones too, the newest last."""
    return [
        ThemeEdit(**row | {"details": json.loads(row["details"])})
        for row in reader.rows(EDITS, fair=fair)
    ]


def themes_of(reader: Reader, fair: str) -> tuple[Theme, ...]:
    """The themes of a fair: the standard ones with what people changed."""
    return themes_after(edit for edit in read_edits(reader, fair) if edit.undone_at is None)


def themes_after(edits: Iterable[ThemeEdit]) -> tuple[Theme, ...]:
    """The standard themes with these changes, in their order."""
    themes = {theme.key: theme for theme in standard_themes()}
    for edit in edits:
        if edit.kind == "create":
            themes.setdefault(edit.theme, _made(edit))
        elif edit.theme in themes:
            _change(themes, edit)
    return tuple(themes.values())


def _made(edit: ThemeEdit) -> Theme:
    words: tuple[tuple[str, Kind], ...] = tuple((word, "words") for word in edit.details["words"])
    return Theme(edit.theme, edit.details["dimension"], _name(edit), words, is_own=True)


def _change(themes: dict[str, Theme], edit: ThemeEdit) -> None:
    theme, details = themes[edit.theme], edit.details
    if edit.kind == "drop":
        del themes[edit.theme]
    elif edit.kind == "rename":
        themes[edit.theme] = replace(theme, name=_name(edit))
    elif edit.kind == "merge" and details["into"] in themes and details["into"] != edit.theme:
        into = themes[details["into"]]
        themes[into.key] = replace(into, vocabulary=(*into.vocabulary, *theme.vocabulary))
        del themes[edit.theme]
    elif edit.kind in ("add", "remove"):
        left = _without(theme.vocabulary, details["words"])
        added: list[tuple[str, Kind]] = [(word, "words") for word in details["words"]]
        themes[edit.theme] = replace(
            theme, vocabulary=(*left, *added) if edit.kind == "add" else left
        )


def _name(edit: ThemeEdit) -> Name:
    return Name(edit.details["zh"], edit.details["en"])


def _without(
    vocabulary: tuple[tuple[str, Kind], ...], words: Sequence[str]
) -> tuple[tuple[str, Kind], ...]:
    """Without words that read the same, however they are written."""
    gone_units = {units(plain(word)) for word in words}
    return tuple((word, kind) for word, kind in vocabulary if units(plain(word)) not in gone_units)


def create(
    store: Store, fair: str, name: Name, words: Sequence[str], dimension: str, actor: str
) -> str:
    """Make a theme of these words; its key. Raises UnknownChoice for no name, words or dimension
    that can be used.
    """
    if dimension not in dimension_names():
        raise UnknownChoice("dimension", dimension, tuple(dimension_names()))
    with store.reader() as reader:
        number = 1 + sum(edit.kind == "create" for edit in read_edits(reader, fair))
    key = f"own_{number}"
    details = _named(name) | {"words": _usable(words), "dimension": dimension or OTHER}
    _note(store, fair, "create", key, details, actor)
    return key


def rename(store: Store, fair: str, theme: str, name: Name, actor: str) -> None:
    """Call a theme otherwise. Raises UnknownChoice."""
    _note(store, fair, "rename", _there(store, fair, theme), _named(name), actor)


def add_words(store: Store, fair: str, theme: str, words: Sequence[str], actor: str) -> None:
    """Let these words name a theme too. Raises UnknownChoice."""
    _note(store, fair, "add", _there(store, fair, theme), {"words": _usable(words)}, actor)


def remove_words(store: Store, fair: str, theme: str, words: Sequence[str], actor: str) -> None:
    """Let these words name the theme no longer. Raises UnknownChoice."""
    _note(store, fair, "remove", _there(store, fair, theme), {"words": _usable(words)}, actor)


def merge(store: Store, fair: str, theme: str, into: str, actor: str) -> None:
    """Make one theme of two: all that named `theme` names `into`. Raises UnknownChoice."""
    if theme == into:
        raise UnknownChoice("theme", into)
    kept_key = _there(store, fair, into)
    _note(store, fair, "merge", _there(store, fair, theme), {"into": kept_key}, actor)


def drop(store: Store, fair: str, theme: str, actor: str) -> None:
    """Look for a theme no longer. Raises UnknownChoice."""
    _note(store, fair, "drop", _there(store, fair, theme), {}, actor)


def undo(store: Store, fair: str, edit_id: int, actor: str) -> None:
    """Take a change back; what was changed after it stays. Raises UnknownChoice."""
    with store.reader() as reader:
        open_edits = {edit.edit_id for edit in read_edits(reader, fair) if not edit.undone_at}
    if edit_id not in open_edits:
        raise UnknownChoice("edit", str(edit_id))
    store.write(UNDO, fair=fair, edit=edit_id, actor=actor)


def _note(
    store: Store, fair: str, kind: EditKind, theme: str, details: dict[str, Any], actor: str
) -> None:
    assert kind in get_args(EditKind)
    text = json.dumps(details, ensure_ascii=False)
    store.write(INSERT, fair=fair, kind=kind, theme=theme, details=text, actor=actor)


def _there(store: Store, fair: str, theme: str) -> str:
    with store.reader() as reader:
        keys = tuple(each.key for each in themes_of(reader, fair))
    if theme not in keys:
        raise UnknownChoice("theme", theme, keys)
    return theme


def _named(name: Name) -> dict[str, str]:
    """Both names; the one that is missing is the other. Raises UnknownChoice without any."""
    zh, en = (text.strip()[:LONGEST_NAME] for text in (name.zh, name.en))
    if not (zh or en):
        raise UnknownChoice("theme_name", "")
    return {"zh": zh or en, "en": en or zh}


def _usable(words: Sequence[str]) -> list[str]:
    """Those that can be read, each once. Raises UnknownChoice where none can."""
    shorter = [word.strip()[:LONGEST_WORD] for word in words]
    usable = list(dict.fromkeys(word for word in shorter if units(plain(word))))[:MOST_WORDS]
    if not usable:
        raise UnknownChoice("theme_word", ", ".join(words))
    return usable
