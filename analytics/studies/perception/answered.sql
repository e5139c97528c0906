-- one row per fair: responses inside the filters ($step > 1: a part of them), those that name an objective, those that rate an item
select
    count(*) as n,
    count(*) filter (where len(r.objectives) > 0) as objective,
    count(*) filter (where list_count(r.sat) > 0) as dimension
from chosen_responses($slice) as r
where $step = 1 or hash(r.response_id) % $step = 0;
