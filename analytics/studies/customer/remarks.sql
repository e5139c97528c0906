-- one row per comment and complaint of the exhibitors looked at, the newest first
select r.exhibitor_id, e.number, e.name_zh, e.name_en, 'comment' as kind, null as topic, r.comment as text, r.answered_on as day, null as is_open
from responses as r
join editions as e on e.edition_id = r.edition_id
where r.fair_id = $fair and list_contains($ids::varchar[], r.exhibitor_id) and r.audience = 'exhibitor' and r.comment is not null and e.number <= $number
union all
select c.exhibitor_id, e.number, e.name_zh, e.name_en, 'complaint', c.topic, c.description, c.received_on, c.is_open
from complaints as c
join editions as e on e.edition_id = c.edition_id
where c.fair_id = $fair and list_contains($ids::varchar[], c.exhibitor_id) and e.number <= $number
order by exhibitor_id, number desc, day desc nulls last, kind;
