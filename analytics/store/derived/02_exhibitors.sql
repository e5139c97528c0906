-- one row per exhibitor: the newest value of each field among the live register rows; its name as a register has it, where one does
insert into exhibitors by name
with told as (
    select
        k.exhibitor_id,
        (x.import_id, x.line) as age,
        i.kind = 'exhibitors' as is_register,
        k.exhibitor_id in ('c:' || x.code, 'n:' || x.name_key) as is_kept_name,
        x.*
    from exhibitor_rows as x
    join live_imports as i on i.import_id = x.import_id
    join exhibitor_keys as k
        on k.fair_id = x.fair_id
        and k.exhibitor_key = case when x.code is null then 'n:' || x.name_key else 'c:' || x.code end
    where x.fair_id = $fair
)
select
    $fair as fair_id,
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
group by exhibitor_id;
