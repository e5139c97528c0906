-- one row per action: its newest version that nobody took back
create or replace view actions as
select v.*, v.version_id = f.first_version as is_first_version
from action_versions as v
join (
    select action_id, max(version_id) as newest, min(version_id) as first_version
    from action_versions
    where undone_at is null
    group by action_id
) as f on f.newest = v.version_id;
