-- one row per edition held inside the filters: exhibitors on its register, visitors counted and declared turnover of the whole edition
with register as (
    select p.edition_id, count(*) as exhibitors from chosen_participations($slice) as p group by p.edition_id
),
came as (
    select a.edition_id, sum(a.visitors)::bigint as visitors
    from attendance as a
    where a.audience = 'visitor'
    group by a.edition_id
)
select
    e.number, e.name_zh, e.name_en, register.exhibitors, came.visitors, e.turnover, coalesce(e.currency, '') as currency
from editions as e
left join register on register.edition_id = e.edition_id
left join came on came.edition_id = e.edition_id
where e.fair_id = $fair and (e.is_held or coalesce(e.has_begun, false)) and e.number <= coalesce(
    (
        select max(c.number) from editions as c
        where c.fair_id = $fair and list_contains($chosen::varchar[], c.edition_id)
    ),
    e.number
)
order by e.number, e.edition_id;
