-- one row per edition and dimension or item that the same respondents expected and rated: sums of places from 0 to 1, weighted (_w: with the squared weight), and how many were half a point apart
with given as (
    select
        r.response_id, r.edition_id, r.audience, r.weight,
        generate_subscripts(r.sat, 1)::smallint as slot,
        unnest(r.sat) as experience,
        unnest(list_resize(r.expected, len(r.sat))) as expectation
    from chosen_responses($slice) as r
    where r.expected is not null and r.response_id % $parts = $part
),
placed as (
    select
        given.response_id, given.edition_id, given.weight,
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
        response_id, edition_id, part, any_value(weight) as weight, avg(experience) as experience, avg(expectation) as expectation,
        avg(experience) - avg(expectation) as gap, (avg(experience) - avg(expectation)) * min(span) as points
    from placed
    group by response_id, edition_id, part
)
select
    edition_id, part, count(*) as n, sum(weight) as weight, sum(weight * weight) as weight_squares,
    sum(weight * experience) as experience, sum(weight * experience * experience) as experience_squares,
    sum(weight * expectation) as expectation, sum(weight * expectation * expectation) as expectation_squares,
    sum(weight * gap) as gap, sum(weight * gap * gap) as gap_squares,
    sum(weight * weight * experience) as experience_w, sum(weight * weight * experience * experience) as experience_squares_w,
    sum(weight * weight * expectation) as expectation_w,
    sum(weight * weight * expectation * expectation) as expectation_squares_w,
    sum(weight * weight * gap) as gap_w, sum(weight * weight * gap * gap) as gap_squares_w,
    count(*) filter (where points > 0.499999) as exceeded_n,
    coalesce(sum(weight) filter (where points > 0.499999), 0) as exceeded_weight,
    coalesce(sum(weight * weight) filter (where points > 0.499999), 0) as exceeded_weight_squares,
    count(*) filter (where points < -0.499999) as missed_n,
    coalesce(sum(weight) filter (where points < -0.499999), 0) as missed_weight,
    coalesce(sum(weight * weight) filter (where points < -0.499999), 0) as missed_weight_squares
from pairs
group by edition_id, part;
