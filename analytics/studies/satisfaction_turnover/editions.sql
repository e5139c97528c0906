-- one row per held edition inside the filters, with the number of its overall ratings and its turnover, declared and summed
with ratings as (
    select
        m.edition_id,
        sum(m.n)::bigint as n
    from chosen_measures($slice) as m
    where m.measure = 'overall'
    group by m.edition_id
),
turnovers as (
    select p.edition_id, sum(p.turnover) as summed, count(p.turnover) as declaring, count(*) as exhibitors
    from chosen_participations($slice) as p
    group by p.edition_id
),
scales as (
    select q.edition_id, q.scale_min, q.scale_max
    from questions as q
    where q.fair_id = $fair and q.audience = $audience and q.is_measure and q.item_id = 'overall'
)
select
    e.edition_id, e.number, e.year, e.name_zh, e.name_en, coalesce(e.currency, '') as currency, e.turnover as declared,
    turnovers.summed, coalesce(turnovers.declaring, 0) as declaring, coalesce(turnovers.exhibitors, 0) as exhibitors,
    coalesce(ratings.n, 0) as n, scales.scale_min, scales.scale_max
from editions as e
left join ratings on ratings.edition_id = e.edition_id
left join turnovers on turnovers.edition_id = e.edition_id
left join scales on scales.edition_id = e.edition_id
where e.fair_id = $fair and e.is_held and ($editions is null or list_contains($editions::varchar[], e.edition_id))
order by e.number;
