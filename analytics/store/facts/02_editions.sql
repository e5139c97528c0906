-- one condition: is an edition over on a day: as somebody says; else after its last day, and never before its year; where no day is known, it is
create or replace macro is_over(said, starts_on, ends_on, year, day) as (
    coalesce(said, coalesce(ends_on, starts_on) < day, year <= date_part('year', day), true)
);

-- one row per edition planned or held; each field is the newest value that a live import gave
create or replace view editions as
with told as (
    select
        e.fair_id,
        e.edition_id,
        max(e.number)::integer as number,
        arg_max(e.year, e.import_id) filter (where e.year is not null) as year,
        arg_max(e.name_zh, e.import_id) filter (where e.name_zh is not null) as name_zh,
        arg_max(e.name_en, e.import_id) filter (where e.name_en is not null) as name_en,
        arg_max(e.held, e.import_id) filter (where e.held is not null) as is_said_held,
        arg_max(e.starts_on, e.import_id) filter (where e.starts_on is not null) as starts_on,
        arg_max(e.ends_on, e.import_id) filter (where e.ends_on is not null) as ends_on,
        -- what a list of editions says of itself comes before what the heading of another list says
        arg_max(e.currency, (i.kind = 'editions', e.import_id)) filter (where e.currency is not null) as currency,
        arg_max(e.turnover, e.import_id) filter (where e.turnover is not null) as turnover,
        arg_max(e.revenue, e.import_id) filter (where e.revenue is not null) as revenue,
        arg_max(e.cost, e.import_id) filter (where e.cost is not null) as cost
    from edition_rows as e
    join live_imports as i on i.import_id = e.import_id
    group by e.fair_id, e.edition_id
),
clock as (
    select value::date as day from settings where name = 'today'
)
select
    told.* replace (
        coalesce(
            told.currency, (select s.value from settings as s where s.name = 'currency:' || told.fair_id)
        ) as currency,
        coalesce(told.name_zh, if(told.number >= 1850, told.number || '年', '第' || told.number || '届')) as name_zh,
        coalesce(told.name_en, if(told.number >= 1850, told.number::varchar, 'Edition ' || told.number)) as name_en
    ),
    is_over(told.is_said_held, told.starts_on, told.ends_on, told.year, clock.day) as is_held,
    coalesce(told.is_said_held, true) and coalesce(told.starts_on, told.ends_on) <= clock.day as has_begun
from told
cross join clock;
