-- one row per event, under the next number
insert into complaint_events (
    event_id, fair_id, case_id, kind, day, owner, due_on, outcome, note,
    edition_id, exhibitor_key, exhibitor_name, topic, channel, actor, made_at
)
select
    coalesce(max(event_id), 0) + 1, $fair, $case, $kind, $day, $owner, $due_on, $outcome, $note,
    $edition_id, $exhibitor_key, $exhibitor_name, $topic, $channel, $actor, $at
from complaint_events;
