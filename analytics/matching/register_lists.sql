-- one row per fair: exhibitors of the last held edition on file; those that came before and not then; those of the register at no held edition
with held as (
    select p.exhibitor_id, max(e.number) as last_number
    from participations as p
    join editions as e on e.edition_id = p.edition_id
    where e.fair_id = $fair and e.is_held
    group by p.exhibitor_id
)
select
    count(*) filter (where h.last_number = n.number) as current,
    count(*) filter (where h.last_number < n.number) as lapsed,
    count(*) filter (where h.exhibitor_id is null) as never,
    any_value(n.number) as number
from exhibitors as x
cross join (select max(last_number) as number from held) as n
left join held as h on h.exhibitor_id = x.exhibitor_id
where x.fair_id = $fair;
