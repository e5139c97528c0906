-- one row per item that the exhibitor rated at the edition it answered last: its rating, its own at the edition it answered before, and the mean of its industry at the same edition, as places from 0 to 1 (answers: of how many)
with placed as (
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
    select edition_id, number, slot, avg(place) as place from placed where exhibitor_id = $exhibitor group by all
),
answered as (
    select number, row_number() over (order by number desc) as age from (select distinct number from own)
),
now as (
    select o.edition_id, o.slot, o.place from own as o join answered as a on a.number = o.number and a.age = 1
),
before as (
    select o.slot, o.place from own as o join answered as a on a.number = o.number and a.age = 2
),
peers as (
    select p.slot, avg(p.place) as place, count(distinct p.response_id) as answers
    from placed as p
    where p.edition_id in (select edition_id from now) and p.industry is not distinct from $industry
        and p.exhibitor_id is distinct from $exhibitor
    group by p.slot
)
select
    n.edition_id, n.slot, any_value(p.name_zh) as name_zh, any_value(p.name_en) as name_en, min(p.position) as position,
    any_value(p.scale_min) as scale_min, any_value(p.scale_max) as scale_max,
    any_value(n.place) as place, any_value(b.place) as before, any_value(peers.place) as peers,
    coalesce(any_value(peers.answers), 0) as answers
from now as n
join placed as p on p.edition_id = n.edition_id and p.slot = n.slot
left join before as b on b.slot = n.slot
left join peers on peers.slot = n.slot
group by n.edition_id, n.slot
order by position;
