-- one row per response and rated item, as a place between 0 and 1 on the scale its edition asked
create or replace macro placed_ratings(slice) as table
select
    long.response_id, long.fair_id, long.edition_id, long.audience, long.industry, long.region, long.weight,
    q.dimension_id, long.slot,
    (long.satisfaction / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as place
from (
    select
        r.response_id, r.fair_id, r.edition_id, r.audience, r.industry, r.region, r.weight,
        generate_subscripts(r.sat, 1)::smallint as slot,
        unnest(r.sat) as satisfaction
    from chosen_responses(slice) as r
) as long
join questions as q
    on q.edition_id = long.edition_id and q.audience = long.audience and q.slot = long.slot and not q.is_measure
where long.satisfaction is not null;

-- one row per fair, edition, audience, industry, region and score, with sums over respondents of x (what they gave) and c (answers behind it)
create or replace macro summed_scores(slice) as table
with by_dimension as (
    select
        response_id, fair_id, edition_id, audience, industry, region, dimension_id,
        avg(place) as place, sum(place) as total, count(*) as answers
    from placed_ratings(slice)
    group by response_id, fair_id, edition_id, audience, industry, region, dimension_id
),
by_respondent as (
    select
        response_id, fair_id, edition_id, audience, industry, region,
        avg(place) as place, sum(total) as total, sum(answers) as answers
    from by_dimension
    group by response_id, fair_id, edition_id, audience, industry, region
),
scored as (
    select fair_id, edition_id, audience, industry, region, dimension_id as score, place as x, 1e0 as c
    from by_dimension
    union all
    select fair_id, edition_id, audience, industry, region, '*dimensions', place, 1e0 from by_respondent
    union all
    select fair_id, edition_id, audience, industry, region, '*pooled', total, answers::double from by_respondent
)
select
    fair_id, edition_id, audience, industry, region, score,
    count(*) as n, sum(x) as total, sum(x * x) as total_squares,
    sum(c) as answers, sum(c * c) as answers_squares, sum(x * c) as cross_product
from scored
group by fair_id, edition_id, audience, industry, region, score;

-- one row per fair, edition, audience, industry, region, dimension and item slot (null: the sum over its items), over respondents who answered all of it
create or replace macro summed_complete(slice) as table
with asked as (
    select edition_id, audience, dimension_id, count(*) as items
    from questions
    where not is_measure
    group by edition_id, audience, dimension_id
    having count(*) > 1
),
complete as (
    select
        p.response_id, p.fair_id, p.edition_id, p.audience, p.industry, p.region, p.dimension_id,
        list((p.slot, p.place)) as answered, sum(p.place) as total
    from placed_ratings(slice) as p
    join asked
        on asked.edition_id = p.edition_id and asked.audience = p.audience and asked.dimension_id = p.dimension_id
    group by p.response_id, p.fair_id, p.edition_id, p.audience, p.industry, p.region, p.dimension_id, asked.items
    having count(*) = asked.items
),
items as (
    select fair_id, edition_id, audience, industry, region, dimension_id, unnest(answered) as one from complete
)
select
    fair_id, edition_id, audience, industry, region, dimension_id, one[1] as slot,
    count(*) as n, sum(one[2]) as total, sum(one[2] * one[2]) as total_squares
from items
group by fair_id, edition_id, audience, industry, region, dimension_id, one[1]
union all
select fair_id, edition_id, audience, industry, region, dimension_id, null, count(*), sum(total), sum(total * total)
from complete
group by fair_id, edition_id, audience, industry, region, dimension_id;
