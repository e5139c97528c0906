-- one row per response of an exhibitor that answered several times at its edition
insert into repeated_responses
with known as materialized (
    select r.fair_id, r.edition_id, r.audience, r.exhibitor_id, r.response_id
    from chosen_responses($slice) as r
    where r.exhibitor_id is not null
),
several as (
    select edition_id, audience, exhibitor_id from known group by edition_id, audience, exhibitor_id having count(*) > 1
)
select known.fair_id, known.edition_id, known.response_id
from known
join several
    on several.edition_id = known.edition_id and several.audience = known.audience
    and several.exhibitor_id = known.exhibitor_id;
