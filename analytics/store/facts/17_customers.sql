-- one row per exhibitor inside the filters and edition with a register on file, from the first it came to up to the last on file: whether it came, what it took and paid there (amounts in the fair's usual currency, else empty and flagged), and how often and how long it had come by then
create or replace macro customer_lives(slice) as table
with registers as materialized (
    select r.edition_id, r.number, r.place from registers_on_file(slice['fair']) as r
),
presence as materialized (
    select
        p.exhibitor_id, r.place, p.booth_area_sqm, p.booth_type, p.fee, p.turnover, p.leads,
        p.fee is null and q.fee is not null as has_fee_elsewhere,
        p.turnover is null and q.turnover is not null as has_turnover_elsewhere
    from chosen_participations(slice) as p
    join registers as r on r.edition_id = p.edition_id
    join participations as q on q.edition_id = p.edition_id and q.exhibitor_id = p.exhibitor_id
    where is_in_part(slice, p.exhibitor_id)
),
firsts as (
    select exhibitor_id, min(place) as first_place from presence group by exhibitor_id
),
lives as (
    select
        f.exhibitor_id, f.first_place, r.edition_id, r.number, r.place,
        p.exhibitor_id is not null as came,
        p.booth_area_sqm, p.booth_type, p.fee, p.turnover, p.leads, p.has_fee_elsewhere, p.has_turnover_elsewhere
    from firsts as f
    join registers as r on r.place >= f.first_place
    left join presence as p on p.exhibitor_id = f.exhibitor_id and p.place = r.place
)
select
    exhibitor_id, edition_id, number, place, came, booth_area_sqm, booth_type, fee, turnover, leads,
    coalesce(has_fee_elsewhere, false) as has_fee_elsewhere,
    coalesce(has_turnover_elsewhere, false) as has_turnover_elsewhere,
    place - first_place + 1 as editions_possible,
    count(*) filter (where came) over so_far as editions_so_far,
    place - max(place) filter (where came) over so_far as gap,
    -- the first place came, so before it nothing was missed
    case when came then place - coalesce(max(place) filter (where not came) over so_far, first_place - 1) else 0 end as streak,
    first_place = 1 as is_on_first_register
from lives
window so_far as (partition by exhibitor_id order by place rows between unbounded preceding and current row);

-- one row per exhibitor and edition as in customer_lives, with what it answered (means, as places from 0 to 1) and its complaints, open and closed
create or replace macro chosen_customers(slice) as table
with answered as (
    select
        r.edition_id, r.exhibitor_id,
        avg((r.overall / 100e0 - o.scale_min) / (o.scale_max - o.scale_min)) as overall,
        avg((r.intention / 100e0 - i.scale_min) / (i.scale_max - i.scale_min)) as intention,
        avg((r.recommend / 100e0 - n.scale_min) / (n.scale_max - n.scale_min)) as recommend
    from chosen_responses(slice) as r
    left join questions as o
        on o.edition_id = r.edition_id and o.audience = r.audience and o.is_measure and o.item_id = 'overall'
        and o.scale_max > o.scale_min
    left join questions as i
        on i.edition_id = r.edition_id and i.audience = r.audience and i.is_measure and i.item_id = 'intention'
        and i.scale_max > i.scale_min
    left join questions as n
        on n.edition_id = r.edition_id and n.audience = r.audience and n.is_measure and n.item_id = 'recommend'
        and n.scale_max > n.scale_min
    where is_in_part(slice, r.exhibitor_id)
    group by r.edition_id, r.exhibitor_id
    -- nobody known is ruled out down here only: up there the engine would take the register first, and hold every response
    having count(r.exhibitor_id) > 0
),
complained as (
    select
        c.edition_id, c.exhibitor_id,
        count(*) filter (where c.is_open) as complaints_open,
        count(*) filter (where not c.is_open) as complaints_closed
    from complaints as c
    where c.fair_id = slice['fair'] and c.exhibitor_id is not null
    group by c.edition_id, c.exhibitor_id
)
select
    l.*, a.overall, a.intention, a.recommend,
    coalesce(c.complaints_open, 0) as complaints_open,
    coalesce(c.complaints_closed, 0) as complaints_closed
from customer_lives(slice) as l
left join answered as a on a.edition_id = l.edition_id and a.exhibitor_id = l.exhibitor_id
left join complained as c on c.edition_id = l.edition_id and c.exhibitor_id = l.exhibitor_id;
