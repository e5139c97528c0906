-- one row per pattern of presence (places of the editions on file, from 0, in order), with the exhibitors who share it
with places as (
    select unnest($held::varchar[]) as edition_id, generate_subscripts($held::varchar[], 1) - 1 as place
),
presence as (
    select p.exhibitor_id, string_agg(places.place, ',' order by places.place) as pattern
    from chosen_participations($slice) as p
    join places on places.edition_id = p.edition_id
    group by p.exhibitor_id
)
select pattern, count(*) as exhibitors
from presence
group by pattern
order by pattern;
