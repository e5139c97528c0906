-- one row per slice: how many participations have a known amount above 0, of 0, below 0, in another currency, and how many there are
with lives as (
    select
        case $money
            when 'fee' then fee
            when 'turnover' then turnover
            else case when fee is not null or turnover is not null then coalesce(fee, 0) + coalesce(turnover, 0) end
        end as money,
        ($money <> 'turnover' and has_fee_elsewhere) or ($money <> 'fee' and has_turnover_elsewhere) as is_elsewhere
    from customer_lives($slice)
    where place <= $place and came
)
select
    count(*) as participations,
    count(*) filter (where money > 0) as paid,
    count(*) filter (where money = 0) as free,
    count(*) filter (where money < 0) as negative,
    count(*) filter (where is_elsewhere) as elsewhere
from lives;
