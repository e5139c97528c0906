-- one row per dimension or item: firms inside the filters that expected and rated it at both editions ($earlier, $later), and over them the products of their gaps (x, weighted) and of their weighted answers (c), earlier first
with given as (
    select
        r.response_id, r.edition_id, r.audience, r.firm, r.weight,
        generate_subscripts(r.sat, 1)::smallint as slot,
        unnest(r.sat) as experience,
        unnest(list_resize(r.expected, len(r.sat))) as expectation
    from chosen_responses($slice) as r
    where r.expected is not null and r.firm is not null
),
gaps as (
    select
        given.response_id, given.edition_id, given.firm, given.weight,
        case when $level = 'item' then q.item_id else coalesce(q.dimension_id, '') end as part,
        avg((given.experience - given.expectation) / 100e0 / (q.scale_max - q.scale_min)) as gap
    from given
    join questions as q
        on q.edition_id = given.edition_id and q.audience = given.audience and q.slot = given.slot and not q.is_measure
    where given.experience is not null and given.expectation is not null and q.scale_max > q.scale_min
    group by all
),
both_times as (
    select
        firm, part,
        sum(weight * gap) filter (where edition_id = $earlier) as earlier_x,
        sum(weight) filter (where edition_id = $earlier) as earlier_c,
        sum(weight * gap) filter (where edition_id = $later) as later_x,
        sum(weight) filter (where edition_id = $later) as later_c
    from gaps
    group by firm, part
    having earlier_x is not null and later_x is not null
)
select
    part, count(*) as firms,
    sum(earlier_x * later_x) as xx, sum(earlier_x * later_c) as xc,
    sum(earlier_c * later_x) as cx, sum(earlier_c * later_c) as cc
from both_times
group by part
order by part;
