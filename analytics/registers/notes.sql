-- one row per note of what an exhibitor said, the newest first
select n.note_id, n.heard_on, n.topic, n.body, n.actor, n.made_at
from hand_notes as n
join exhibitor_keys as k on k.fair_id = n.fair_id and k.exhibitor_key = n.exhibitor_key
where n.fair_id = $fair and k.exhibitor_id = $exhibitor and n.undone_at is null
order by n.heard_on desc nulls last, n.note_id desc
limit 500;
