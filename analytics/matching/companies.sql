-- one row per key asked about: its newest name, what is known of the exhibitor it leads to, and the editions that one attended
with keys as (
    select distinct unnest($keys::varchar[]) as exhibitor_key
),
live_rows as (
    select x.code, x.name_key, x.name, (x.import_id, x.line) as age
    from exhibitor_rows as x
    join live_imports as i on i.import_id = x.import_id
    where x.fair_id = $fair
),
names_by_key as (
    select 'c:' || code as exhibitor_key, name, age from live_rows where code is not null
    union all
    select 'n:' || name_key as exhibitor_key, name, age from live_rows
),
newest_names as (
    select exhibitor_key, arg_max(name, age) as name
    from names_by_key
    where exhibitor_key in (select exhibitor_key from keys)
    group by exhibitor_key
),
attendances as (
    select
        p.exhibitor_id,
        list(
            {'id': e.edition_id, 'zh': e.name_zh, 'en': e.name_en, 'year': e.year}
            order by e.number
        ) as editions
    from participations as p
    join editions as e on e.edition_id = p.edition_id
    where e.fair_id = $fair
    group by p.exhibitor_id
)
select
    keys.exhibitor_key as key,
    coalesce(newest_names.name, keys.exhibitor_key[3:]) as name,
    case when keys.exhibitor_key like 'c:%' then keys.exhibitor_key[3:] end as code,
    x.country,
    x.region,
    x.industry,
    attendances.editions
from keys
left join newest_names on newest_names.exhibitor_key = keys.exhibitor_key
left join exhibitor_keys as k on k.fair_id = $fair and k.exhibitor_key = keys.exhibitor_key
left join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = k.exhibitor_id
left join attendances on attendances.exhibitor_id = k.exhibitor_id
order by keys.exhibitor_key;
