-- one row per edition with a register on file up to the last chosen: exhibitors inside the filters, how many of them were at the edition before (place, from 1), how many had an amount that counts as money, its sum and its sum of squares
with lives as (
    select exhibitor_id, place, came, editions_so_far, money_of($money, fee, turnover) as money,
        lag(came) over (partition by exhibitor_id order by place) as came_before
    from customer_lives($slice)
    where place <= $place
)
select
    place,
    count(*) filter (where came) as exhibitors,
    count(*) filter (where came and came_before) as stayed,
    count(money) filter (where came) as known,
    coalesce(sum(money) filter (where came), 0)::double as total,
    coalesce(sum(money::double * money::double) filter (where came), 0)::double as squares
from lives
group by place
order by place;
