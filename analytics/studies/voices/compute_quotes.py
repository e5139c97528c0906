"""What was written, word for word, without names: some of each theme, one theme, or a search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analytics.comments.units import plain
from analytics.comments.written import Written, read_masks
from analytics.errors import UnknownChoice
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.ratings.editions import Edition
    from analytics.store import Reader
    from analytics.studies.voices.compute_shares import Counted

A_THEME, MOST_QUOTES, MOST_FOUND = 3, 100, 1_000
LONGEST = 600
"""Characters of a text that are shown."""
KEYS = ["source", "import_id", "id"]


@dataclass(frozen=True, slots=True)
class Quote:
    """`reference` is what the page of complaints takes; `themes` are keys with their tone."""

    reference: str
    source: str
    edition: Edition
    text: str
    themes: tuple[tuple[str, str], ...]
    place: float


@dataclass(frozen=True, slots=True)
class Quotes:
    """`theme` and `search` are what was asked for; `found`: how many there are, shown or not."""

    quotes: tuple[Quote, ...]
    found: int
    theme: str
    search: str


def read_quotes(
    reader: Reader,
    filters: Filters,
    written: Written,
    themes: Counted,
    editions: tuple[Edition, tuple[Edition, ...]],
    options: dict[str, str],
) -> Quotes:
    """Of the edition looked at; a search goes through every edition in view. Raises UnknownChoice
    for a theme that is not there.
    """
    theme, search = options.get("theme", ""), options.get("search", "").strip()
    if theme and written.dictionary.theme(theme) is None:
        raise UnknownChoice("theme", theme)
    focus, in_view = editions
    if search:
        rows = _searched(reader, filters, search, in_view)
        if theme:
            rows = rows[_numbers(rows, written).isin(_texts_of(written, theme))]
    else:
        at_focus = written.texts[written.texts["edition_id"] == focus.key]
        chosen = _some(written, at_focus, themes, theme)
        rows = _fetched(reader, filters, chosen.head(MOST_FOUND), focus)
    shown = rows.head(MOST_QUOTES)
    return Quotes(_quotes(reader, filters, written, shown, in_view), len(rows), theme, search)


def _texts_of(written: Written, theme: str) -> pd.Series:
    return written.named.loc[written.named["theme"] == theme, "text"]


def _some(written: Written, texts: pd.DataFrame, themes: Counted, theme: str) -> pd.DataFrame:
    """All of one theme, else a few of each theme shown, complaints first."""
    if theme:
        return texts[texts.index.isin(_texts_of(written, theme))]
    named = written.named[written.named["text"].isin(texts.index)].sort_values(["tone", "text"])
    numbers: dict[int, None] = {}
    for line in themes.lines:
        own = named.loc[(named["theme"] == line.key) & ~named["text"].isin(list(numbers)), "text"]
        numbers |= dict.fromkeys(own.head(A_THEME))
    return texts.loc[list(numbers)]


def _fetched(reader: Reader, filters: Filters, texts: pd.DataFrame, focus: Edition) -> pd.DataFrame:
    """What was written, in the order of `texts`."""
    keys = [".".join(map(str, row)) for row in texts[KEYS].itertuples(index=False)]
    rows = _read(reader, filters, (focus,), keys=keys, words=None)
    if rows.empty:
        return rows
    order = {key: at for at, key in enumerate(keys)}
    found_at = [order[".".join(map(str, row))] for row in rows[KEYS].itertuples(index=False)]
    return rows.iloc[sorted(range(len(rows)), key=found_at.__getitem__)]


def _searched(
    reader: Reader, filters: Filters, search: str, editions: tuple[Edition, ...]
) -> pd.DataFrame:
    """Texts that hold every word of a search, in either script."""
    spellings = {search.lower().strip(), plain(search).strip()}
    import pandas as pd

    tables = [
        _read(reader, filters, editions, keys=[], words=spelling.split()) for spelling in spellings
    ]
    return pd.concat(tables).drop_duplicates(KEYS, ignore_index=True)


def _read(
    reader: Reader,
    filters: Filters,
    editions: tuple[Edition, ...],
    keys: list[str],
    words: list[str] | None,
) -> pd.DataFrame:
    rows = reader.frame(
        statement(__package__, "quotes"),
        slice=filters.slice() | {"editions": [edition.key for edition in editions]},
        fair=filters.fair,
        keys=keys,
        words=words,
        most=MOST_FOUND,
    )
    return rows[rows["edition_id"].isin([edition.key for edition in editions])]


def _numbers(rows: pd.DataFrame, written: Written) -> pd.Series:
    """The number of each text in `written`; complaints outside the filters have none."""
    texts = written.texts[KEYS].assign(text_number=written.texts.index)
    return rows[KEYS].merge(texts, on=KEYS, how="left").set_index(rows.index)["text_number"]


def _quotes(
    reader: Reader,
    filters: Filters,
    written: Written,
    rows: pd.DataFrame,
    editions: tuple[Edition, ...],
) -> tuple[Quote, ...]:
    hides = read_masks(reader, filters.fair)
    by_key = {edition.key: edition for edition in editions}
    numbers = _numbers(rows, written)
    is_shown = numbers.notna()
    named = written.named[written.named["text"].isin(numbers.dropna())].groupby("text")
    themes: dict[Any, tuple[tuple[str, str], ...]] = {
        text: tuple(zip(part["theme"], part["tone"], strict=True)) for text, part in named
    }
    return tuple(
        Quote(
            f"{row.source}.{int(row.import_id)}.{row.id}",
            row.source,
            by_key[row.edition_id],
            hides.hidden(row.text)[:LONGEST],
            themes.get(number, ()),
            float(written.texts.at[number, "overall"]),
        )
        for row, number in zip(
            rows[is_shown].itertuples(index=False), numbers[is_shown], strict=True
        )
    )
