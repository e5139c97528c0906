-- one row per exhibitor of the fair whose industry is known
select x.exhibitor_id, x.industry
from exhibitors as x
where x.fair_id = $fair and x.industry is not null;
