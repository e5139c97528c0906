-- one row per response inside the filters: what the register and the questionnaire say of who gave it; e is the place of its edition in $editions, $step > 1 reads that part of them
select
    r.response_id, r.weight, r.industry, r.region, r.size_band, r.ownership, r.profile, r.objectives, r.sat,
    r.overall, r.goal_attainment, r.intention, r.edition_id as edition,
    list_position($editions::varchar[], r.edition_id) as e,
    case
        when $numbers[list_position($editions::varchar[], r.edition_id)] = $first_on_file then null
        when seen.number = $numbers[list_position($editions::varchar[], r.edition_id)] then 'first'
        when seen.number < $numbers[list_position($editions::varchar[], r.edition_id)] then 'before'
    end as experience
from chosen_responses($slice) as r
left join (
    select p.exhibitor_id, min(h.number) as number
    from participations as p
    join editions as h on h.edition_id = p.edition_id
    where h.fair_id = $fair
    group by p.exhibitor_id
) as seen on seen.exhibitor_id = r.exhibitor_id
where $step = 1 or hash(r.response_id) % $step = 0
