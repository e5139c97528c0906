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

-- one row per edition, audience and dimension asked, with its items' slots in order and how a mark becomes a place: mark * step - start
create or replace view asked_dimensions as
select
    edition_id, audience, dimension_id,
    list(slot order by slot) as slots,
    list(1e0 / (scale_max - scale_min) order by slot) as steps,
    list(scale_min::double / (scale_max - scale_min) order by slot) as starts,
    min(scale_min) = max(scale_min) and min(scale_max) = max(scale_max) as is_one_scale
from questions
where not is_measure
group by edition_id, audience, dimension_id;

-- one number: the sum of the places that these marks (hundredths, null: no answer) have on their scales
create or replace macro sum_of_places(marks, steps, starts, is_one_scale) as (
    case
        when is_one_scale then list_sum(marks) / 100e0 * steps[1] - list_count(marks) * starts[1]
        else list_sum(list_transform(marks, lambda mark, item: mark / 100e0 * steps[item] - starts[item]))
    end
);

-- one row per fair, edition, audience, industry, region and score, with weighted sums over respondents of x (what they gave) and c (answers behind it); squares and products with the squared weight
create or replace macro summed_scores(slice) as table
with celled as materialized (
    select * from celled_responses(slice)
),
cells as (
    select distinct cell, fair_id, edition_id, audience, industry, region from celled
),
by_dimension as (
    select
        response_id, cell, weight, dimension_id,
        sum_of_places(marks, steps, starts, is_one_scale) as total, list_count(marks) as answers
    from (
        select
            r.response_id, r.cell, r.weight, a.dimension_id, a.steps, a.starts, a.is_one_scale,
            list_select(r.sat, a.slots) as marks
        from celled as r
        join asked_dimensions as a on a.edition_id = r.edition_id and a.audience = r.audience
    ) as marked
    where list_count(marks) > 0
),
by_respondent as (
    select
        any_value(cell) as cell, any_value(weight) as weight,
        avg(total / answers) as place, sum(total) as total, sum(answers)::double as answers
    from by_dimension
    group by response_id
),
scored as (
    select cell, weight, dimension_id as score, total / answers as x, 1e0 as c from by_dimension
    union all
    select cell, weight, '*dimensions', place, 1e0 from by_respondent
    union all
    select cell, weight, '*pooled', total, answers from by_respondent
),
sums as (
    select
        cell, score,
        count(*) as n, sum(weight * x) as total, sum(weight * weight * x * x) as total_squares,
        sum(weight * c) as answers, sum(weight * weight * c * c) as answers_squares,
        sum(weight * weight * x * c) as cross_product,
        sum(weight) as weight, sum(weight * weight) as weight_squares
    from scored
    group by cell, score
)
select
    c.fair_id, c.edition_id, c.audience, c.industry, c.region, s.score,
    s.n, s.total, s.total_squares, s.answers, s.answers_squares, s.cross_product, s.weight, s.weight_squares
from sums as s
join cells as c on c.cell = s.cell;

-- one row per fair, edition, audience, industry, region, dimension and item slot (null: the sum over its items), over respondents who answered all of it
create or replace macro summed_complete(slice) as table
with celled as materialized (
    select * from celled_responses(slice)
),
cells as (
    select distinct cell, fair_id, edition_id, audience, industry, region from celled
),
complete as materialized (
    select * from (
        select
            r.cell, r.weight, a.dimension_id, a.slots, a.steps, a.starts, a.is_one_scale,
            list_select(r.sat, a.slots)::integer[] as marks
        from celled as r
        join asked_dimensions as a on a.edition_id = r.edition_id and a.audience = r.audience
        where len(a.slots) > 1
    ) as marked
    where list_count(marks) = len(slots)
),
items as (
    select
        cell, slot, count(*) as n, sum(weight) as weight,
        sum(weight * mark) / 100e0 as marks, sum(weight * mark * mark) / 10000e0 as squares
    from (select cell, weight, unnest(slots) as slot, unnest(marks) as mark from complete) as long
    group by cell, slot
),
totals as (
    select
        cell, dimension_id, count(*) as n, sum(weight) as weight,
        sum(weight * total) as total, sum(weight * total * total) as total_squares
    from (
        select cell, weight, dimension_id, sum_of_places(marks, steps, starts, is_one_scale) as total from complete
    ) as summed
    group by cell, dimension_id
)
select
    c.fair_id, c.edition_id, c.audience, c.industry, c.region, q.dimension_id, i.slot, i.n, i.weight,
    (i.marks - i.weight * q.scale_min) / (q.scale_max - q.scale_min) as total,
    (i.squares - 2 * q.scale_min * i.marks + i.weight * q.scale_min * q.scale_min) / (q.scale_max - q.scale_min) ** 2
        as total_squares
from items as i
join cells as c on c.cell = i.cell
join questions as q
    on q.edition_id = c.edition_id and q.audience = c.audience and q.slot = i.slot and not q.is_measure
union all
select c.fair_id, c.edition_id, c.audience, c.industry, c.region, t.dimension_id, null, t.n, t.weight, t.total, t.total_squares
from totals as t
join cells as c on c.cell = t.cell;
