-- one row per exhibitor of a fair with every other name its live register rows give; the best known exhibitors first
with names as (
    select
        k.exhibitor_id,
        unnest(
            [x.name] || coalesce(regexp_split_to_array(x.former_name, '[;；、|｜\n]'), [])
        ) as name
    from exhibitor_rows as x
    join live_imports as i on i.import_id = x.import_id
    join exhibitor_keys as k
        on k.fair_id = x.fair_id
        and k.exhibitor_key = case when x.code is null then 'n:' || x.name_key else 'c:' || x.code end
    where x.fair_id = $fair
),
attendances as (
    select p.exhibitor_id, count(*) as editions
    from participations as p
    join editions as e on e.edition_id = p.edition_id
    where e.fair_id = $fair
    group by p.exhibitor_id
)
select
    x.exhibitor_id,
    x.name,
    list_sort(
        list(distinct trim(names.name)) filter (where trim(names.name) not in ('', x.name))
    ) as others
from exhibitors as x
left join names on names.exhibitor_id = x.exhibitor_id
left join attendances on attendances.exhibitor_id = x.exhibitor_id
where x.fair_id = $fair
group by x.exhibitor_id, x.name, attendances.editions
order by x.exhibitor_id like 'c:%' desc, coalesce(attendances.editions, 0) desc, x.exhibitor_id;
