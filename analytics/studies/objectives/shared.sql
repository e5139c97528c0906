-- one row per objective ($objectives): firms inside the filters that named any objective at both editions ($earlier, $later), and over them the products of their answers that name it (x, weighted) and of all these answers (c), earlier first
with given as (
    select r.edition_id, r.firm, r.weight, list_distinct(r.objectives) as objectives
    from chosen_responses($slice) as r
    where r.firm is not null and len(r.objectives) > 0
),
wanted as (
    select unnest($objectives::varchar[]) as objective
),
both_times as (
    select
        g.firm, wanted.objective,
        sum(g.weight * list_contains(g.objectives, wanted.objective)::integer) filter (where g.edition_id = $earlier) as earlier_x,
        sum(g.weight) filter (where g.edition_id = $earlier) as earlier_c,
        sum(g.weight * list_contains(g.objectives, wanted.objective)::integer) filter (where g.edition_id = $later) as later_x,
        sum(g.weight) filter (where g.edition_id = $later) as later_c
    from given as g
    cross join wanted
    group by g.firm, wanted.objective
    having earlier_x is not null and later_x is not null
)
select
    objective, count(*) as firms,
    sum(earlier_x * later_x) as xx, sum(earlier_x * later_c) as xc,
    sum(earlier_c * later_x) as cx, sum(earlier_c * later_c) as cc
from both_times
group by objective
order by objective;
