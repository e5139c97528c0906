-- one row per complaint of a fair ($case: that one alone), what is overdue on $today first
select
    c.case_id, e.name_zh, e.name_en, c.exhibitor_id, coalesce(x.name, c.exhibitor_name) as exhibitor, c.topic, c.channel,
    c.received_on, c.resolved_on, c.is_open, c.outcome, c.owner, c.due_on, c.reopened, c.answers, c.description as text,
    c.import_id is not null as is_listed
from complaints as c
join editions as e on e.edition_id = c.edition_id
left join exhibitors as x on x.fair_id = c.fair_id and x.exhibitor_id = c.exhibitor_id
where c.fair_id = $fair and ($case is null or c.case_id = $case)
order by
    not c.is_open, c.is_open and c.due_on < $today::date desc nulls last, c.due_on nulls last,
    coalesce(c.resolved_on, c.received_on) desc nulls last, c.case_id;
