-- one row per industry and outcome of complaints: of the exhibitors of an edition that another followed, how many there were, how many came to it, and what they answered overall there (places 0 to 1: count, sum, sum of squares)
with lives as (
    select
        exhibitor_id, edition_id, place, came,
        lead(came) over own as came_next, lead(overall) over own as overall_next
    from chosen_customers($slice)
    window own as (partition by exhibitor_id order by place)
),
ended as (
    select
        c.edition_id, c.exhibitor_id,
        case
            when bool_or(c.is_open or c.outcome = 'unsatisfied') then 'unsatisfied'
            when bool_or(c.outcome is null) then 'unknown'
            else 'satisfied'
        end as outcome
    from complaints as c
    where c.fair_id = $slice['fair'] and c.exhibitor_id is not null
    group by c.edition_id, c.exhibitor_id
)
select
    coalesce(x.industry, '') as industry, coalesce(d.outcome, 'never') as outcome,
    count(*) as n, count(*) filter (where l.came_next) as came,
    count(l.overall_next) as answers, coalesce(sum(l.overall_next), 0) as total,
    coalesce(sum(l.overall_next * l.overall_next), 0) as squares
from lives as l
join exhibitors as x on x.fair_id = $slice['fair'] and x.exhibitor_id = l.exhibitor_id
left join ended as d on d.edition_id = l.edition_id and d.exhibitor_id = l.exhibitor_id
where l.came and l.came_next is not null and l.place < $place
group by all
order by all;
