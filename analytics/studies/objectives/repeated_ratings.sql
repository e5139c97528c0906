-- one row per answer on goal attainment (in scale points) at one edition: over exhibitors that answered several times, what the sums of `ratings.sql` gain when each one's answers are taken together
with own as (
    select
        r.goal_attainment / 100e0 as answer, count(*) as n, sum(r.weight) as w, sum(r.weight * r.weight) as ww,
        sum(r.weight * p.place) as total, sum(r.weight * r.weight * p.place) as w_total,
        sum(r.weight * r.weight * p.place * p.place) as w_squares
    from chosen_repeats($slice) as r
    join questions as o
        on o.edition_id = r.edition_id and o.audience = r.audience and o.is_measure and o.item_id = 'overall'
    cross join lateral (select (r.overall / 100e0 - o.scale_min) / (o.scale_max - o.scale_min) as place) as p
    where r.edition_id = $edition and r.goal_attainment is not null and r.overall is not null and o.scale_max > o.scale_min
    group by answer, r.exhibitor_id
    having count(*) > 1
)
select
    answer, sum(n - 1)::bigint as repeats, sum(w * w - ww) as weight_squares, sum(total * w - w_total) as cross_product,
    sum(total * total - w_squares) as total_squares
from own
group by answer;
