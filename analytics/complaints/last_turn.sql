-- one row per case: the last day on which the case was closed or opened again (null: neither)
select max(day) as day
from complaint_steps
where fair_id = $fair and case_id = $case and kind in ('close', 'reopen');
