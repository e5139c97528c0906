-- one row per fair: the number of the first edition with a register on file (null: none), before which nobody can have been seen
select min(e.number) as number
from editions as e
where e.fair_id = $fair and exists (select 1 from participations as p where p.edition_id = e.edition_id);
