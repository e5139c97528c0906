-- one row per comment and complaint of the exhibitor, the newest first
select e.number, e.name_zh, e.name_en, 'comment' as kind, null as topic, r.comment as text, r.answered_on as day, null as is_open
from responses as r
join editions as e on e.edition_id = r.edition_id
where r.fair_id = $fair and r.exhibitor_id = $exhibitor and r.audience = 'exhibitor' and r.comment is not null and e.number <= $number
union all
select e.number, e.name_zh, e.name_en, 'complaint', c.topic, c.description, c.received_on, c.is_open
from complaints as c
join editions as e on e.edition_id = c.edition_id
where c.fair_id = $fair and c.exhibitor_id = $exhibitor and e.number <= $number
order by number desc, day desc nulls last, kind;
