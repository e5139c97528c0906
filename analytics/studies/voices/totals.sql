-- one row per edition inside the filters: how many answered, and sums of their overall satisfaction (places from 0 to 1)
select
    r.edition_id, count(*) as responses, count(o.place) as n,
    coalesce(sum(o.place), 0e0) as total, coalesce(sum(o.place * o.place), 0e0) as squares
from chosen_responses($slice) as r
left join questions as q
    on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'overall'
    and q.scale_max > q.scale_min
cross join lateral (select (r.overall / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as place) as o
group by r.edition_id
order by r.edition_id;
