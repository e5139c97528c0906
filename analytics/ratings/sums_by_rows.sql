-- one row per edition, group (as `part_of` names it), kind and key, from the responses themselves: weighted sums over respondents as places from 0 to 1
with known as materialized (
    select
        r.response_id, r.edition_id, r.audience, r.weight, r.overall, r.sat,
        part_of($group_by, r.industry, r.region, r.size_band, r.ownership, x.experience, r.profile) as part
    from chosen_responses($slice) as r
    left join experiences($fair) as x
        on $group_by = 'experience' and x.exhibitor_id = r.exhibitor_id and x.edition_id = r.edition_id
),
by_dimension as (
    select
        response_id, edition_id, part, weight, dimension_id,
        sum_of_places(marks, steps, starts, is_one_scale) as total, list_count(marks) as answers
    from (
        select
            r.response_id, r.edition_id, r.part, r.weight, a.dimension_id, a.steps, a.starts, a.is_one_scale,
            list_select(r.sat, a.slots) as marks
        from known as r
        join asked_dimensions as a on a.edition_id = r.edition_id and a.audience = r.audience
    ) as marked
    where list_count(marks) > 0
),
by_respondent as (
    select
        any_value(edition_id) as edition_id, any_value(part) as part, any_value(weight) as weight,
        avg(total / answers) as place, sum(total) as total, sum(answers)::double as answers
    from by_dimension
    group by response_id
),
scored as (
    select
        r.edition_id, r.part, r.weight, 'measure' as kind, 'overall' as key,
        (r.overall / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as x, 1e0 as c
    from known as r
    join questions as q
        on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'overall'
    where q.scale_max > q.scale_min and r.overall is not null
    union all
    select edition_id, part, weight, 'score', dimension_id, total / answers, 1e0 from by_dimension
    union all
    select edition_id, part, weight, 'score', '*dimensions', place, 1e0 from by_respondent
    union all
    select edition_id, part, weight, 'score', '*pooled', total, answers from by_respondent
)
select
    edition_id, part, kind, key,
    count(*) as n,
    sum(weight * x) as total, sum(weight * weight * x * x) as total_squares,
    sum(weight * c) as answers, sum(weight * weight * c * c) as answers_squares,
    sum(weight * weight * x * c) as cross_product,
    sum(weight) as weight, sum(weight * weight) as weight_squares
from scored
group by edition_id, part, kind, key
order by edition_id, part, kind, key;
