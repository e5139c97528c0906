-- one row per state of exhibitors at the edition looked at ($place): entry, how often and when last they came before it, whether they came to it, the first edition missed (0: none)
with firms as (
    select
        exhibitor_id, min(place) as entry,
        count(*) filter (where came and place < $place) as came_before,
        coalesce(max(place) filter (where came and place < $place), 0) as last_before,
        coalesce(bool_or(came) filter (where place = $place), false) as came_now,
        coalesce(min(place) filter (where not came), 0) as first_missed
    from customer_lives($slice)
    where place <= $place
    group by exhibitor_id
)
select entry, came_before, last_before, came_now, first_missed, count(*) as firms
from firms
group by all
order by all;
