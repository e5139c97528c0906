-- one row per account owner that the register names, who has most exhibitors first
select x.account_owner
from exhibitors as x
where x.fair_id = $fair and x.account_owner is not null
group by x.account_owner
order by count(*) desc, x.account_owner
limit 200;
