-- one row per exhibitor of the $most worth most from here on: what it is expected to spend per edition times its discounted participations ($discounted by state)
with states as (
    select
        unnest($entry::integer[]) as entry, unnest($came::integer[]) as came, unnest($last::integer[]) as last,
        unnest($discounted::double[]) as discounted
),
lives as (
    select exhibitor_id, place, came, money_of($money, fee, turnover) as money
    from customer_lives($slice)
    where place <= $place
),
firms as (
    select
        exhibitor_id, min(place) as entry, count(*) filter (where came) as came, max(place) filter (where came) as last,
        count(*) filter (where money > 0) as paid,
        coalesce(avg(money) filter (where money > 0), 0) as mean
    from lives
    group by exhibitor_id
),
worth as (
    select
        firms.*, states.discounted,
        case $way
            when 'model' then $p * ($c + firms.paid * firms.mean) / ($p * firms.paid + $q - 1)
            when 'own' then if(firms.paid > 0, firms.mean, $typical)
            else 1
        end as spend
    from firms
    join states on states.entry = firms.entry and states.came = firms.came and states.last = firms.last
    qualify row_number() over (order by spend * states.discounted desc, firms.exhibitor_id) <= $most
)
select worth.exhibitor_id, x.name, x.industry, worth.entry, worth.came, worth.last, worth.paid, worth.mean, worth.spend
from worth
join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = worth.exhibitor_id
order by worth.spend * worth.discounted desc, worth.exhibitor_id;
