-- one row per fair asked for, with its participations on file
select count(*) as n
from participations as p
join editions as e on e.edition_id = p.edition_id
where e.fair_id = $fair;
