-- one row per edition and exhibitor inside the filters that took part, of the lives that every study of customers counts: where it stood then, the time before, and whether it came to the next edition on file (null: none yet)
create or replace macro person_periods(slice) as table
with lives as (
    select
        *,
        lead(came) over own as came_back
    from customer_lives(slice)
    window own as (partition by exhibitor_id order by place)
),
presence as (
    select
        *,
        lag(fee) over own as last_fee,
        lag(turnover) over own as last_turnover
    from lives
    where came
    window own as (partition by exhibitor_id order by place)
)
select
    p.edition_id, p.number, p.exhibitor_id, x.name, x.industry, p.booth_area_sqm, p.fee, p.turnover, p.place, r.next_edition_id,
    p.editions_so_far - 1 as editions_before, p.last_fee, p.last_turnover,
    p.streak = 1 and p.editions_so_far > 1 as is_after_gap,
    p.came_back
from presence as p
join registers_on_file(slice['fair']) as r on r.edition_id = p.edition_id
join exhibitors as x on x.fair_id = slice['fair'] and x.exhibitor_id = p.exhibitor_id;
