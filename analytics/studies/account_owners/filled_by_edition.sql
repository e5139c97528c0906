-- one row per edition with a register on file and field: exhibitors inside the filters that came, and of how many it is filled
with came as (
    select p.edition_id, x.name_en, x.country, x.region, x.industry, x.ownership, x.size_band, x.account_owner
    from chosen_participations($slice) as p
    join exhibitors as x on x.fair_id = p.fair_id and x.exhibitor_id = p.exhibitor_id
),
long as (
    from came unpivot include nulls (
        value for field in (name_en, country, region, industry, ownership, size_band, account_owner)
    )
)
select r.place, e.name_zh, e.name_en, l.field, count(*) as n, count(l.value) as filled
from long as l
join registers_on_file($fair) as r on r.edition_id = l.edition_id
join editions as e on e.edition_id = l.edition_id
group by all
order by r.place, l.field;
