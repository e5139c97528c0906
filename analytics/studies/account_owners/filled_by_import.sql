-- one row per live list of exhibitors, the newest ten, and field: its rows, and in how many the field is filled
with newest as (
    select import_id, imported_at
    from live_imports
    where fair_id = $fair and kind = 'exhibitors'
    order by import_id desc
    limit 10
),
listed as (
    select
        n.import_id, n.imported_at,
        x.name_en, x.country, x.region, x.industry, x.ownership, x.size_band, x.account_owner
    from exhibitor_rows as x
    join newest as n on n.import_id = x.import_id
),
long as (
    from listed unpivot include nulls (
        value for field in (name_en, country, region, industry, ownership, size_band, account_owner)
    )
)
select import_id, imported_at, field, count(*) as n, count(value) as filled
from long
group by all
order by import_id, field;
