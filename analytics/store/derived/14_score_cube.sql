-- one row per edition, industry, region and score, with the sums its mean and error need
insert into score_cube
select fair_id, edition_id, audience, industry, region, score, n, total, total_squares, answers, answers_squares, cross_product
from summed_scores($slice);
