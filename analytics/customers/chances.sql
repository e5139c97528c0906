-- one row per way of coming and skipping so far (0 first time, 1 streak of two or back, 2 streak of three or more, 3 missed the last, 4 missed more) at editions before the one given: how many there were, came next, could be compared in money, paid more next time, and by what share those paid more
with lives as (
    select
        exhibitor_id, place, came, gap, streak, editions_so_far,
        money_of($money, fee, turnover) as money
    from customer_lives($slice)
    where place <= $place
),
steps as (
    select
        *,
        case
            when gap >= 2 then 4 when gap = 1 then 3 when editions_so_far = 1 then 0 when streak >= 3 then 2 else 1
        end as way,
        lead(came) over own as came_next,
        lead(money) over own as money_next
    from lives
    window own as (partition by exhibitor_id order by place)
)
select
    way,
    count(*) as n,
    count(*) filter (where came_next) as stayed,
    count(*) filter (where money > 0 and money_next >= 0) as compared,
    count(*) filter (where money > 0 and money_next > money) as grew,
    coalesce(median(money_next / money - 1) filter (where money > 0 and money_next > money), 0) as rise
from steps
where place < $place
group by way
order by way;
