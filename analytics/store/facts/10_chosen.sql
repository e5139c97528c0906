-- one row per edition, industry, region, item slot and answer pair inside the filters, with its count; `weight` is what each of its answers counts
create or replace macro chosen_items(slice) as table
select fair_id, edition_id, audience, industry, region, slot, satisfaction, importance, n,
    weight_of(slice, edition_id, industry, region) as weight
from item_cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, slot, satisfaction, importance, n,
    weight_of(slice, edition_id, industry, region) as weight
from counted_items(slice)
where needs_rows(slice);

-- one row per edition, industry, region, measure and answer inside the filters, with its count; `weight` is what each of its answers counts
create or replace macro chosen_measures(slice) as table
select fair_id, edition_id, audience, industry, region, measure, value, n,
    weight_of(slice, edition_id, industry, region) as weight
from measure_cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, measure, value, n,
    weight_of(slice, edition_id, industry, region) as weight
from counted_measures(slice)
where needs_rows(slice);

-- one row per edition, industry and region inside the filters: responses, and those matched to the register; `weight` is what each of its answers counts
create or replace macro chosen_respondents(slice) as table
select fair_id, edition_id, audience, industry, region, n, matched,
    weight_of(slice, edition_id, industry, region) as weight
from respondent_cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, n, matched,
    weight_of(slice, edition_id, industry, region) as weight
from counted_respondents(slice)
where needs_rows(slice);

-- one row per edition, industry, region and score inside the filters, with the sums its mean and error need; `weight` is what each of its answers counts
create or replace macro chosen_scores(slice) as table
select fair_id, edition_id, audience, industry, region, score, n, total, total_squares, answers, answers_squares, cross_product,
    weight_of(slice, edition_id, industry, region) as weight
from score_cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, score, n, total, total_squares, answers, answers_squares, cross_product,
    weight_of(slice, edition_id, industry, region) as weight
from summed_scores(slice)
where needs_rows(slice);

-- one row per edition, industry, region, dimension and item inside the filters, over respondents who answered all of it; `weight` is what each of its answers counts
create or replace macro chosen_complete(slice) as table
select fair_id, edition_id, audience, industry, region, dimension_id, slot, n, total, total_squares,
    weight_of(slice, edition_id, industry, region) as weight
from complete_cube
where not needs_rows(slice) and is_chosen(slice, fair_id, audience, edition_id, industry, region)
union all
select fair_id, edition_id, audience, industry, region, dimension_id, slot, n, total, total_squares,
    weight_of(slice, edition_id, industry, region) as weight
from summed_complete(slice)
where needs_rows(slice);
