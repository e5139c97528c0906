-- one row per edition with complaints or a register inside the filters: its names and how many exhibitors had a stand
select
    e.number, any_value(e.name_zh) as name_zh, any_value(e.name_en) as name_en,
    count(distinct p.exhibitor_id) as stands
from editions as e
left join chosen_participations($slice) as p on p.edition_id = e.edition_id
where e.fair_id = $slice['fair']
    and ($slice['editions'] is null or list_contains($slice['editions']::varchar[], e.edition_id))
group by e.number
order by e.number;
