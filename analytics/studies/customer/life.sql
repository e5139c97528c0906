-- one row per edition with a register on file, from the exhibitor's first to the last looked at: whether it came, what it took and brought, what it said and whether it complained
select
    c.edition_id, c.place, c.came, c.booth_area_sqm, c.booth_type, c.leads, c.streak, c.gap, c.editions_so_far,
    money_of($money, c.fee, c.turnover) as money,
    c.overall, c.intention, c.recommend, c.complaints_open, c.complaints_closed
from chosen_customers($slice) as c
where c.exhibitor_id = $exhibitor and c.place <= $place
order by c.place;
