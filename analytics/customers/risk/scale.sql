-- one row per scale on which exhibitors were asked for their overall satisfaction
select distinct q.scale_min, q.scale_max
from questions as q
where q.fair_id = $fair and q.audience = 'exhibitor' and q.is_measure and q.item_id = 'overall' and q.scale_max > q.scale_min;
