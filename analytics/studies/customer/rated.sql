-- one row per exhibitor looked at and item that it rated at the edition it answered last: its rating, its own at the edition it answered before, and the mean of its industry at the same edition, as places from 0 to 1 (answers: of how many)
with placed as not materialized (
    select
        r.edition_id, e.number, r.exhibitor_id, r.industry, r.response_id, r.slot,
        (r.satisfaction / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as place,
        q.name_zh, q.name_en, q.position, q.scale_min, q.scale_max
    from ratings as r
    join editions as e on e.edition_id = r.edition_id
    join questions as q
        on q.edition_id = r.edition_id and q.audience = r.audience and not q.is_measure and q.slot = r.slot
        and q.scale_max > q.scale_min
    where r.fair_id = $fair and r.audience = 'exhibitor' and r.satisfaction is not null and e.number <= $number
),
own as (
    select exhibitor_id, edition_id, number, slot, avg(place) as place
    from placed
    where list_contains($ids::varchar[], exhibitor_id)
    group by all
),
answered as (
    select exhibitor_id, number, row_number() over (partition by exhibitor_id order by number desc) as age
    from (select distinct exhibitor_id, number from own)
),
now as (
    select o.exhibitor_id, o.edition_id, o.slot, o.place
    from own as o
    join answered as a on a.exhibitor_id = o.exhibitor_id and a.number = o.number and a.age = 1
),
before as (
    select o.exhibitor_id, o.slot, o.place
    from own as o
    join answered as a on a.exhibitor_id = o.exhibitor_id and a.number = o.number and a.age = 2
),
looked_at as (
    select distinct n.exhibitor_id, n.edition_id, x.industry
    from now as n
    join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = n.exhibitor_id
),
peers as (
    select l.exhibitor_id, p.slot, avg(p.place) as place, count(distinct p.response_id) as answers
    from looked_at as l
    join placed as p
        on p.edition_id = l.edition_id and p.industry is not distinct from l.industry
        and p.exhibitor_id is distinct from l.exhibitor_id
    group by l.exhibitor_id, p.slot
),
items as (
    select edition_id, slot, any_value(name_zh) as name_zh, any_value(name_en) as name_en, min(position) as position,
        any_value(scale_min) as scale_min, any_value(scale_max) as scale_max
    from placed
    where edition_id in (select edition_id from looked_at)
    group by edition_id, slot
)
select
    n.exhibitor_id, n.edition_id, n.slot, i.name_zh, i.name_en, i.position, i.scale_min, i.scale_max,
    n.place, b.place as before, p.place as peers, coalesce(p.answers, 0) as answers
from now as n
join items as i on i.edition_id = n.edition_id and i.slot = n.slot
left join before as b on b.exhibitor_id = n.exhibitor_id and b.slot = n.slot
left join peers as p on p.exhibitor_id = n.exhibitor_id and p.slot = n.slot
order by n.exhibitor_id, i.position;
