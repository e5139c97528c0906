-- one row per grade given to an exhibitor by hand, undone ones too; the newest first
select g.grade_id, g.grade, g.reason, g.actor, g.made_at, g.undone_at, g.undone_by
from hand_grades as g
join exhibitor_keys as k on k.fair_id = g.fair_id and k.exhibitor_key = g.exhibitor_key
where g.fair_id = $fair and k.exhibitor_id = $exhibitor
order by g.grade_id desc;
