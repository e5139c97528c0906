-- one row per edition and dimension or item that the same respondents expected and rated: sums of places from 0 to 1, and how many were half a point apart
with given as (
    select
        r.response_id, r.edition_id, r.audience,
        generate_subscripts(r.sat, 1)::smallint as slot,
        unnest(r.sat) as experience,
        unnest(list_resize(r.expected, len(r.sat))) as expectation
    from chosen_responses($slice) as r
    where r.expected is not null
),
placed as (
    select
        given.response_id, given.edition_id,
        case when $level = 'item' then q.item_id else coalesce(q.dimension_id, '') end as part,
        q.scale_max - q.scale_min as span,
        (given.experience / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as experience,
        (given.expectation / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as expectation
    from given
    join questions as q
        on q.edition_id = given.edition_id and q.audience = given.audience and q.slot = given.slot and not q.is_measure
    where given.experience is not null and given.expectation is not null and q.scale_max > q.scale_min
),
pairs as (
    select
        response_id, edition_id, part, avg(experience) as experience, avg(expectation) as expectation,
        avg(experience) - avg(expectation) as gap, (avg(experience) - avg(expectation)) * min(span) as points
    from placed
    group by response_id, edition_id, part
)
select
    edition_id, part, count(*) as n,
    sum(experience) as experience, sum(experience * experience) as experience_squares,
    sum(expectation) as expectation, sum(expectation * expectation) as expectation_squares,
    sum(gap) as gap, sum(gap * gap) as gap_squares,
    count(*) filter (where points > 0.499999) as exceeded,
    count(*) filter (where points < -0.499999) as missed
from pairs
group by edition_id, part;
