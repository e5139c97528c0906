-- one row per exhibitor inside the filters that came to a chosen edition, as known after the last chosen one (turnover, area and fee: means of what was declared)
with last_chosen as (
    select max(e.number) as number
    from editions as e
    where e.fair_id = $fair and ($editions is null or list_contains($editions::varchar[], e.edition_id))
),
histories as (
    select
        c.exhibitor_id,
        count(*) filter (where c.came) as editions,
        arg_max(c.streak, c.place) filter (where c.came) as streak,
        arg_max(c.gap, c.place) as absent,
        arg_max(c.overall, c.place) as satisfaction,
        sum(c.turnover) as total_turnover, avg(c.turnover) as turnover, avg(c.booth_area_sqm) as area, avg(c.fee) as fee
    from chosen_customers($slice) as c
    cross join last_chosen
    where c.number <= last_chosen.number
    group by c.exhibitor_id
    having $editions is null or bool_or(c.came and list_contains($editions::varchar[], c.edition_id))
)
select
    histories.exhibitor_id, x.name, x.industry, x.region, x.size_band,
    histories.satisfaction,
    case when histories.turnover > 0 then log10(histories.turnover) end as turnover,
    case when histories.area > 0 then log10(histories.area) end as area,
    case when histories.fee > 0 then log10(histories.fee) end as fee,
    histories.editions::double as editions, histories.streak::double as streak, histories.absent::double as absent,
    histories.total_turnover
from histories
join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = histories.exhibitor_id
order by histories.exhibitor_id;
