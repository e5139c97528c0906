-- one row per exhibitor (of those named, null: of all): the newest value of each field among the live register rows and what was written by hand; its name as a register has it, where one does
insert into exhibitors by name
with filed as (
    select
        x.code, x.name_key, x.name, x.name_en, x.country, x.region, x.industry, x.ownership, x.size_band, x.account_owner,
        (x.import_id, 0, x.line) as age, i.kind = 'exhibitors' as is_register
    from exhibitor_rows as x
    join live_imports as i on i.import_id = x.import_id
    where x.fair_id = $fair
    union all by name
    select code, name_key, name, (after_import, 1, entry_id) as age, true as is_register
    from hand_exhibitors
    where fair_id = $fair and undone_at is null
),
told as (
    select
        k.exhibitor_id,
        k.exhibitor_id in ('c:' || x.code, 'n:' || x.name_key) as is_kept_name,
        x.*
    from filed as x
    join exhibitor_keys as k
        on k.fair_id = $fair
        and k.exhibitor_key = case when x.code is null then 'n:' || x.name_key else 'c:' || x.code end
    where $exhibitors::varchar[] is null or list_contains($exhibitors::varchar[], k.exhibitor_id)
),
newest as (
    select
        exhibitor_id,
        arg_max(name, (coalesce(is_kept_name, false), is_register, age)) as name,
        arg_max(name_en, age) filter (where name_en is not null) as name_en,
        arg_max(country, age) filter (where country is not null) as country,
        arg_max(region, age) filter (where region is not null) as region,
        arg_max(industry, age) filter (where industry is not null) as industry,
        arg_max(ownership, age) filter (where ownership is not null) as ownership,
        arg_max(size_band, age) filter (where size_band is not null) as size_band,
        arg_max(account_owner, age) filter (where account_owner is not null) as account_owner
    from told
    group by exhibitor_id
),
by_hand as (
    select exhibitor_id, map_from_entries(list({'k': field, 'v': value})) as edits
    from hand_values
    where fair_id = $fair
    group by exhibitor_id
)
select
    $fair as fair_id,
    n.exhibitor_id,
    coalesce(h.edits['name'], n.name) as name,
    hand_or_file(h.edits, 'name_en', n.name_en) as name_en,
    hand_or_file(h.edits, 'kind', null) as kind,
    hand_or_file(h.edits, 'country', n.country) as country,
    hand_or_file(h.edits, 'region', n.region) as region,
    hand_or_file(h.edits, 'industry', n.industry) as industry,
    hand_or_file(h.edits, 'ownership', n.ownership) as ownership,
    hand_or_file(h.edits, 'size_band', n.size_band) as size_band,
    hand_or_file(h.edits, 'account_owner', n.account_owner) as account_owner
from newest as n
left join by_hand as h on h.exhibitor_id = n.exhibitor_id;
