-- one row per entry, participations, last participation and number of known amounts ('state'), or per number and size of amounts ('amount'): exhibitors and the sum of their means; amounts of one half per cent are one size where there are more than $exact exhibitors
with lives as (
    select
        exhibitor_id, place, came,
        case $money
            when 'fee' then fee
            when 'turnover' then turnover
            else case when fee is not null or turnover is not null then coalesce(fee, 0) + coalesce(turnover, 0) end
        end as money
    from customer_lives($slice)
    where place <= $place
),
firms as materialized (
    select
        exhibitor_id, min(place) as entry, count(*) filter (where came) as came, max(place) filter (where came) as last,
        count(*) filter (where money > 0) as paid,
        coalesce(avg(money) filter (where money > 0), 0) as mean
    from lives
    group by exhibitor_id
),
sized as (
    select paid, mean, if(count(*) over () > $exact, floor(ln(mean) / 0.005), mean) as size
    from firms
    where paid > 0
)
select 'state' as grain, entry, came, last, paid, count(*) as firms, sum(mean) as mean
from firms
group by entry, came, last, paid
union all
select 'amount', null, null, null, paid, count(*), sum(mean)
from sized
group by paid, size
order by all;
