-- one row per state (as it is, then as merged): who was at the last edition on file and at those before
with pair as (
    select
        max(k.exhibitor_id) filter (where k.exhibitor_key = $kept) as kept,
        max(k.exhibitor_id) filter (where k.exhibitor_key = $merged) as merged
    from exhibitor_keys as k
    where k.fair_id = $fair
),
on_file as (
    select e.edition_id, row_number() over (order by e.number desc) as back
    from editions as e
    where
        e.fair_id = $fair
        and e.is_held
        and e.edition_id in (select p.edition_id from participations as p)
),
states as (
    select unnest([false, true]) as is_merged
),
presence as (
    select distinct
        states.is_merged,
        case
            when states.is_merged and p.exhibitor_id = pair.merged then pair.kept
            else p.exhibitor_id
        end as exhibitor_id,
        on_file.back
    from participations as p
    join on_file on on_file.edition_id = p.edition_id
    cross join states
    cross join pair
),
histories as (
    select
        is_merged, exhibitor_id,
        bool_or(back = 1) as is_here, bool_or(back = 2) as was_last, bool_or(back > 1) as was_before
    from presence
    group by is_merged, exhibitor_id
)
select
    (select edition_id from on_file where back = 1) as edition_id,
    count(*) filter (where is_here) as exhibitors,
    count(*) filter (where is_here and was_before) as repeaters,
    count(*) filter (where was_last) as previous,
    count(*) filter (where is_here and was_last) as came_back
from histories
group by is_merged
order by is_merged;
