-- one row per edition, industry and region: responses, and those matched to the register
insert into respondent_cube
select fair_id, edition_id, audience, industry, region, n, matched
from counted_respondents($slice);
