-- one row per import and edition whose file gives weights: answers; usable weights (above 0), with their sum, smallest and largest; weights below 0; and whether the file lets answers count differently, or leaves some out
create or replace macro weighted_files(fair, audience) as table
with weighted as (
    select distinct import_id from response_rows where weight is not null
),
files as (
    select
        r.import_id, r.edition_id, any_value(e.number) as number, any_value(e.name_zh) as name_zh, any_value(e.name_en) as name_en,
        count(*)::bigint as answers,
        count(*) filter (where r.weight > 0 and isfinite(r.weight))::bigint as usable,
        count(*) filter (where r.weight < 0)::bigint as negative,
        sum(r.weight) filter (where r.weight > 0 and isfinite(r.weight)) as weight,
        min(r.weight) filter (where r.weight > 0 and isfinite(r.weight)) as smallest,
        max(r.weight) filter (where r.weight > 0 and isfinite(r.weight)) as largest
    from response_rows as r
    join weighted as w on w.import_id = r.import_id
    join live_imports as i on i.import_id = r.import_id
    join editions as e on e.edition_id = r.edition_id
    where e.fair_id = fair and r.audience = audience
    group by r.import_id, r.edition_id
    having count(r.weight) > 0
)
select
    *,
    bool_or(usable < answers) over file or max(largest) over file > min(smallest) over file * (1 + 1e-9)
        as is_weighting
from files
window file as (partition by import_id);
