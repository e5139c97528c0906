-- one row per rated item and edition held by the first of a pair ($before): its mean place (0 to 1), where enough ($least) answered
select q.item_id, e.number, sum(c.n * (c.satisfaction / 100e0 - q.scale_min) / (q.scale_max - q.scale_min)) / sum(c.n) as mean
from chosen_items($slice) as c
join questions as q
    on q.edition_id = c.edition_id and q.audience = c.audience and q.slot = c.slot and not q.is_measure
join editions as e on e.edition_id = c.edition_id
where c.satisfaction is not null and q.scale_max > q.scale_min
    and e.number <= (select b.number from editions as b where b.edition_id = $before)
group by q.item_id, e.number
having sum(c.n) >= $least
order by e.number, q.item_id;
