-- one row per response inside the reader's filters; `cell` numbers its fair, edition, audience, industry and region, as counting by one number is far quicker than by five names
create or replace macro celled_responses(slice) as table
with chosen as materialized (
    select response_id, fair_id, edition_id, audience, industry, region, sat, imp, weight from chosen_responses(slice)
),
cells as (
    select *, row_number() over ()::integer as cell
    from (select distinct fair_id, edition_id, audience, industry, region from chosen) as told
)
select r.*, c.cell
from chosen as r
join cells as c
    on c.fair_id = r.fair_id and c.edition_id = r.edition_id and c.audience = r.audience
    and c.industry is not distinct from r.industry and c.region is not distinct from r.region;

-- one row per fair, edition, audience, industry, region and answer pair of an item slot, counted from the responses, with what they count
create or replace macro counted_items(slice) as table
with celled as materialized (
    select * from celled_responses(slice)
),
cells as (
    select distinct cell, fair_id, edition_id, audience, industry, region from celled
),
counts as (
    select
        cell, slot, satisfaction, importance, count(*) as n,
        sum(weight) as weight, sum(weight * weight) as weight_squares
    from (
        select
            cell, weight,
            generate_subscripts(sat, 1)::smallint as slot,
            unnest(sat) as satisfaction,
            unnest(list_resize(imp, len(sat))) as importance
        from celled
    ) as long
    where satisfaction is not null or importance is not null
    group by cell, slot, satisfaction, importance
)
select c.fair_id, c.edition_id, c.audience, c.industry, c.region, k.slot, k.satisfaction, k.importance, k.n, k.weight, k.weight_squares
from counts as k
join cells as c on c.cell = k.cell;

-- one row per fair, edition, audience, industry, region, measure and answer, counted from the responses, with what they count
create or replace macro counted_measures(slice) as table
select
    fair_id, edition_id, audience, industry, region, measure, value, count(*) as n,
    sum(weight) as weight, sum(weight * weight) as weight_squares
from (
    unpivot (
        select
            r.fair_id, r.edition_id, r.audience, r.industry, r.region, r.weight,
            r.overall, r.goal_attainment, r.intention, r.recommend
        from chosen_responses(slice) as r
    )
    on overall, goal_attainment, intention, recommend into name measure value value
) as long
group by fair_id, edition_id, audience, industry, region, measure, value;

-- one row per fair, edition, audience, industry and region: responses, and those that lead to an exhibitor on the register
create or replace macro counted_respondents(slice) as table
select
    r.fair_id, r.edition_id, r.audience, r.industry, r.region, count(*) as n, count(r.exhibitor_id) as matched,
    sum(r.weight) as weight, sum(r.weight * r.weight) as weight_squares
from chosen_responses(slice) as r
group by r.fair_id, r.edition_id, r.audience, r.industry, r.region;
