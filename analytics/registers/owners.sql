-- one row per account owner of a fair: how many exhibitors are theirs, the most first
select x.account_owner as owner, count(*) as n
from exhibitors as x
where x.fair_id = $fair and x.account_owner is not null
group by x.account_owner
order by n desc, owner
limit 500;
