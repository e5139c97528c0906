-- one row per kind of count and its keys: 'edition' (its register, step 1 answered, 0 not), 'said' (edition, intention step) and 'all' (intention step), the last two with sums over exhibitors of their answers and returns, weighted, then counted
with stays as materialized (
    select
        p.edition_id, p.exhibitor_id, p.came_back, coalesce(a.weight, 1e0) as weight,
        floor(a.intention * $steps + 1e-9)::tinyint as step
    from person_periods($register) as p
    left join answering_exhibitors($slice) as a on a.edition_id = p.edition_id and a.exhibitor_id = p.exhibitor_id
    where $editions is null or list_contains($editions::varchar[], p.edition_id)
),
own as (
    select
        step, exhibitor_id, sum(weight) as n, coalesce(sum(weight) filter (where came_back), 0e0) as yes,
        count(*)::double as answers, count(*) filter (where came_back)::double as returned
    from stays
    where step is not null and came_back is not null
    group by step, exhibitor_id
)
select
    'all' as kind, '' as edition_id, step::integer as step,
    sum(n) as n, sum(yes) as yes, sum(yes * yes) as yes_yes, sum(yes * n) as yes_n, sum(n * n) as n_n,
    sum(answers) as answers, sum(returned) as returned
from own
group by step
union all
select
    'said', edition_id, step::integer, sum(weight), coalesce(sum(weight) filter (where came_back), 0e0),
    coalesce(sum(weight * weight) filter (where came_back), 0e0),
    coalesce(sum(weight * weight) filter (where came_back), 0e0), sum(weight * weight),
    count(*)::double, count(*) filter (where came_back)::double
from stays
where step is not null and came_back is not null
group by edition_id, step
union all
select
    'edition', edition_id, case when step is null then 0 else 1 end, count(*)::double,
    count(*) filter (where came_back)::double, 0e0, 0e0, 0e0, 0e0, 0e0
from stays
group by edition_id, case when step is null then 0 else 1 end
order by all;
