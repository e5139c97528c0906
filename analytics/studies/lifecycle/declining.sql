-- one row per item rated at the edition before by exhibitors that came to it, and whether these came to the edition looked at ($place): how many rated it (each counts once), mean and variance of their ratings as places from 0 to 1
with lives as (
    select exhibitor_id, came
    from customer_lives($slice)
    where place = $place and (gap = 1 or streak >= 2)
),
rated as (
    select r.slot, r.exhibitor_id, avg((r.satisfaction / 100e0 - q.scale_min) / (q.scale_max - q.scale_min)) as place
    from ratings as r
    join questions as q
        on q.edition_id = r.edition_id and q.audience = r.audience and not q.is_measure and q.slot = r.slot
        and q.scale_max > q.scale_min
    where r.fair_id = $fair and r.edition_id = $edition and r.audience = 'exhibitor' and r.satisfaction is not null
    group by r.slot, r.exhibitor_id
    having count(r.exhibitor_id) > 0
),
sums as (
    select t.slot, l.came, count(*) as n, avg(t.place) as mean, coalesce(var_samp(t.place), 0) as variance
    from rated as t
    join lives as l on l.exhibitor_id = t.exhibitor_id
    group by t.slot, l.came
)
select s.slot, s.came, s.n, s.mean, s.variance, q.name_zh, q.name_en, q.scale_min, q.scale_max
from sums as s
join questions as q on q.edition_id = $edition and q.audience = 'exhibitor' and not q.is_measure and q.slot = s.slot
order by q.position, s.slot, s.came;
