-- one row per response and rated item, as a place between 0 and 1 on the scale its edition asked
create or replace macro placed_ratings(slice) as table
select
    long.response_id, long.fair_id, long.edition_id, long.audience, long.industry, long.region,
    q.dimension_id, long.slot,
    (long.satisfaction / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as place
from (
    select
        r.response_id, r.fair_id, r.edition_id, r.audience, r.industry, r.region,
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
    select
        edition_id, audience, dimension_id,
        list(slot order by slot) as slots,
        list(1e0 / (scale_max - scale_min) order by slot) as steps,
        list(scale_min::double / (scale_max - scale_min) order by slot) as starts
    from questions
    where not is_measure
    group by edition_id, audience, dimension_id
    having count(*) > 1
),
chosen as (
    select
        r.fair_id, r.edition_id, r.audience, r.industry, r.region,
        a.dimension_id, a.slots, a.steps, a.starts, list_select(r.sat, a.slots)::double[] as marks
    from chosen_responses(slice) as r
    join asked as a on a.edition_id = r.edition_id and a.audience = r.audience
),
complete as (
    select * from chosen where list_count(marks) = len(slots)
),
items as (
    select
        fair_id, edition_id, audience, industry, region, dimension_id, slot,
        mark / 100e0 * step - start as place
    from (
        select
            fair_id, edition_id, audience, industry, region, dimension_id,
            unnest(slots) as slot, unnest(marks) as mark, unnest(steps) as step, unnest(starts) as start
        from complete
    ) as long
),
totals as (  -- nothing is missing here, but the engine may multiply before it filters
    select
        fair_id, edition_id, audience, industry, region, dimension_id,
        list_dot_product(list_transform(marks, lambda mark: coalesce(mark, 0)), steps) / 100e0 - list_sum(starts) as total
    from complete
)
select
    fair_id, edition_id, audience, industry, region, dimension_id, slot,
    count(*) as n, sum(place) as total, sum(place * place) as total_squares
from items
group by fair_id, edition_id, audience, industry, region, dimension_id, slot
union all
select fair_id, edition_id, audience, industry, region, dimension_id, null, count(*), sum(total), sum(total * total)
from totals
group by fair_id, edition_id, audience, industry, region, dimension_id;
