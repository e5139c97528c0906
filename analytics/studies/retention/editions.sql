-- one row per edition of the fair up to the last chosen, with the exhibitors on its register, whatever the filters
with sizes as (
    select p.edition_id, count(*) as registered from participations as p group by p.edition_id
),
last_chosen as (
    select max(e.number) as number
    from editions as e
    where e.fair_id = $fair and ($editions is null or list_contains($editions::varchar[], e.edition_id))
)
select e.edition_id, e.number, e.year, e.name_zh, e.name_en, e.is_held, coalesce(sizes.registered, 0) as registered
from editions as e
cross join last_chosen
left join sizes on sizes.edition_id = e.edition_id
where e.fair_id = $fair and e.number <= last_chosen.number
order by e.number;
