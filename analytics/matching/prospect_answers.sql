-- one row per verdict on a prospect that nobody took back, the newest last, with the exhibitor that the other key leads to now
select
    d.decision_id, d.prospect_key, d.other_key, d.verdict, d.actor, d.made_at,
    coalesce(k.exhibitor_id, d.other_key) as other_id
from prospect_decisions as d
left join exhibitor_keys as k on k.fair_id = d.fair_id and k.exhibitor_key = d.other_key
where d.fair_id = $fair and d.undone_at is null
order by d.decision_id;
