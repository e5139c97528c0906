-- one row per exhibitor inside the filters (slice: all editions) that took part in one edition: what the register says of it, and what it answered then
create or replace macro registered(slice, edition) as table
with on_file as (
    select e.edition_id, row_number() over (order by e.number) as place
    from editions as e
    where e.fair_id = slice['fair'] and exists (select 1 from participations as p where p.edition_id = e.edition_id)
),
held as (
    select max(place) filter (where edition_id = edition) as place from on_file
),
here as (
    select exhibitor_id, industry, region, size_band, ownership
    from chosen_participations(slice)
    where edition_id = edition
),
before as (
    select p.exhibitor_id, count(*) as times
    from participations as p
    join on_file on on_file.edition_id = p.edition_id
    cross join held
    where on_file.place < held.place
    group by p.exhibitor_id
),
answered as (
    select
        r.exhibitor_id, count(*) as answers,
        avg((r.overall / 100e0 - q.scale_min) / (q.scale_max - q.scale_min)) as overall
    from chosen_responses(slice) as r
    left join questions as q
        on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'overall'
        and q.scale_max > q.scale_min
    where r.edition_id = edition and r.exhibitor_id is not null
    group by r.exhibitor_id
)
select
    here.exhibitor_id, here.industry, here.region, here.size_band, here.ownership,
    case when held.place = 1 then null when before.times > 0 then 'before' else 'first' end as experience,
    coalesce(before.times, 0) > 0 as is_repeater,
    held.place > 1 and coalesce(before.times, 0) = held.place - 1 as is_always,
    answered.answers is not null as has_answered, coalesce(answered.answers, 0) as answers, answered.overall
from here
cross join held
left join before on before.exhibitor_id = here.exhibitor_id
left join answered on answered.exhibitor_id = here.exhibitor_id;
