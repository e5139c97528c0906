-- one row per pair of editions ($pairs), kind and key of a score (as in sums.sql; 'score' '*recommend': 100, 0 or -100): firms inside the filters that answered at both, and over them the products of what each gave (x, weighted) and of its weighted answers (c), earlier first
with pairs as (
    select unnest($pairs::struct(earlier varchar, later varchar)[], recursive := true)
),
ends as (
    select earlier, later, unnest([earlier, later]) as edition_id from pairs
),
loyal as (
    select r.firm
    from chosen_responses($slice) as r
    where r.firm is not null
    group by r.firm
    having count(distinct r.edition_id) > 1
),
known as materialized (
    select r.response_id, r.edition_id, r.audience, r.firm, r.weight, r.overall, r.goal_attainment, r.intention, r.recommend, r.sat
    from chosen_responses($slice) as r
    semi join loyal on loyal.firm = r.firm
),
measured as (
    select given.edition_id, given.firm, given.weight, given.measure, given.value / 100e0 as answer, q.scale_min, q.scale_max
    from (
        unpivot (
            select edition_id, audience, firm, weight, overall, goal_attainment, intention, recommend from known
        )
        on overall, goal_attainment, intention, recommend into name measure value value
    ) as given
    join questions as q
        on q.edition_id = given.edition_id and q.audience = given.audience and q.is_measure and q.item_id = given.measure
    where q.scale_max > q.scale_min and coalesce($kind, 'measure') = 'measure'
),
rated as (
    select
        long.response_id, long.edition_id, long.firm, long.weight, q.item_id, q.dimension_id,
        (long.mark / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as place
    from (
        select
            response_id, edition_id, audience, firm, weight,
            generate_subscripts(sat, 1)::smallint as slot, unnest(sat) as mark
        from known
    ) as long
    join questions as q
        on q.edition_id = long.edition_id and q.audience = long.audience and q.slot = long.slot and not q.is_measure
    where long.mark is not null and q.scale_max > q.scale_min and coalesce($kind, '') <> 'measure'
),
by_dimension as (
    select
        response_id, edition_id, firm, weight, dimension_id,
        avg(place) as place, sum(place) as total, count(*)::double as answers
    from rated
    group by response_id, edition_id, firm, weight, dimension_id
),
by_respondent as (
    select
        response_id, edition_id, firm, weight, avg(place) as place, sum(total) as total, sum(answers) as answers
    from by_dimension
    group by response_id, edition_id, firm, weight
),
scored as (
    select edition_id, firm, weight, 'measure' as kind, measure as key,
        (answer - scale_min) / (scale_max - scale_min) as x, 1e0 as c
    from measured
    union all
    select edition_id, firm, weight, 'score', '*recommend',
        case when answer >= 9 - 1e-9 then 100e0 when answer < 7 - 1e-9 then -100e0 else 0e0 end, 1e0
    from measured
    where measure = 'recommend' and scale_min = 0 and scale_max = 10
    union all
    select edition_id, firm, weight, 'item', item_id, place, 1e0 from rated
    union all
    select edition_id, firm, weight, 'score', dimension_id, place, 1e0 from by_dimension
    union all
    select edition_id, firm, weight, 'score', '*dimensions', place, 1e0 from by_respondent
    union all
    select edition_id, firm, weight, 'score', '*pooled', total, answers from by_respondent
),
both_times as (
    select
        p.earlier, p.later, s.kind, s.key,
        sum(s.weight * s.x) filter (where s.edition_id = p.earlier) as earlier_x,
        sum(s.weight * s.c) filter (where s.edition_id = p.earlier) as earlier_c,
        sum(s.weight * s.x) filter (where s.edition_id = p.later) as later_x,
        sum(s.weight * s.c) filter (where s.edition_id = p.later) as later_c
    from scored as s
    join ends as p on p.edition_id = s.edition_id
    where $key is null or s.key = $key
    group by p.earlier, p.later, s.firm, s.kind, s.key
    having earlier_x is not null and later_x is not null
)
select
    earlier, later, kind, key, count(*) as firms,
    sum(earlier_x * later_x) as xx, sum(earlier_x * later_c) as xc,
    sum(earlier_c * later_x) as cx, sum(earlier_c * later_c) as cc
from both_times
group by earlier, later, kind, key
order by earlier, later, kind, key;
