-- one row per exhibitor that had come by the edition given: what the upper quarter of its industry brought at that edition (of all, where fewer than thirty of the industry came with a known amount)
with lives as (
    select
        l.exhibitor_id, l.place, coalesce(x.industry, '') as industry,
        money_of($money, l.fee, l.turnover) as money
    from customer_lives($slice) as l
    join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = l.exhibitor_id
    where l.place = $place
),
industries as (
    select industry, count(money) as n, quantile_cont(money, 0.75) as target from lives group by industry
),
everybody as (
    select quantile_cont(money, 0.75) as target from lives
)
select l.exhibitor_id, coalesce(case when i.n >= 30 then i.target end, e.target, 0) as target
from lives as l
join industries as i on i.industry = l.industry
cross join everybody as e
order by l.exhibitor_id;
