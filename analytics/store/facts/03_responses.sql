-- one row per live response, joined to the exhibitor it came from where one is known; `firm` is that exhibitor, else the code or name that the file gives
create or replace view responses as
select
    r.response_id,
    r.import_id,
    e.fair_id,
    r.edition_id,
    r.audience,
    k.exhibitor_id,
    coalesce(k.exhibitor_id, r.exhibitor_key) as firm,
    coalesce(x.industry, r.industry) as industry,
    coalesce(x.region, r.region) as region,
    x.size_band,
    x.ownership,
    r.answered_on,
    r.overall,
    r.goal_attainment,
    r.intention,
    r.recommend,
    r.weight,
    r.sat,
    r.imp,
    r.expected,
    r.objectives,
    r.attained,
    r.profile,
    r.comment
from response_rows as r
join live_imports as i on i.import_id = r.import_id
join editions as e on e.edition_id = r.edition_id
left join exhibitor_keys as k on k.fair_id = e.fair_id and k.exhibitor_key = r.exhibitor_key
left join exhibitors as x on x.fair_id = e.fair_id and x.exhibitor_id = k.exhibitor_id;
