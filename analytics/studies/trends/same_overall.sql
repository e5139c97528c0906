-- one row per pair of editions ($before, $edition): exhibitors who answered the overall question in both editions, with mean and variance of what each changed by, and the sums weighted by the later edition (places from 0 to 1)
with placed as (
    select
        r.edition_id, r.firm as exhibitor_id,
        avg((r.overall / 100e0 - q.scale_min) / (q.scale_max - q.scale_min)) as place,
        avg(r.weight) as weight
    from chosen_responses($slice) as r
    join questions as q
        on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'overall'
    where r.firm is not null and r.overall is not null and q.scale_max > q.scale_min
    group by r.edition_id, r.firm
)
select
    count(*) as n,
    avg(after_it.place - before_it.place) as mean,
    var_samp(after_it.place - before_it.place) as variance,
    sum(after_it.weight) as w,
    sum(after_it.weight * (after_it.place - before_it.place)) as wy,
    sum(after_it.weight * (after_it.place - before_it.place) ** 2) as wyy,
    sum(after_it.weight ** 2) as ww,
    sum(after_it.weight ** 2 * (after_it.place - before_it.place)) as wwy,
    sum(after_it.weight ** 2 * (after_it.place - before_it.place) ** 2) as wwyy
from placed as after_it
join placed as before_it on before_it.exhibitor_id = after_it.exhibitor_id
where before_it.edition_id = $before and after_it.edition_id = $edition;
