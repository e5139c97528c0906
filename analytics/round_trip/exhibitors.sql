-- one row per exhibitor of a fair: its id as the key, every field as text, how often it came and when last
with came as (
    select p.exhibitor_id, count(*) as editions, max(e.number) as last_edition
    from participations as p
    join editions as e on e.edition_id = p.edition_id
    where e.fair_id = $fair and e.is_held
    group by p.exhibitor_id
)
select
    x.exhibitor_id as key,
    case when starts_with(x.exhibitor_id, 'c:') then x.exhibitor_id[3:] end as code,
    x.name, x.name_en, x.kind, x.country, x.region, x.industry, x.ownership, x.size_band, x.account_owner,
    coalesce(c.editions, 0)::varchar as editions, c.last_edition::varchar as last_edition
from exhibitors as x
left join came as c on c.exhibitor_id = x.exhibitor_id
where x.fair_id = $fair
order by x.name, x.exhibitor_id;
