-- one row per edition and objective (null: everybody who named any): respondents, who of them rated their goal, reached it, said what they reached, reached this
with asked as (
    select
        q.edition_id, q.scale_min, q.scale_max,
        case
            when q.scale_max - q.scale_min = 2 then q.scale_min + 1
            when q.scale_max - q.scale_min >= 11 then q.scale_max - (q.scale_max - q.scale_min) / 5
            when q.scale_max - q.scale_min >= 4 then q.scale_max - 1
            else q.scale_max
        end as least
    from questions as q
    where q.fair_id = $fair and q.audience = $audience and q.is_measure and q.item_id = 'goal_attainment'
        and q.scale_max > q.scale_min
),
told as (
    select
        r.edition_id, list_distinct(r.objectives) as objectives,
        case when asked.edition_id is not null then r.goal_attainment / 100e0 >= asked.least - 1e-9 end as has_reached,
        case when len(r.attained) > 0 then r.attained end as attained
    from chosen_responses($slice) as r
    left join asked on asked.edition_id = r.edition_id
),
ticks as (
    select edition_id, unnest(objectives) as objective, has_reached, attained from told where len(objectives) > 0
),
commonest as (
    select objective from ticks group by objective order by count(*) desc, objective limit $most
)
select
    ticks.edition_id, ticks.objective, count(*) as n,
    count(ticks.has_reached) as rated, count(*) filter (where ticks.has_reached) as reached,
    count(ticks.attained) as said, count(*) filter (where list_contains(ticks.attained, ticks.objective)) as attained,
    count(*) as named, 0 as all_rated, 0 as all_reached
from ticks
join commonest on commonest.objective = ticks.objective
group by ticks.edition_id, ticks.objective
union all
select
    edition_id, null, count(*) filter (where len(objectives) > 0),
    count(has_reached) filter (where len(objectives) > 0), count(*) filter (where has_reached and len(objectives) > 0),
    count(attained) filter (where len(objectives) > 0), 0, coalesce(sum(len(objectives)), 0)::bigint,
    count(has_reached), count(*) filter (where has_reached)
from told
group by edition_id
order by edition_id, n desc, objective;
