-- one row per edition, industry, region, item slot and answer pair inside the filters, with its count and the sums of weights and squared weights of its answers
create or replace macro chosen_items(slice) as table
select
    fair_id, edition_id, audience, industry, region, slot, satisfaction, importance, n,
    n * factor as weight, n * factor * factor as weight_squares
from (select *, weight_of(slice, edition_id, industry, region) as factor from item_cube) as cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, slot, satisfaction, importance, n, weight, weight_squares
from counted_items(slice)
where needs_rows(slice);

-- one row per edition, industry, region, measure and answer inside the filters, with its count and the sums of weights and squared weights of its answers
create or replace macro chosen_measures(slice) as table
select
    fair_id, edition_id, audience, industry, region, measure, value, n,
    n * factor as weight, n * factor * factor as weight_squares
from (select *, weight_of(slice, edition_id, industry, region) as factor from measure_cube) as cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, measure, value, n, weight, weight_squares
from counted_measures(slice)
where needs_rows(slice);

-- one row per edition, industry and region inside the filters: responses, those matched to the register, and the sums of weights and squared weights
create or replace macro chosen_respondents(slice) as table
select
    fair_id, edition_id, audience, industry, region, n, matched,
    n * factor as weight, n * factor * factor as weight_squares
from (select *, weight_of(slice, edition_id, industry, region) as factor from respondent_cube) as cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, n, matched, weight, weight_squares
from counted_respondents(slice)
where needs_rows(slice);

-- one row per edition, industry, region and score inside the filters, with the weighted sums its mean and error need (squares and products with the squared weight)
create or replace macro chosen_scores(slice) as table
select
    fair_id, edition_id, audience, industry, region, score, n,
    factor * total as total, factor * factor * total_squares as total_squares,
    factor * answers as answers, factor * factor * answers_squares as answers_squares,
    factor * factor * cross_product as cross_product, n * factor as weight, n * factor * factor as weight_squares
from (select *, weight_of(slice, edition_id, industry, region) as factor from score_cube) as cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select
    fair_id, edition_id, audience, industry, region, score, n,
    total, total_squares, answers, answers_squares, cross_product, weight, weight_squares
from summed_scores(slice)
where needs_rows(slice);

-- one row per edition, industry, region, dimension and item inside the filters, over respondents who answered all of it: how many, what they count, and weighted sums
create or replace macro chosen_complete(slice) as table
select
    fair_id, edition_id, audience, industry, region, dimension_id, slot, n,
    n * factor as weight, factor * total as total, factor * total_squares as total_squares
from (select *, weight_of(slice, edition_id, industry, region) as factor from complete_cube) as cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, dimension_id, slot, n, weight, total, total_squares
from summed_complete(slice)
where needs_rows(slice);
