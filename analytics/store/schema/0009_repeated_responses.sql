-- Responses of exhibitors that answered several times at one edition: rebuilt with the cubes, empty where everybody answered once.
create table repeated_responses (
    fair_id varchar not null,
    edition_id varchar not null,
    response_id bigint not null
);

insert into repeated_responses
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
select known.fair_id, known.edition_id, known.response_id
from known
join several
    on several.edition_id = known.edition_id and several.audience = known.audience
    and several.exhibitor_id = known.exhibitor_id;
