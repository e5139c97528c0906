-- one row per exhibitor looked at, as the registers have it
select
    x.exhibitor_id, x.name, x.name_en, x.country, x.region, x.industry, x.ownership, x.size_band, x.account_owner
from exhibitors as x
where x.fair_id = $fair and list_contains($ids::varchar[], x.exhibitor_id);
