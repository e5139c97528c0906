-- one row per response inside the reader's filters whose exhibitor answered several times at its edition, wherever the others lie
create or replace macro chosen_repeats(slice) as table
select
    r.*,
    weight_of(slice, r.edition_id, r.industry, r.region) * own_weight(slice, o.import_id, o.weight) as weight
from repeated_responses as r
join response_rows as o on o.response_id = r.response_id
where is_chosen(slice, r.fair_id, r.audience, r.edition_id, r.industry, r.region)
    and takes_part(slice, o.import_id, o.weight)
    and has_profile(slice, r.profile)
    and (slice['segment'] is null or r.exhibitor_id in (
        select m.exhibitor_id from segment_members as m where m.segment_id = slice['segment']
    ));

-- one row per such response and question it answers ('measure' or 'item' by key), in scale points and as a place from 0 to 1
create or replace macro repeated_answers(slice) as table
with told as materialized (
    select * from chosen_repeats(slice)
),
given as (
    select response_id, 'measure' as kind, measure, null::smallint as slot, value
    from (
        unpivot (select response_id, overall, goal_attainment, intention, recommend from told)
        on overall, goal_attainment, intention, recommend into name measure value value
    ) as long
    union all
    select response_id, 'item', null, generate_subscripts(sat, 1)::smallint, unnest(sat) from told
)
select
    told.response_id, told.fair_id, told.edition_id, told.audience, told.exhibitor_id, told.industry, told.region, told.profile, told.weight,
    given.kind, q.item_id as key, q.dimension_id, given.value / 100e0 as answer,
    (given.value / 100e0 - q.scale_min) / nullif(q.scale_max - q.scale_min, 0) as place
from given
join told on told.response_id = given.response_id
join questions as q
    on q.edition_id = told.edition_id and q.audience = told.audience
    and q.is_measure = (given.kind = 'measure')
    and case when q.is_measure then q.item_id = given.measure else q.slot = given.slot end
where given.value is not null;
