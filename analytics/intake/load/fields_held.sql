-- one row per field of an exhibitor that a file says otherwise than somebody wrote by hand: the last line that says it
with incoming_values as (
    unpivot incoming on name, name_en, country, region, industry, ownership, size_band, account_owner
    into name field value value
)
select
    h.exhibitor_id, h.field, x.name, h.value as by_hand, h.actor, strftime(h.made_at, '%Y-%m-%d %H:%M') as at,
    arg_max(i.value, i.line) as by_file, max(i.line) as line
from incoming_values as i
join exhibitor_keys as k on k.fair_id = $fair and k.exhibitor_key = i.exhibitor_key
join hand_values as h on h.fair_id = $fair and h.exhibitor_id = k.exhibitor_id and h.field = i.field
join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = h.exhibitor_id
group by h.exhibitor_id, h.field, x.name, h.value, h.actor, h.made_at
having arg_max(i.value, i.line) is distinct from h.value
order by h.field, line;
