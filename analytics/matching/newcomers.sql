-- one row per exhibitor that no live import but this one names
select k.exhibitor_id
from exhibitor_rows as x
join live_imports as i on i.import_id = x.import_id
join exhibitor_keys as k
    on k.fair_id = x.fair_id
    and k.exhibitor_key = case when x.code is null then 'n:' || x.name_key else 'c:' || x.code end
where x.fair_id = $fair
group by k.exhibitor_id
having bool_and(x.import_id = $import_id);
