"""Which fairs there are, and what a reader may filter one by: ids with both names, no ratings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from analytics.category_names import CategoryNames, read_category_names
from analytics.errors import UnknownChoice
from analytics.filters import Audience
from analytics.store import Reader, Store

MOST_VALUES = 60

FAIRS = """-- one row per fair with a live import, the newest import first
select f.fair_id as id, f.name_zh as zh, f.name_en as en, f.is_demo
from fairs as f
join live_imports as i on i.fair_id = f.fair_id
group by all
order by max(i.import_id) desc
"""
EDITIONS = """-- one row per edition held
select edition_id as id, name_zh as zh, name_en as en, year
from editions
where fair_id = $fair and is_held
order by number
"""
AUDIENCES = """-- one row per audience that answered
select audience
from respondent_cube
where fair_id = $fair
group by audience
having sum(n) > 0
order by audience
"""
INDUSTRIES = """-- one row per industry
select industry
from respondent_cube
where fair_id = $fair and audience = $audience and industry is not null
union
select industry
from exhibitors
where fair_id = $fair and $audience = 'exhibitor' and industry is not null
order by industry
"""
REGIONS = """-- one row per region
select region
from respondent_cube
where fair_id = $fair and audience = $audience and region is not null
union
select region
from exhibitors
where fair_id = $fair and $audience = 'exhibitor' and region is not null
order by region
"""
DIMENSIONS = """-- one row per dimension with a rated item that a live import asked
select d.dimension_id as id, d.name_zh as zh, d.name_en as en
from dimensions as d
where d.fair_id = $fair and d.audience = $audience and d.dimension_id in (
    select q.dimension_id
    from questions as q
    where q.fair_id = $fair and q.audience = $audience and not q.is_measure
)
order by d.position
"""
CAN_WEIGH = """-- one row: has an edition that exhibitors answered a register by industry or region
select count(*) > 0
from participations as p
join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = p.exhibitor_id
where $audience = 'exhibitor'
    and (x.industry is not null or x.region is not null)
    and p.edition_id in (
        select c.edition_id
        from respondent_cube as c
        where c.fair_id = $fair and c.audience = 'exhibitor'
    )
"""
HAS_OWN_WEIGHTS = """-- one row: does a file of this audience weight its answers itself
select exists (select 1 from weighted_files($fair, $audience) where usable = 0 or is_weighting)
"""
SEGMENTS = """-- one row per saved segment
select segment_id as id, name as zh, name as en
from segments
where fair_id = $fair
order by made_at
"""
FIELDS = """-- one row per profile field and answer, the commonest first, no more than $most a field
with entries as (
    select unnest(map_entries(profile)) as entry
    from responses
    where fair_id = $fair and audience = $audience and profile is not null
),
answers as (
    select entry['key'] as field_id, unnest(entry['value']) as answer
    from entries
),
counts as (
    select field_id, answer, count(*) as n
    from answers
    where answer is not null and answer <> ''
    group by field_id, answer
)
select f.field_id as id, f.name_zh as zh, f.name_en as en, f.is_multiple, c.answer
from profile_fields as f
join counts as c on c.field_id = f.field_id
where f.fair_id = $fair and f.audience = $audience
qualify row_number() over (partition by f.field_id order by c.n desc, c.answer) <= $most
order by f.field_id, c.n desc, c.answer
"""
STOCK = """-- one row: how much is stored
select
    (select count(distinct fair_id) from live_imports) as fairs,
    (select count(*) from editions where is_held) as editions,
    (select count(*) from exhibitors) as exhibitors,
    (select coalesce(sum(n), 0)::bigint from respondent_cube) as responses,
    (select count(*) from live_imports) as imports
"""
SHOWS_DEMO = "select value from settings where name = 'show_demo'"
SHOW_DEMO = "insert or replace into settings values ('show_demo', $shown)"
NEEDS_CURRENCY = """-- one row: has amounts, and no edition names the currency they are in
select
    (
        exists (
            select 1
            from participations as p
            join editions as e on e.edition_id = p.edition_id
            where e.fair_id = $fair and (p.turnover is not null or p.fee is not null)
        )
        or exists (select 1 from editions where fair_id = $fair and turnover is not null)
    )
    and not exists (select 1 from editions where fair_id = $fair and currency is not null)
"""
SET_CURRENCY = "insert or replace into settings values ('currency:' || $fair, $currency)"
CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY", "KRW", "TWD", "SGD", "GBP", "INR", "AED", "BRL")
LOADED = """-- one row per kind of file with a live import
select distinct i.kind from imports as i where i.fair_id = $fair and i.undone_at is null
"""
FORGET_SEGMENT = "delete from segments where segment_id = $segment"


@dataclass(frozen=True)
class Named:
    """An id with its two names."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True)
class Fair(Named):
    """A fair with data."""

    is_demo: bool = False


@dataclass(frozen=True)
class Edition(Named):
    """An edition that was held."""

    year: int | None = None


@dataclass(frozen=True)
class Field(Named):
    """A profile question with the answers that may filter."""

    answers: tuple[str, ...] = ()
    is_multiple: bool = False

    @property
    def makes_groups(self) -> bool:
        """Whether its answers part the respondents: each gave one, and not all the same."""
        return len(self.answers) > 1 and not self.is_multiple


@dataclass(frozen=True)
class Choices:
    """What one fair offers to filter one `audience` by. `can_weigh`: a register can bear weights
    for its answers.
    """

    audience: Audience = "exhibitor"
    editions: tuple[Edition, ...] = ()
    audiences: tuple[Audience, ...] = ()
    industries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    dimensions: tuple[Named, ...] = ()
    segments: tuple[Named, ...] = ()
    fields: tuple[Field, ...] = ()
    can_weigh: bool = False
    has_own_weights: bool = False
    category_names: CategoryNames = CategoryNames()


@dataclass(frozen=True)
class Stock:
    """How much is stored."""

    fairs: int
    editions: int
    exhibitors: int
    responses: int
    imports: int


def fairs(store: Store) -> tuple[Fair, ...]:
    """The fairs a reader can open, their own first and the newest import first; the demo last,
    unless it was sent away.
    """
    with store.reader() as reader:
        all_fairs = [Fair(**row) for row in reader.rows(FAIRS)]
        is_shown = _shows_demo(reader)
    own = [fair for fair in all_fairs if not fair.is_demo]
    return (*own, *(fair for fair in all_fairs if fair.is_demo and is_shown))


def is_demo_shown(store: Store) -> bool:
    """Whether the demo fair is among those a reader can open."""
    with store.reader() as reader:
        return _shows_demo(reader)


def _shows_demo(reader: Reader) -> bool:
    return bool(reader.value(SHOWS_DEMO) != "no")


def show_demo(store: Store, is_shown: bool) -> None:
    """Send the demo fair away or call it back. Its data stay either way."""
    store.write(SHOW_DEMO, shown="yes" if is_shown else "no")


def stock(store: Store) -> Stock:
    """How much is stored, over all fairs."""
    with store.reader() as reader:
        return Stock(**reader.rows(STOCK)[0])


def forget_segment(store: Store, segment: str) -> None:
    """Take a saved segment out of the filters."""
    store.write(FORGET_SEGMENT, segment=segment)


def loaded_kinds(store: Store, fair: str) -> tuple[str, ...]:
    """Which kinds of files this fair has."""
    with store.reader() as reader:
        return tuple(sorted(row["kind"] for row in reader.rows(LOADED, fair=fair)))


def needs_currency(store: Store, fair: str) -> bool:
    """Whether the fair has amounts of money in a currency that no file named."""
    with store.reader() as reader:
        return bool(reader.value(NEEDS_CURRENCY, fair=fair))


def set_currency(store: Store, fair: str, currency: str) -> None:
    """Say once which currency amounts are in where no file says it. Raises UnknownChoice."""
    if currency not in CURRENCIES:
        raise UnknownChoice("currency", currency, CURRENCIES)
    store.write(SET_CURRENCY, fair=fair, currency=currency)


def choices(store: Store, fair: str, audience: Audience) -> Choices:
    """Everything this fair offers to filter by, for one audience."""
    with store.reader() as reader:
        return Choices(
            audience=audience,
            editions=tuple(Edition(**row) for row in reader.rows(EDITIONS, fair=fair)),
            audiences=tuple(row["audience"] for row in reader.rows(AUDIENCES, fair=fair)),
            industries=_column(reader, INDUSTRIES, fair, audience),
            regions=_column(reader, REGIONS, fair, audience),
            dimensions=tuple(
                Named(**row) for row in reader.rows(DIMENSIONS, fair=fair, audience=audience)
            ),
            segments=tuple(Named(**row) for row in reader.rows(SEGMENTS, fair=fair)),
            fields=_fields(reader.rows(FIELDS, fair=fair, audience=audience, most=MOST_VALUES)),
            can_weigh=bool(reader.value(CAN_WEIGH, fair=fair, audience=audience)),
            has_own_weights=bool(reader.value(HAS_OWN_WEIGHTS, fair=fair, audience=audience)),
            category_names=read_category_names(reader, fair),
        )


def _column(reader: Reader, sql: str, fair: str, audience: Audience) -> tuple[str, ...]:
    return tuple(
        value for row in reader.rows(sql, fair=fair, audience=audience) for value in row.values()
    )


def _fields(rows: Iterable[dict[str, Any]]) -> tuple[Field, ...]:
    fields: dict[str, Field] = {}
    for row in rows:
        answer = row.pop("answer")
        known = fields.get(row["id"], Field(**row))
        fields[known.id] = replace(known, answers=(*known.answers, answer))
    return tuple(fields.values())
