-- one row per field of an exhibitor that holds as written by hand
select h.field, h.actor, h.made_at
from hand_values as h
where h.fair_id = $fair and h.exhibitor_id = $exhibitor;
