-- one row per fair and firm that a live list of prospects names: the newest value of each field, and all its lists and shows
create or replace view prospects as
with ordered as (
    select p.*, i.imported_at, i.actor, (p.import_id, p.line) as age
    from prospect_rows as p
    join live_imports as i on i.import_id = p.import_id
)
select
    fair_id, name_key,
    arg_max(name, age) as name,
    arg_max(name_en, age) filter (where name_en is not null) as name_en,
    list_sort(list_distinct(flatten(list(coalesce(prospect_lists, []))))) as prospect_lists,
    list_sort(list_distinct(flatten(list(coalesce(seen_at, []))))) as seen_at,
    arg_max(country, age) filter (where country is not null) as country,
    arg_max(region, age) filter (where region is not null) as region,
    arg_max(industry, age) filter (where industry is not null) as industry,
    arg_max(contact, age) filter (where contact is not null) as contact,
    arg_max(note, age) filter (where note is not null) as note,
    min(imported_at) as entered_at,
    arg_min(actor, age) as entered_by,
    min(age) as first_age
from ordered
group by fair_id, name_key;
