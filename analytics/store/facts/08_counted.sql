-- one row per fair, edition, audience, industry, region and answer pair of an item slot, counted from the responses
create or replace macro counted_items(slice) as table
select fair_id, edition_id, audience, industry, region, slot, satisfaction, importance, count(*) as n
from (
    select
        r.fair_id, r.edition_id, r.audience, r.industry, r.region,
        generate_subscripts(r.sat, 1)::smallint as slot,
        unnest(r.sat) as satisfaction,
        unnest(list_resize(r.imp, len(r.sat))) as importance
    from chosen_responses(slice) as r
) as long
where satisfaction is not null or importance is not null
group by all;

-- one row per fair, edition, audience, industry, region, measure and answer, counted from the responses
create or replace macro counted_measures(slice) as table
select fair_id, edition_id, audience, industry, region, measure, value, count(*) as n
from (
    unpivot (
        select
            r.fair_id, r.edition_id, r.audience, r.industry, r.region,
            r.overall, r.goal_attainment, r.intention, r.recommend
        from chosen_responses(slice) as r
    )
    on overall, goal_attainment, intention, recommend into name measure value value
) as long
group by all;

-- one row per fair, edition, audience, industry and region: responses, and those that lead to an exhibitor on the register
create or replace macro counted_respondents(slice) as table
select r.fair_id, r.edition_id, r.audience, r.industry, r.region, count(*) as n, count(r.exhibitor_id) as matched
from chosen_responses(slice) as r
group by all;
