-- one row per fair and key an exhibitor goes by: code ('c:…'), name ('n:…') or former name, each leading to one exhibitor
insert into exhibitor_keys
with recursive live as (
    select x.code, x.name_key, x.former_key
    from exhibitor_rows as x
    join live_imports as i on i.import_id = x.import_id
    where x.fair_id = $fair
    union all
    select code, name_key, null from hand_exhibitors where fair_id = $fair and undone_at is null
),
coded as (
    select name_key, min(code) as code, count(distinct code) as codes
    from live where code is not null group by name_key
),
own as (
    select distinct 'c:' || code as exhibitor_key, 'c:' || code as exhibitor_id from live where code is not null
    union
    select distinct
        'n:' || live.name_key,
        case when coded.codes = 1 then 'c:' || coded.code else 'n:' || live.name_key end
    from live left join coded on coded.name_key = live.name_key
),
former as (
    select distinct 'n:' || listed.former_key as exhibitor_key, own.exhibitor_id
    from live
    cross join unnest(string_split(live.former_key, '|')) as listed(former_key)
    join own on own.exhibitor_key = case when live.code is null then 'n:' || live.name_key else 'c:' || live.code end
    where listed.former_key <> ''
),
decided as (
    select distinct merged.exhibitor_id as merged_id, kept.exhibitor_id as kept_id
    from merges as m
    join own as kept on kept.exhibitor_key = m.kept_key
    join own as merged on merged.exhibitor_key = m.merged_key
    where m.fair_id = $fair and m.undone_at is null and kept.exhibitor_id <> merged.exhibitor_id
),
renamed as (
    select own.exhibitor_id as merged_id, min(former.exhibitor_id) as kept_id
    from former join own on own.exhibitor_key = former.exhibitor_key
    where own.exhibitor_id <> former.exhibitor_id
    group by own.exhibitor_id
),
joined as (
    select merged_id, kept_id from decided
    union
    select renamed.merged_id, renamed.kept_id
    from renamed
    where not exists (
        from decided where decided.merged_id = renamed.kept_id and decided.kept_id = renamed.merged_id
    )
),
walk as (
    select merged_id, kept_id, 1 as steps from joined
    union
    select walk.merged_id, joined.kept_id, walk.steps + 1
    from walk join joined on joined.merged_id = walk.kept_id
    where walk.steps < 12
),
final as (
    select merged_id, arg_max(kept_id, (steps, kept_id)) as kept_id from walk group by merged_id
),
-- the name that somebody gave a firm leads to it too, where no firm of a file has it
given as (
    select 'n:' || e.name_key as exhibitor_key, arg_max(own.exhibitor_id, e.edit_id) as exhibitor_id
    from hand_edits as e
    join own on own.exhibitor_key = e.exhibitor_key
    where e.fair_id = $fair and e.undone_at is null and e.name_key is not null
    group by e.name_key
),
every as (
    select exhibitor_key, exhibitor_id from own
    union
    select exhibitor_key, min(exhibitor_id) from former
    where exhibitor_key not in (select exhibitor_key from own) group by exhibitor_key
    union
    select exhibitor_key, exhibitor_id from given
    where exhibitor_key not in (select exhibitor_key from own union select exhibitor_key from former)
)
select $fair, every.exhibitor_key, coalesce(final.kept_id, every.exhibitor_id)
from every left join final on final.merged_id = every.exhibitor_id;
