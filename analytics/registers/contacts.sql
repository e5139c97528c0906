-- one row per contact with an exhibitor, the newest first
select
    c.contacted_on, c.contacted_by, c.channel, c.person, c.role, c.phone, c.email, c.subject, c.next_step, c.next_on,
    c.contact_id, c.actor
from contacts as c
where c.fair_id = $fair and c.exhibitor_id = $exhibitor
order by c.contacted_on desc nulls last, c.made_at desc, c.line desc nulls first
limit 500;
