-- one row per held edition up to the last chosen: exhibitors on its register, how many of them were at the held edition before, visitors counted and declared turnover
with last_chosen as (
    select max(e.number) as number
    from editions as e
    where e.fair_id = $fair and ($editions is null or list_contains($editions::varchar[], e.edition_id))
),
held as (
    select e.*, row_number() over (order by e.number) as place
    from editions as e
    cross join last_chosen
    where e.fair_id = $fair and e.is_held and e.number <= last_chosen.number
),
present as (
    select held.place, p.exhibitor_id
    from chosen_participations($slice) as p
    join held on held.edition_id = p.edition_id
),
sizes as (
    select now.place, count(*) as exhibitors, count(before.exhibitor_id) as stayed
    from present as now
    left join present as before on before.exhibitor_id = now.exhibitor_id and before.place = now.place - 1
    group by now.place
),
came as (
    select a.edition_id, sum(a.visitors)::bigint as visitors
    from attendance as a
    where a.audience = 'visitor'
    group by a.edition_id
)
select
    held.edition_id, held.number, held.name_zh, held.name_en, sizes.exhibitors, sizes.stayed, came.visitors,
    held.turnover::double as turnover, coalesce(held.currency, '') as currency
from held
left join sizes on sizes.place = held.place
left join came on came.edition_id = held.edition_id
order by held.number;
