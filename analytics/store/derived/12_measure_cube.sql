-- one row per edition, industry, region, measure and answer, with its count
insert into measure_cube
select fair_id, edition_id, audience, industry, region, measure, value, n
from counted_measures($slice);
