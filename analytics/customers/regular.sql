-- one row per fair: exhibitors that ever skipped an edition up to the one given, and how many of them came to three running afterwards
with lives as (
    select exhibitor_id, place, came, streak from customer_lives($slice) where place <= $place
),
firms as (
    select exhibitor_id, min(place) filter (where not came) as skipped, max(place) filter (where streak >= 3) as regular
    from lives
    group by exhibitor_id
)
select count(*) as skipped, count(*) filter (where regular > skipped) as regular
from firms
where skipped is not null;
