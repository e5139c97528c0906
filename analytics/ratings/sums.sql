-- one row per edition, group ('' where none is asked for), kind ('measure', 'item' or 'score') and key: weighted sums over answers as places from 0 to 1 (squares and products with the squared weight)
with asked as materialized (
    select q.edition_id, q.is_measure, q.item_id, q.slot, q.scale_min, q.scale_max
    from questions as q
    where q.fair_id = $fair and q.audience = $audience and q.scale_max > q.scale_min
),
measured as (
    select
        m.edition_id,
        case $group_by when 'industry' then m.industry when 'region' then m.region else '' end as part,
        'measure' as kind, m.measure as key, m.n, m.weight, m.weight_squares,
        (m.value / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as place
    from chosen_measures($slice) as m
    join asked as q on q.edition_id = m.edition_id and q.is_measure and q.item_id = m.measure
),
rated as (
    select
        i.edition_id,
        case $group_by when 'industry' then i.industry when 'region' then i.region else '' end as part,
        'item' as kind, q.item_id as key, i.n, i.weight, i.weight_squares,
        (i.satisfaction / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as place
    from chosen_items($slice) as i
    join asked as q on q.edition_id = i.edition_id and not q.is_measure and q.slot = i.slot
    where i.satisfaction is not null
),
counted as (
    select edition_id, part, kind, key, n, weight, weight_squares, place from measured
    union all
    select edition_id, part, kind, key, n, weight, weight_squares, place from rated
)
select
    edition_id, part, kind, key,
    sum(n)::bigint as n,
    sum(weight * place) as total, sum(weight_squares * place * place) as total_squares,
    sum(weight) as answers, sum(weight_squares) as answers_squares,
    sum(weight_squares * place) as cross_product,
    sum(weight) as weight, sum(weight_squares) as weight_squares
from counted
group by edition_id, part, kind, key
union all
select
    s.edition_id,
    case $group_by when 'industry' then s.industry when 'region' then s.region else '' end as part,
    'score', s.score,
    sum(s.n)::bigint,
    sum(s.total), sum(s.total_squares), sum(s.answers), sum(s.answers_squares), sum(s.cross_product),
    sum(s.weight), sum(s.weight_squares)
from chosen_scores($slice) as s
group by s.edition_id, part, s.score
order by edition_id, part, kind, key;
