-- one row per edition, group of exhibitors on the register ($group_by: 'size_band' or 'ownership'), kind and key: sums over answers as places from 0 to 1
with known as (
    select
        r.response_id, r.weight,
        case $group_by when 'size_band' then r.size_band when 'ownership' then r.ownership end as part
    from chosen_responses($slice) as r
),
measured as (
    select
        r.response_id, r.edition_id, 'measure' as kind, 'overall' as key,
        (r.overall / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as place
    from chosen_responses($slice) as r
    join questions as q
        on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'overall'
    where q.scale_max > q.scale_min and r.overall is not null
),
by_dimension as (
    select p.response_id, p.edition_id, 'score' as kind, p.dimension_id as key, avg(p.place) as place
    from placed_ratings($slice) as p
    group by p.response_id, p.edition_id, p.dimension_id
),
by_respondent as (
    select d.response_id, d.edition_id, 'score' as kind, '*dimensions' as key, avg(d.place) as place
    from by_dimension as d
    group by d.response_id, d.edition_id
),
scored as (
    select response_id, edition_id, kind, key, place from measured
    union all
    select response_id, edition_id, kind, key, place from by_dimension
    union all
    select response_id, edition_id, kind, key, place from by_respondent
)
select
    s.edition_id, known.part, s.kind, s.key,
    count(*) as n,
    sum(known.weight * s.place) as total, sum(known.weight * known.weight * s.place * s.place) as total_squares,
    sum(known.weight) as answers, sum(known.weight * known.weight) as answers_squares,
    sum(known.weight * known.weight * s.place) as cross_product,
    sum(known.weight) as weight, sum(known.weight * known.weight) as weight_squares
from scored as s
join known on known.response_id = s.response_id
group by s.edition_id, known.part, s.kind, s.key
order by s.edition_id, known.part, s.kind, s.key;
