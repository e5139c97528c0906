-- one row per kind of count and its keys: 'edition' (its register), 'cell' (score step, tenure, stand size, outcome), 'step' and 'low', 'middle', 'high', 'all' (sums over exhibitors of their answers and returns, weighted, then counted)
with stays as materialized (
    select
        p.edition_id, p.number, p.exhibitor_id, p.came_back, p.turnover, coalesce(a.weight, 1e0) as weight,
        floor(a.overall * $steps + 1e-9)::tinyint as step,
        least(p.editions_before, 3)::tinyint as tenure,
        case when p.booth_area_sqm > 0 then round(log2(p.booth_area_sqm)) end::tinyint as size
    from person_periods($register) as p
    left join answering_exhibitors($slice) as a on a.edition_id = p.edition_id and a.exhibitor_id = p.exhibitor_id
    where $editions is null or list_contains($editions::varchar[], p.edition_id)
),
judged as (
    select exhibitor_id, 'step' as kind, step, came_back, weight from stays where step is not null and came_back is not null
    union all
    select
        exhibitor_id,
        case when step <= $low_step then 'low' when step >= $high_step then 'high' else 'middle' end, null, came_back, weight
    from stays where step is not null and came_back is not null
    union all
    select exhibitor_id, 'all', null, came_back, weight from stays where step is not null and came_back is not null
),
own as (
    select
        kind, step, exhibitor_id, sum(weight) as n, coalesce(sum(weight) filter (where came_back), 0e0) as yes,
        count(*)::double as answers, count(*) filter (where came_back)::double as returned
    from judged
    group by kind, step, exhibitor_id
)
select
    kind, '' as edition_id, 0 as number, coalesce(step, -1)::integer as step, 0 as tenure, 0 as size, false as came_back,
    sum(n) as n, sum(yes) as yes, sum(yes * yes) as yes_yes, sum(yes * n) as yes_n, sum(n * n) as n_n, sum(answers) as answers, sum(returned) as returned,
    sum(returned * returned) as returned_returned, sum(returned * answers) as returned_answers, sum(answers * answers) as answers_answers,
    0e0 as turnover
from own
group by kind, step
union all
select
    'cell', edition_id, number, step::integer, tenure::integer, coalesce(size, -99)::integer, came_back,
    sum(weight), 0e0, 0e0, 0e0, sum(weight * weight), count(*)::double, 0e0, 0e0, 0e0, 0e0, coalesce(sum(turnover), 0)::double
from stays
where step is not null and came_back is not null
group by edition_id, number, step, tenure, size, came_back
union all
select
    'edition', edition_id, number, case when step is null then 0 else 1 end, 0, 0, false,
    count(*)::double, count(*) filter (where came_back)::double, 0e0, 0e0, 0e0, 0e0, 0e0, 0e0, 0e0, 0e0, 0e0
from stays
group by edition_id, number, case when step is null then 0 else 1 end
order by all;
