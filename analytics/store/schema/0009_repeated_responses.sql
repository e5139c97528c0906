-- Responses of exhibitors that answered several times at one edition: rebuilt with the cubes, empty where everybody answered once.
create table repeated_responses as
with known as (
    select distinct e.fair_id, r.edition_id, r.audience, k.exhibitor_id, r.response_id
    from response_rows as r
    join imports as i on i.import_id = r.import_id and i.undone_at is null
    join edition_rows as e on e.edition_id = r.edition_id
    join exhibitor_keys as k on k.fair_id = e.fair_id and k.exhibitor_key = r.exhibitor_key
),
several as (
    select edition_id, audience, exhibitor_id from known group by edition_id, audience, exhibitor_id having count(*) > 1
)
select
    r.response_id, known.fair_id, r.edition_id, r.audience, known.exhibitor_id,
    coalesce(x.industry, r.industry) as industry, coalesce(x.region, r.region) as region,
    r.overall, r.goal_attainment, r.intention, r.recommend, r.sat, r.expected, r.objectives, r.attained, r.profile
from known
join several
    on several.edition_id = known.edition_id and several.audience = known.audience
    and several.exhibitor_id = known.exhibitor_id
join response_rows as r on r.response_id = known.response_id
left join exhibitors as x on x.fair_id = known.fair_id and x.exhibitor_id = known.exhibitor_id;
