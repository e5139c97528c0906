"""The comments and complaints of a slice, each with its themes.

Reading is the costly part, and what an import brought never changes: so each import is read once
for a fair's dictionary and kept for as long as the process lives, the least used forgotten first. A
changed dictionary, or a corrected import, reads anew.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from analytics.comments.dictionary import Dictionary, dictionary_of
from analytics.comments.masks import Masks, masks
from analytics.comments.question_themes import read_asked, with_questions
from analytics.comments.reading_child import read_texts
from analytics.comments.theme_edits import themes_of
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.store import Reader

MOST_IMPORTS = 128
NAMES = """-- one row per name that an exhibitor of the fair goes by
select name from exhibitors where fair_id = $fair
union select name_en from exhibitors where fair_id = $fair and name_en is not null
union
select unnest(string_split(x.former_name, '|'))
from exhibitor_rows as x join live_imports as i on i.import_id = x.import_id
where x.fair_id = $fair and x.former_name is not null
order by all
"""
Key = tuple[str, str, str, int, int, str]


@dataclass(frozen=True, eq=False)
class Written:
    """`texts`: source, import_id, id, edition_id, exhibitor_id, overall (a place, or NaN), numbered
    by their index. `named`: text, theme, tone. `worded`: text, word, once a text.
    """

    dictionary: Dictionary
    texts: pd.DataFrame
    named: pd.DataFrame
    worded: pd.DataFrame


class _Shelf:
    """What was read of each import, the least used forgotten first."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._kept: OrderedDict[Key, tuple[pd.DataFrame, pd.DataFrame]] = OrderedDict()

    def get(self, key: Key) -> tuple[pd.DataFrame, pd.DataFrame] | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, tables: tuple[pd.DataFrame, pd.DataFrame]) -> None:
        with self._lock:
            self._kept[key] = tables
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


SHELF = _Shelf(MOST_IMPORTS)


def read_dictionary(reader: Reader, fair: str, audience: str) -> Dictionary:
    """The themes of a fair, ready to read with, under the dimensions of its questionnaires."""
    asked = read_asked(reader, fair, audience)
    return dictionary_of(with_questions(themes_of(reader, fair), asked))


def read_written(reader: Reader, filters: Filters) -> Written:
    """Every text inside the filters. Raises ChildStopped where reading them took too long."""
    dictionary = read_dictionary(reader, filters.fair, filters.audience)
    texts = reader.frame(statement(__package__, "written"), slice=filters.slice())
    texts["text"] = texts.index
    named, worded = [], []
    for row in reader.rows(statement(__package__, "imports"), fair=filters.fair):
        of_import = (texts["source"] == row["source"]) & (texts["import_id"] == row["import_id"])
        if of_import.any():
            places = texts.loc[of_import, ["id", "text"]]
            tables = _read_import(reader, filters.fair, row, dictionary)
            named.append(tables[0].merge(places, on="id"))
            worded.append(tables[1].merge(places, on="id"))
    return Written(
        dictionary,
        texts.drop(columns="text"),
        _joined(named, ["text", "theme", "tone"]),
        _joined(worded, ["text", "word"]),
    )


def _joined(tables: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    import pandas as pd

    if not tables:
        return pd.DataFrame({name: [] for name in columns})
    return pd.concat(tables, ignore_index=True)[columns]


def _read_import(
    reader: Reader, fair: str, row: dict[str, Any], dictionary: Dictionary
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """named (id, theme, tone) and worded (id, word) of one import; each different text is read
    once.
    """
    key = (fair, row["source"], row["mark"], row["import_id"], row["n"], _digest(dictionary))
    tables = SHELF.get(key)
    if tables is None:
        values = {"source": row["source"], "fair": fair, "import_id": row["import_id"]}
        texts = reader.frame(statement(__package__, "texts"), **values)
        codes, distinct = texts["text"].factorize()
        places = texts[["id"]].assign(text=codes)
        named, worded = read_texts(list(distinct), dictionary)
        tables = tuple(
            places.merge(table.to_pandas(), on="text").drop(columns="text")
            for table in (named, worded)
        )
        SHELF.put(key, tables)
    return tables


def _digest(dictionary: Dictionary) -> str:
    return hashlib.sha256(repr(dictionary.themes).encode()).hexdigest()


def read_masks(reader: Reader, fair: str) -> Masks:
    """What hides the names of this fair's exhibitors, and all that leads to a person."""
    return masks(row["name"] for row in reader.rows(NAMES, fair=fair))
