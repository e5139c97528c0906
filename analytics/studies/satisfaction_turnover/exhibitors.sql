-- one row per edition, score step (0 = worst) and band of own turnover (fifths of a power of ten), with sums of what exhibitors differ from their edition (n, exhibitors: counted; w: what they count, ww: its squares)
with rated as (
    select
        r.edition_id, r.exhibitor_id, avg(r.weight) as weight,
        avg((r.overall / 100e0 - q.scale_min) / (q.scale_max - q.scale_min)) as place
    from chosen_responses($slice) as r
    join questions as q
        on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'overall'
    where r.exhibitor_id is not null and r.overall is not null
    group by r.edition_id, r.exhibitor_id
),
matched as (
    select
        p.edition_id, p.number, p.exhibitor_id, rated.weight, rated.place, ln(p.turnover) as log_turnover,
        floor(rated.place * $steps + 1e-9)::integer as step,
        floor(log10(p.turnover) * 5)::integer as band
    from chosen_participations($slice) as p
    join rated on rated.edition_id = p.edition_id and rated.exhibitor_id = p.exhibitor_id
    where p.turnover > 0
),
set_against_edition as (
    select
        edition_id, number, step, band, log_turnover, weight,
        place - sum(weight * place) over (partition by edition_id) / sum(weight) over (partition by edition_id) as dx,
        log_turnover - sum(weight * log_turnover) over (partition by edition_id)
            / sum(weight) over (partition by edition_id) as dy,
        sum(weight) over (partition by exhibitor_id) as own_weight,
        row_number() over (partition by exhibitor_id order by number) = 1 as is_first,
        row_number() over (partition by exhibitor_id, step order by number) = 1 as is_first_of_step
    from matched
)
select
    edition_id, number, step, band,
    count(*) as n,
    count(*) filter (where is_first) as exhibitors,
    count(*) filter (where is_first_of_step) as exhibitors_of_step,
    sum(weight) as w, sum(weight * weight) as ww, sum(weight * own_weight) as w_own,
    sum(weight * log_turnover) as log_turnover, sum(weight * dy) as dy,
    sum(weight * dx * dx) as dxx, sum(weight * dy * dy) as dyy, sum(weight * dx * dy) as dxy,
    sum(weight * weight * dy) as ww_dy, sum(weight * weight * dy * dy) as ww_dyy
from set_against_edition
group by edition_id, number, step, band
order by number, step, band;
