-- one row per pair of editions ($before, $edition): exhibitors with the score ($score: a dimension, '*dimensions' or '*pooled') in both editions, with mean and variance of what each changed by, and the sums weighted by the later edition
with by_dimension as (
    select
        p.response_id, p.edition_id, p.dimension_id,
        avg(p.place) as place, sum(p.place) as total, count(*) as answers
    from placed_ratings($slice) as p
    group by p.response_id, p.edition_id, p.dimension_id
),
by_response as (
    select
        d.response_id, d.edition_id,
        case $score
            when '*dimensions' then avg(d.place)
            when '*pooled' then sum(d.total) / sum(d.answers)
            else avg(d.place) filter (where d.dimension_id = $score)
        end as place
    from by_dimension as d
    group by d.response_id, d.edition_id
),
placed as (
    select r.edition_id, r.firm as exhibitor_id, avg(b.place) as place, avg(r.weight) as weight
    from by_response as b
    join chosen_responses($slice) as r on r.response_id = b.response_id
    where r.firm is not null and b.place is not null
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
