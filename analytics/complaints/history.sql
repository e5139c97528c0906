-- one row per thing that happened to a case, in order
select kind, day, nullif(owner, '') as owner, due_on, outcome, note, actor, made_at, event_id
from complaint_steps
where fair_id = $fair and case_id = $case
order by
    kind <> 'enter', day nulls last, place,
    list_position(['enter', 'assign', 'due', 'answer', 'close', 'reopen'], kind);
