-- one row per edition and objective (null: everybody who named any): respondents, who of them rated their goal, reached it, said what they reached, reached this; each counted, weighted and with squared weights
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
        r.edition_id, r.weight, list_distinct(r.objectives) as objectives,
        case when asked.edition_id is not null then r.goal_attainment / 100e0 >= asked.least - 1e-9 end as has_reached,
        case when len(r.attained) > 0 then r.attained end as attained
    from chosen_responses($slice) as r
    left join asked on asked.edition_id = r.edition_id
),
ticks as (
    select edition_id, weight, unnest(objectives) as objective, has_reached, attained from told where len(objectives) > 0
),
commonest as (
    select objective from ticks group by objective order by count(*) desc, objective limit $most
),
marked as (
    select
        ticks.edition_id, ticks.objective, ticks.weight, true as is_named, ticks.has_reached,
        ticks.attained is not null as has_said, coalesce(list_contains(ticks.attained, ticks.objective), false) as has_attained,
        1 as named
    from ticks
    join commonest on commonest.objective = ticks.objective
    union all
    select
        edition_id, null, weight, coalesce(len(objectives) > 0, false), has_reached,
        attained is not null, false, coalesce(len(objectives), 0)
    from told
)
select
    edition_id, objective, sum(named)::bigint as ticks, coalesce(sum(weight * named), 0) as ticks_weight,
    count(*) filter (where is_named) as n_n,
    coalesce(sum(weight) filter (where is_named), 0) as n_weight, coalesce(sum(weight * weight) filter (where is_named), 0) as n_weight_squares,
    count(*) filter (where is_named and has_reached is not null) as rated_n,
    coalesce(sum(weight) filter (where is_named and has_reached is not null), 0) as rated_weight, coalesce(sum(weight * weight) filter (where is_named and has_reached is not null), 0) as rated_weight_squares,
    count(*) filter (where is_named and has_reached) as reached_n,
    coalesce(sum(weight) filter (where is_named and has_reached), 0) as reached_weight, coalesce(sum(weight * weight) filter (where is_named and has_reached), 0) as reached_weight_squares,
    count(*) filter (where is_named and has_said) as said_n,
    coalesce(sum(weight) filter (where is_named and has_said), 0) as said_weight, coalesce(sum(weight * weight) filter (where is_named and has_said), 0) as said_weight_squares,
    count(*) filter (where has_attained) as attained_n,
    coalesce(sum(weight) filter (where has_attained), 0) as attained_weight, coalesce(sum(weight * weight) filter (where has_attained), 0) as attained_weight_squares,
    count(*) filter (where has_reached is not null) as all_rated_n,
    coalesce(sum(weight) filter (where has_reached is not null), 0) as all_rated_weight, coalesce(sum(weight * weight) filter (where has_reached is not null), 0) as all_rated_weight_squares,
    count(*) filter (where has_reached) as all_reached_n,
    coalesce(sum(weight) filter (where has_reached), 0) as all_reached_weight, coalesce(sum(weight * weight) filter (where has_reached), 0) as all_reached_weight_squares
from marked
group by edition_id, objective
order by edition_id, n_n desc, objective;
