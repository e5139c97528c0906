-- one row per edition and part: over exhibitors that answered several times, what the sums of `pairs.sql` gain when each one's answers are taken together, and the products of weights of two answers by how they met expectation
with given as (
    select
        r.response_id, r.edition_id, r.audience, r.exhibitor_id, r.weight,
        generate_subscripts(r.sat, 1)::smallint as slot,
        unnest(r.sat) as experience,
        unnest(list_resize(r.expected, len(r.sat))) as expectation
    from chosen_repeats($slice) as r
    where r.expected is not null
),
pairs as (
    select
        given.response_id, given.edition_id, given.exhibitor_id, given.weight,
        case when $level = 'item' then q.item_id else coalesce(q.dimension_id, '') end as part,
        avg((given.experience / 100e0 - q.scale_min) / (q.scale_max - q.scale_min)) as experience,
        avg((given.expectation / 100e0 - q.scale_min) / (q.scale_max - q.scale_min)) as expectation,
        min(q.scale_max - q.scale_min) as span
    from given
    join questions as q
        on q.edition_id = given.edition_id and q.audience = given.audience and q.slot = given.slot and not q.is_measure
    where given.experience is not null and given.expectation is not null and q.scale_max > q.scale_min
    group by all
),
met as (
    select
        *, experience - expectation as gap,
        ((experience - expectation) * span > 0.499999)::integer as is_more,
        ((experience - expectation) * span < -0.499999)::integer as is_less
    from pairs
),
own as (
    select
        edition_id, part, count(*) as n, sum(weight) as w, sum(weight * weight) as ww,
        sum(weight * experience) as experience, sum(weight * expectation) as expectation, sum(weight * gap) as gap,
        sum(weight * weight * experience) as experience_w, sum(weight * weight * expectation) as expectation_w,
        sum(weight * weight * gap) as gap_w,
        sum(weight * weight * experience * experience) as experience_ww,
        sum(weight * weight * expectation * expectation) as expectation_ww, sum(weight * weight * gap * gap) as gap_ww,
        sum(weight * is_more) as more, sum(weight * weight * is_more) as more_w,
        sum(weight * is_less) as less, sum(weight * weight * is_less) as less_w
    from met
    group by edition_id, part, exhibitor_id
    having count(*) > 1
)
select
    edition_id, part, sum(n - 1)::bigint as repeats, sum(w * w - ww) as weight_squares,
    sum(experience * w - experience_w) as experience_cross, sum(experience * experience - experience_ww) as experience_squares,
    sum(expectation * w - expectation_w) as expectation_cross,
    sum(expectation * expectation - expectation_ww) as expectation_squares,
    sum(gap * w - gap_w) as gap_cross, sum(gap * gap - gap_ww) as gap_squares,
    sum(more * more - more_w) as more_more, sum(more * less) as more_less, sum(less * less - less_w) as less_less,
    sum(more * (w - more - less)) as more_same, sum(less * (w - more - less)) as less_same,
    sum((w - more - less) ** 2 - (ww - more_w - less_w)) as same_same
from own
group by edition_id, part;
