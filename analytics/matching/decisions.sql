-- one row per decision of a fair, newest first
select decision_id, kept_key, other_key, verdict, merge_id, actor, made_at
from match_decisions
where fair_id = $fair and undone_at is null
order by decision_id desc;
