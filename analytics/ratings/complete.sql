-- one row per dimension and item slot (null: the sum over its items), over respondents who answered every item of it
select
    c.dimension_id, c.slot,
    sum(c.n)::bigint as n, sum(c.weight) as weight, sum(c.total) as total, sum(c.total_squares) as total_squares
from chosen_complete($slice) as c
group by c.dimension_id, c.slot
order by c.dimension_id, c.slot nulls last;
