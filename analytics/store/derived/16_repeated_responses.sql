-- one row per response of a firm (by register, else by the code or name in its file) that answered several times at its edition
insert into repeated_responses by name
with several as materialized (
    select r.edition_id, r.audience, r.firm
    from chosen_responses($slice) as r
    where r.firm is not null
    group by r.edition_id, r.audience, r.firm
    having count(*) > 1
)
select
    r.response_id, r.fair_id, r.edition_id, r.audience, r.firm as exhibitor_id, r.industry, r.region,
    r.overall, r.goal_attainment, r.intention, r.recommend, r.sat, r.expected, r.objectives, r.attained, r.profile
from chosen_responses($slice) as r
join several
    on several.edition_id = r.edition_id and several.audience = r.audience and several.firm = r.firm;
