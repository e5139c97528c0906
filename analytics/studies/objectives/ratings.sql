-- one row per answer on goal attainment (in scale points) at one edition: respondents who rated the fair too, sums of their overall satisfaction as places from 0 to 1
select
    r.goal_attainment / 100e0 as answer, g.scale_min, g.scale_max,
    count(*) as n, sum(p.place) as total, sum(p.place * p.place) as total_squares
from chosen_responses($slice) as r
join questions as g
    on g.edition_id = r.edition_id and g.audience = r.audience and g.is_measure and g.item_id = 'goal_attainment'
join questions as o
    on o.edition_id = r.edition_id and o.audience = r.audience and o.is_measure and o.item_id = 'overall'
cross join lateral (select (r.overall / 100e0 - o.scale_min) / (o.scale_max - o.scale_min) as place) as p
where r.edition_id = $edition and r.goal_attainment is not null and r.overall is not null
    and g.scale_max > g.scale_min and o.scale_max > o.scale_min
group by answer, g.scale_min, g.scale_max
order by answer;
