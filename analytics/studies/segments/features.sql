-- one row per exhibitor inside the filters that came to a chosen edition, as known after the last chosen one (turnover, area and fee: means of what was declared)
with last_chosen as (
    select max(e.number) as number
    from editions as e
    where e.fair_id = $fair and ($editions is null or list_contains($editions::varchar[], e.edition_id))
),
on_file as (
    select e.edition_id, row_number() over (order by e.number) as place
    from editions as e
    cross join last_chosen
    where e.fair_id = $fair and e.is_held and e.number <= last_chosen.number
        and exists (select 1 from participations as p where p.edition_id = e.edition_id)
),
latest as (
    select max(place) as place from on_file
),
presence as (
    select p.exhibitor_id, p.edition_id, on_file.place, p.turnover, p.booth_area_sqm, p.fee
    from chosen_participations($slice) as p
    join on_file on on_file.edition_id = p.edition_id
),
histories as (
    select
        exhibitor_id,
        count(*) as editions, max(place) as last_place, bit_or(1::bigint << place::integer) as places,
        sum(turnover) as total_turnover, avg(turnover) as turnover, avg(booth_area_sqm) as area, avg(fee) as fee
    from presence
    group by exhibitor_id
    having $editions is null or bool_or(list_contains($editions::varchar[], edition_id))
),
last_ratings as (
    select
        r.exhibitor_id,
        -- the newest answer: of the last edition, and of two in one edition the one that came in later
        arg_max(
            (r.overall / 100e0 - q.scale_min) / (q.scale_max - q.scale_min),
            e.number::bigint * 1000000000000000 + r.response_id
        ) as place
    from chosen_responses($slice) as r
    join editions as e on e.edition_id = r.edition_id
    cross join last_chosen
    join questions as q
        on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'overall'
    -- responses of nobody known make a row of their own, joined to nobody: ruled out up here, the engine would hold every response
    where r.overall is not null and e.number <= last_chosen.number and q.scale_max > q.scale_min
    group by r.exhibitor_id
)
select
    histories.exhibitor_id, x.name, x.industry, x.region, x.size_band,
    last_ratings.place as satisfaction,
    case when histories.turnover > 0 then log10(histories.turnover) end as turnover,
    case when histories.area > 0 then log10(histories.area) end as area,
    case when histories.fee > 0 then log10(histories.fee) end as fee,
    histories.editions::double as editions,
    -- places are counted from 1, so bit 0 is always unset: the highest unset bit below the last place ends the run
    (
        histories.last_place - floor(log2((((1::bigint << histories.last_place::integer) - 1) & ~histories.places)::double))
    )::double as streak,
    (latest.place - histories.last_place)::double as absent,
    histories.total_turnover
from histories
join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = histories.exhibitor_id
cross join latest
left join last_ratings on last_ratings.exhibitor_id = histories.exhibitor_id
order by histories.exhibitor_id;
