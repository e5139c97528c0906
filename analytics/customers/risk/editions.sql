-- one row per edition of the fair with a register on file up to the last chosen, with its exhibitors inside the filters
with last_chosen as (
    select max(e.number) as number
    from editions as e
    where e.fair_id = $fair and ($editions is null or list_contains($editions::varchar[], e.edition_id))
)
select
    r.edition_id, r.place, e.number, e.year, e.name_zh, e.name_en, coalesce(e.currency, '') as currency,
    count(p.exhibitor_id) as exhibitors
from registers_on_file($fair) as r
join editions as e on e.edition_id = r.edition_id
cross join last_chosen
left join chosen_participations($register) as p on p.edition_id = r.edition_id
where r.number <= last_chosen.number
group by all
order by r.place;
