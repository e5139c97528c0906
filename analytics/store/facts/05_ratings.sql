-- one row per live response and item slot, in hundredths of a scale point
create or replace view ratings as
select
    response_id,
    fair_id,
    edition_id,
    audience,
    exhibitor_id,
    industry,
    region,
    generate_subscripts(sat, 1)::smallint as slot,
    unnest(sat) as satisfaction,
    unnest(list_resize(imp, len(sat))) as importance
from responses;
