-- one row per state of a come-or-skip sequence ('sequence': entry, times and last time before the edition looked at, whether it came to it, first edition missed), per state and number of known amounts ('state'), per number and size of amounts ('amount'; those within half a per cent are one where there are more than $exact exhibitors), and for all together ('all'): exhibitors, the sum of their mean amounts, and counts of participations
with lives as (
    select
        exhibitor_id, place, came, money_of($money, fee, turnover) as money,
        is_money_elsewhere($money, has_fee_elsewhere, has_turnover_elsewhere) as is_elsewhere
    from customer_lives($slice)
    where place <= $place
),
firms as materialized (
    select
        exhibitor_id,
        min(place)::bigint as entry,
        count(*) filter (where came) as came,
        max(place) filter (where came) as last,
        count(*) filter (where came and place < $place) as came_before,
        coalesce(max(place) filter (where came and place < $place), 0) as last_before,
        coalesce(min(place) filter (where not came), 0) as first_missed,
        count(*) filter (where money > 0) as paid,
        coalesce(avg(money) filter (where money > 0), 0) as mean,
        count(*) filter (where money = 0) as free,
        count(*) filter (where money < 0) as negative,
        count(*) filter (where came and is_elsewhere) as elsewhere
    from lives
    group by exhibitor_id
),
sized as (
    select paid, mean, if(count(*) over () > $exact, floor(ln(mean) / 0.005), mean) as size
    from firms
    where paid > 0
)
select 'sequence' as grain, entry, came_before, last_before, last = $place as came_now, first_missed, count(*) as firms
from firms
group by all
union all by name
select 'state' as grain, entry, came, last, paid, count(*) as firms, sum(mean) as mean
from firms
group by all
union all by name
select 'amount' as grain, paid, count(*) as firms, sum(mean) as mean
from sized
group by paid, size
union all by name
select
    'all' as grain, count(*) as firms, sum(came)::bigint as came, sum(paid)::bigint as paid, sum(free)::bigint as free,
    sum(negative)::bigint as negative, sum(elsewhere)::bigint as elsewhere
from firms
order by all;
