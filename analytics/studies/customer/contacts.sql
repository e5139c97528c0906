-- one row per contact with the exhibitors looked at, the newest first
select c.exhibitor_id, c.contacted_on, c.contacted_by, c.channel, c.person, c.subject, c.next_step, c.next_on
from contacts as c
where c.fair_id = $fair and list_contains($ids::varchar[], c.exhibitor_id)
order by c.exhibitor_id, c.contacted_on desc nulls last, c.made_at desc, c.line;
