-- one row per rated item that both editions ($before, $after) asked, and edition: answers, the sum of their places (0 to 1), and whether both editions asked it on one scale
with both_times as (
    select
        q.slot, any_value(q.item_id) as item_id,
        count(distinct (q.scale_min, q.scale_max)) = 1 as is_one_scale
    from questions as q
    where q.fair_id = $fair and q.audience = $audience and q.edition_id in ($before, $after)
        and not q.is_measure and q.scale_max > q.scale_min
    group by q.slot
    having count(distinct q.edition_id) = 2
)
select b.item_id, p.slot, p.edition_id, b.is_one_scale, count(*) as n, sum(p.place) as total
from placed_ratings($slice) as p
join both_times as b on b.slot = p.slot
group by all
order by p.slot, p.edition_id;
