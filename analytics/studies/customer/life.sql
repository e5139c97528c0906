-- one row per exhibitor looked at and edition with a register on file, from its first to the last looked at: whether it came, what it took and brought, what it said and whether it complained
select
    c.exhibitor_id, c.edition_id, c.place, c.came, c.booth_area_sqm, c.booth_type, c.leads, c.streak, c.gap, c.editions_so_far,
    money_of($money, c.fee, c.turnover) as money,
    c.overall, c.intention, c.recommend, c.complaints_open, c.complaints_closed
from chosen_customers($slice) as c
where list_contains($ids::varchar[], c.exhibitor_id) and c.place <= $place
order by c.exhibitor_id, c.place;
