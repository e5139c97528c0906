-- one row per response inside the reader's filters; `weight` is what it counts
create or replace macro chosen_responses(slice) as table
select r.* replace (
    weight_of(slice, r.edition_id, r.industry, r.region) * own_weight(slice, r.import_id, r.weight) as weight
)
from responses as r
where is_chosen(slice, r.fair_id, r.audience, r.edition_id, r.industry, r.region)
    and takes_part(slice, r.import_id, r.weight)
    and has_profile(slice, r.profile)
    and (slice['segment'] is null or r.exhibitor_id in (
        select m.exhibitor_id from segment_members as m where m.segment_id = slice['segment']
    ));
