-- one row per merge of a fair that stands, newest first
select merge_id, kept_key, merged_key, actor, made_at
from merges
where fair_id = $fair and undone_at is null
order by merge_id desc;
