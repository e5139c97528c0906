-- one row per edition, question ('measure' or 'item') and answer in scale points, with the number who gave it and what they count
select
    m.edition_id, 'measure' as kind, m.measure as key, m.value / 100e0 as answer,
    sum(m.n)::bigint as n, sum(m.weight) as weight, sum(m.weight_squares) as weight_squares
from chosen_measures($slice) as m
group by m.edition_id, m.measure, m.value
union all
select
    i.edition_id, 'item' as kind, q.item_id as key, i.satisfaction / 100e0 as answer,
    sum(i.n)::bigint as n, sum(i.weight) as weight, sum(i.weight_squares) as weight_squares
from chosen_items($slice) as i
join questions as q
    on q.edition_id = i.edition_id and q.audience = i.audience and not q.is_measure and q.slot = i.slot
where i.satisfaction is not null
group by i.edition_id, q.item_id, i.satisfaction
order by edition_id, kind, key, answer;
