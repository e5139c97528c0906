-- one row per complaint of the editions and exhibitors inside the filters
select
    c.case_id, e.number, c.exhibitor_id, c.exhibitor_name, c.topic, c.channel, c.received_on, c.resolved_on, c.is_open,
    c.outcome, c.owner, c.due_on, c.reopened, c.closings, c.reopenings,
    coalesce(not u.active, false) as has_owner_left
from complaints as c
join editions as e on e.edition_id = c.edition_id
left join exhibitors as x on x.fair_id = c.fair_id and x.exhibitor_id = c.exhibitor_id
left join users as u on u.email = c.owner
where c.fair_id = $slice['fair']
    and ($slice['editions'] is null or list_contains($slice['editions']::varchar[], c.edition_id))
    and ($slice['industries'] is null or list_contains($slice['industries']::varchar[], x.industry))
    and ($slice['regions'] is null or list_contains($slice['regions']::varchar[], x.region))
    and ($slice['segment'] is null or c.exhibitor_id in (
        select m.exhibitor_id from segment_members as m where m.segment_id = $slice['segment']
    ))
order by e.number, c.case_id;
