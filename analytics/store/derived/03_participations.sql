-- one row per edition and exhibitor that took part; rows of one import add up, a later import replaces what it names
insert into participations
with summed as (
    select
        p.edition_id,
        k.exhibitor_id,
        p.import_id,
        sum(p.booth_area_sqm) as booth_area_sqm,
        any_value(p.booth_type) as booth_type,
        any_value(p.hall) as hall,
        sum(p.fee) as fee,
        sum(p.turnover) as turnover,
        sum(p.leads) as leads
    from participation_rows as p
    join live_imports as i on i.import_id = p.import_id
    join editions as e on e.edition_id = p.edition_id
    join exhibitor_keys as k on k.fair_id = e.fair_id and k.exhibitor_key = p.exhibitor_key
    where e.fair_id = $fair and e.is_held
    group by p.edition_id, k.exhibitor_id, p.import_id
)
select
    edition_id,
    exhibitor_id,
    arg_max(booth_area_sqm, import_id) filter (where booth_area_sqm is not null),
    arg_max(booth_type, import_id) filter (where booth_type is not null),
    arg_max(hall, import_id) filter (where hall is not null),
    arg_max(fee, import_id) filter (where fee is not null),
    arg_max(turnover, import_id) filter (where turnover is not null),
    arg_max(leads, import_id) filter (where leads is not null)::integer
from summed
group by edition_id, exhibitor_id;
