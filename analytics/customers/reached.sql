-- one row per fair: exhibitors that at editions before the one given brought less than the upper quarter of their industry and came next with a known amount, and how many of these then reached what that quarter had brought
with lives as (
    select
        l.exhibitor_id, l.place, coalesce(x.industry, '') as industry,
        money_of($money, l.fee, l.turnover) as money
    from customer_lives($slice) as l
    join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = l.exhibitor_id
    where l.place <= $place
),
steps as (
    select *, lead(money) over (partition by exhibitor_id order by place) as money_next from lives
),
targets as (
    select place, industry, quantile_cont(money, 0.75) as target from lives group by place, industry
)
select
    count(*) as below,
    count(*) filter (where s.money_next >= t.target) as reached
from steps as s
join targets as t on t.place = s.place and t.industry = s.industry
where s.place < $place and s.money < t.target and s.money_next is not null;
