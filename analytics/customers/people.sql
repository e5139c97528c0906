-- one row per exhibitor listed: its name and industry
select x.exhibitor_id, x.name, x.industry
from exhibitors as x
where x.fair_id = $fair and list_contains($ids::varchar[], x.exhibitor_id);
