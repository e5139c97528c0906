-- one row per edition, part ($group_by; '' where none is asked for), kind and key: over exhibitors that answered several times, what the sums of `sums.sql` gain when each one's answers are taken together
with answered as materialized (
    select
        a.response_id, a.edition_id, a.exhibitor_id, a.weight, a.kind, a.key, a.dimension_id, a.place,
        part_of($group_by, a.industry, a.region, x.size_band, x.ownership, t.experience, a.profile) as part
    from repeated_answers($slice) as a
    left join exhibitors as x on x.fair_id = a.fair_id and x.exhibitor_id = a.exhibitor_id
    left join experiences($slice['fair']) as t
        on $group_by = 'experience' and t.exhibitor_id = a.exhibitor_id and t.edition_id = a.edition_id
    where a.place is not null
),
by_dimension as (
    select
        response_id, edition_id, exhibitor_id, weight, part, dimension_id,
        avg(place) as place, sum(place) as total, count(*)::double as answers
    from answered
    where kind = 'item'
    group by all
),
by_respondent as (
    select
        response_id, edition_id, exhibitor_id, weight, part,
        avg(place) as place, sum(total) as total, sum(answers) as answers
    from by_dimension
    group by all
),
scored as (
    select edition_id, part, exhibitor_id, weight, kind, key, place as x, 1e0 as c from answered
    union all
    select edition_id, part, exhibitor_id, weight, 'score', dimension_id, place, 1e0 from by_dimension
    union all
    select edition_id, part, exhibitor_id, weight, 'score', '*dimensions', place, 1e0 from by_respondent
    union all
    select edition_id, part, exhibitor_id, weight, 'score', '*pooled', total, answers from by_respondent
),
own as (
    select
        edition_id, part, kind, key, count(*) as n,
        sum(weight * x) as total, sum(weight * c) as answers, sum(weight) as weight,
        sum(weight * weight * x * x) as total_squares, sum(weight * weight * c * c) as answers_squares,
        sum(weight * weight * x * c) as cross_product, sum(weight * weight) as weight_squares
    from scored
    group by edition_id, part, kind, key, exhibitor_id
    having count(*) > 1
)
select
    edition_id, part, kind, key, sum(n - 1)::bigint as repeats,
    sum(total * total - total_squares) as total_squares, sum(answers * answers - answers_squares) as answers_squares,
    sum(total * answers - cross_product) as cross_product, sum(weight * weight - weight_squares) as weight_squares
from own
group by edition_id, part, kind, key
order by edition_id, part, kind, key;
