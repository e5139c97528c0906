-- one row per edition chosen and stated intention (step, 0 = does not plan to), with all answers, matched or not
select
    r.edition_id, floor((r.intention / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) * $steps + 1e-9)::integer as step,
    count(*) as n, sum(r.weight) as weight, sum(r.weight * r.weight) as weight_squares
from chosen_responses($slice) as r
join questions as q
    on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'intention'
    and q.scale_max > q.scale_min
where r.intention is not null
group by all
order by all;
