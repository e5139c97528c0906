-- one row per edition of the fair with a register on file: its place (from 1), and the next such edition (null: none has followed yet)
create or replace macro registers_on_file(fair) as table
select
    e.edition_id, e.number,
    row_number() over (order by e.number) as place,
    lead(e.edition_id) over (order by e.number) as next_edition_id
from editions as e
where e.fair_id = fair and e.is_held and exists (select 1 from participations as p where p.edition_id = e.edition_id);

-- one condition: is this exhibitor in the part (0, 1 …) of `parts` that a slice asks for; large fairs are read part by part
create or replace macro is_in_part(slice, exhibitor_id) as (
    slice['parts'] = 1 or hash(exhibitor_id) % slice['parts']::ubigint = slice['part']::ubigint
);

-- one row per edition and exhibitor inside the filters that answered: overall satisfaction and stated intention as places from 0 to 1 (means, where it answered twice), and what it counts
create or replace macro answering_exhibitors(slice) as table
select
    r.edition_id, r.exhibitor_id, count(*) as answers, avg(r.weight) as weight,
    avg((r.overall / 100e0 - o.scale_min) / (o.scale_max - o.scale_min)) as overall,
    avg((r.intention / 100e0 - i.scale_min) / (i.scale_max - i.scale_min)) as intention
from chosen_responses(slice) as r
left join questions as o
    on o.edition_id = r.edition_id and o.audience = r.audience and o.is_measure and o.item_id = 'overall'
    and o.scale_max > o.scale_min
left join questions as i
    on i.edition_id = r.edition_id and i.audience = r.audience and i.is_measure and i.item_id = 'intention'
    and i.scale_max > i.scale_min
where is_in_part(slice, r.exhibitor_id)
group by r.edition_id, r.exhibitor_id
-- nobody known is ruled out down here only: up there the engine would take the register first, and hold every response
having count(r.exhibitor_id) > 0;
