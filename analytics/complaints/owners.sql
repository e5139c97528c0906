-- one row per person listed, and per person named in a complaint of the fair: false for whoever may no longer come in
with named as (
    select distinct owner from complaint_steps where fair_id = $fair and kind = 'assign' and owner <> ''
)
select coalesce(u.email, n.owner) as owner, coalesce(u.active, true) as is_here
from named as n
full join users as u on u.email = n.owner
where coalesce(u.active, true) or n.owner is not null
order by 2 desc, 1;
