-- one row per exhibitor of one edition that was satisfied and did not come to the next, or dissatisfied and did: the largest by turnover declared there
with judged as (
    select
        p.exhibitor_id, p.name, p.industry, a.overall, p.turnover, p.editions_before, p.came_back,
        floor(a.overall * $steps + 1e-9)::integer as step
    from person_periods($register) as p
    join answering_exhibitors($slice) as a on a.edition_id = p.edition_id and a.exhibitor_id = p.exhibitor_id
    where a.overall is not null and p.came_back is not null and p.edition_id = $edition
)
select
    exhibitor_id, name, industry, overall, turnover, editions_before,
    case when came_back then 'hostage' else 'trap' end as kind
from judged
where (step >= $high_step and not came_back) or (step <= $low_step and came_back)
qualify row_number() over (partition by came_back order by turnover desc nulls last, exhibitor_id) <= $most
order by kind, turnover desc nulls last, exhibitor_id;
