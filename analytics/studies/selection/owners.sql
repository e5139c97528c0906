-- one row per exhibitor of this account owner
select x.exhibitor_id
from exhibitors as x
where x.fair_id = $fair and x.account_owner = $owner;
