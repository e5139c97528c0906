-- one row per edition, industry, region, item slot and answer pair, with its count
insert into item_cube
select fair_id, edition_id, audience, industry, region, slot, satisfaction, importance, n
from counted_items($slice);
