"""What a fair calls its dimensions, questions, other questions and categories, in both languages:
one table, read and written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from analytics.category_names import (
    language_of,
    read_category_names,
    write_category_names,
)
from analytics.store import Store

Part = Literal["fair", "dimension", "item", "profile", "category"]
PARTS: tuple[Part, ...] = get_args(Part)
MOST_CATEGORIES = 400
QUESTIONNAIRE = """-- one row per dimension, question and other question that a live import asked
select 'fair' as part, '' as audience, fair_id as key, name_zh as zh, name_en as en, 0 as place
from fairs
where fair_id = $fair
union all
select 'dimension', audience, dimension_id, name_zh, name_en, position
from dimensions
where fair_id = $fair and (audience, dimension_id) in (
    select (audience, dimension_id) from questions where fair_id = $fair and not is_measure
)
union all
select 'item', audience, item_id, name_zh, name_en, slot
from items
where fair_id = $fair and (audience, item_id) in (
    select (audience, item_id) from questions where fair_id = $fair and not is_measure
)
union all
select 'profile', audience, field_id, name_zh, name_en, row_number() over (order by field_id)
from profile_fields
where fair_id = $fair and (audience, field_id) in (
    select (audience, unnest(map_keys(profile)))
    from responses
    where fair_id = $fair and profile is not null
)
order by 1, 2, 6
"""
CATEGORIES = """-- one row per word that parts exhibitors or answers, the commonest first
with register as (
    select unnest([country, region, industry, ownership, size_band]) as word
    from exhibitors
    where fair_id = $fair
),
entries as (
    select unnest(map_entries(profile)) as entry
    from responses
    where fair_id = $fair and profile is not null
),
answers as (
    select unnest([industry, region]) as word from responses where fair_id = $fair
    union all
    select unnest(entry['value']) from entries
    union all
    select unnest(objectives) from responses where fair_id = $fair
)
select word, count(*) as n
from (select word from register union all select word from answers)
where word is not null and word <> ''
group by word
order by n desc, word
limit $most
"""
SET_FAIR = """
update fairs
set name_zh = coalesce(nullif($zh, ''), name_zh), name_en = coalesce(nullif($en, ''), name_en)
where fair_id = $fair
"""
TABLES: tuple[tuple[Part, str, str], ...] = (
    ("dimension", "dimensions", "dimension_id"),
    ("item", "items", "item_id"),
    ("profile", "profile_fields", "field_id"),
)
SET: dict[Part, str] = {
    part: f"""-- new names by audience and key
        update {table} as t
        set name_zh = n.zh, name_en = n.en
        from (
            select
                unnest($audiences) as audience, unnest($keys) as key, unnest($zh) as zh,
                unnest($en) as en
        ) as n
        where t.fair_id = $fair and t.audience = n.audience and t.{key} = n.key
    """
    for part, table, key in TABLES
}


@dataclass(frozen=True)
class ContentName:
    """One thing a fair has a name for; `audience` and `key` say which, '' where there is none."""

    part: Part
    key: str
    zh: str
    en: str
    audience: str = ""

    @property
    def lacks(self) -> bool:
        """Is it without a name in one of the languages: none, or the other's repeated."""
        return not self.zh or not self.en or self.zh == self.en


def content_names(store: Store, fair: str) -> tuple[ContentName, ...]:
    """Everything of a fair that a reader sees by a name."""
    with store.reader() as reader:
        rows = reader.rows(QUESTIONNAIRE, fair=fair)
        words = [row["word"] for row in reader.rows(CATEGORIES, fair=fair, most=MOST_CATEGORIES)]
        others = read_category_names(reader, fair).others
    named = [
        ContentName(row["part"], row["key"], row["zh"] or "", row["en"] or "", row["audience"])
        for row in sorted(rows, key=lambda row: PARTS.index(row["part"]))
    ]
    return (*named, *(_category(word, others.get(word, "")) for word in words if _is_word(word)))


def _is_word(word: str) -> bool:
    """Numbers and bands read alike in both languages, and the product's own objectives have names
    of their own.
    """
    is_of_ours = "_" in word and word.isascii()
    return any(letter.isalpha() for letter in word) and not is_of_ours


def _category(word: str, other: str) -> ContentName:
    zh, en = (word, other) if language_of(word) == "zh" else (other, word)
    return ContentName("category", word, zh, en)


def set_names(store: Store, fair: str, names: Iterable[ContentName]) -> None:
    """Give these things these names; the others keep theirs. Of a category only the name in the
    other language can be given: its own is what the answers say.
    """
    by_part: dict[Part, list[ContentName]] = {}
    for name in names:
        by_part.setdefault(name.part, []).append(name)
    for part, named in by_part.items():
        if part == "category":
            _set_categories(store, fair, named)
        elif part == "fair":
            store.write(SET_FAIR, fair=fair, zh=named[0].zh, en=named[0].en)
        else:
            _set_questionnaire(store, fair, SET[part], named)


def _set_questionnaire(store: Store, fair: str, sql: str, named: list[ContentName]) -> None:
    whole = [name for name in named if name.zh or name.en]
    store.write(
        sql,
        fair=fair,
        audiences=[name.audience for name in whole],
        keys=[name.key for name in whole],
        zh=[name.zh for name in whole],
        en=[name.en for name in whole],
    )


def _set_categories(store: Store, fair: str, named: list[ContentName]) -> None:
    with store.reader() as reader:
        others = dict(read_category_names(reader, fair).others)
    for name in named:
        others[name.key] = name.en if language_of(name.key) == "zh" else name.zh
    write_category_names(store, fair, others)
