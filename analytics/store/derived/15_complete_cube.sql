-- one row per edition, industry, region, dimension and item, over respondents who answered all of it
insert into complete_cube
select fair_id, edition_id, audience, industry, region, dimension_id, slot, n, total, total_squares
from summed_complete($slice);
