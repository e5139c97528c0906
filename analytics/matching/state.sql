-- one row per fair: its live imports by their number and the newest, and the merges taken back
select
    coalesce(max(i.import_id), 0) as newest,
    count(*) as imports,
    (select count(*) from merges where fair_id = $fair and undone_at is not null) as undone
from live_imports as i
where i.fair_id = $fair;
