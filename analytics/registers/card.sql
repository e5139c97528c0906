-- one row per exhibitor with this id: what the register holds of it
select
    x.exhibitor_id, x.name, x.name_en, coalesce(x.kind, 'enterprise') as kind, x.country, x.region, x.industry, x.ownership,
    x.size_band, x.account_owner
from exhibitors as x
where x.fair_id = $fair and x.exhibitor_id = (
    select k.exhibitor_id from exhibitor_keys as k where k.fair_id = $fair and k.exhibitor_key = $exhibitor
);
