-- one row per edition on file (place, from 0): exhibitors who took part and answered, those of them who had been before, those at every edition
with places as (
    select unnest($held::varchar[]) as edition_id, generate_subscripts($held::varchar[], 1) - 1 as place
),
history as (
    select
        p.edition_id, p.exhibitor_id, places.place,
        row_number() over (partition by p.exhibitor_id order by places.place) - 1 as times_before
    from chosen_participations($slice) as p
    join places on places.edition_id = p.edition_id
)
select
    history.place,
    count(distinct history.exhibitor_id) as respondents,
    count(distinct history.exhibitor_id) filter (where history.times_before > 0) as repeaters,
    count(distinct history.exhibitor_id) filter (where history.times_before = history.place) as always
from chosen_responses($slice) as r
join history on history.edition_id = r.edition_id and history.exhibitor_id = r.exhibitor_id
group by history.place
order by history.place;
