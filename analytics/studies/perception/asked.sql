-- one row per edition, question ('overall', 'goal_attainment', 'intention' or a dimension, an item where $by_item) and scale it was asked on, with the slots of its items, the commonest scale first
select
    q.edition_id, q.is_measure, coalesce(case when q.is_measure or $by_item then q.item_id else q.dimension_id end, '') as key,
    q.scale_min, q.scale_max, list(q.slot order by q.slot) filter (where q.slot is not null) as slots
from questions as q
where q.fair_id = $fair and q.audience = $audience and q.scale_max > q.scale_min
    and (not q.is_measure or q.item_id in ('overall', 'goal_attainment', 'intention'))
group by q.edition_id, q.is_measure, key, q.scale_min, q.scale_max
order by q.edition_id, key, count(*) desc, q.scale_max;
