-- one row per group of exhibitors and part rated (part null: all respondents of the group): answers, sums of places of the part and of the overall rating, the stake of those who rated it low, and how many these are
with stakes as (
    select unnest($ids::varchar[]) as exhibitor_id, unnest($worth::double[]) as worth
),
members as (
    select unnest($slots::integer[]) as slot, unnest($parts::integer[]) as part
),
answers as (
    select
        r.response_id,
        case when r.firm is null then r.response_id::ubigint else hash(r.firm) end as who,
        (r.overall / 100e0 - $low) / $span as overall,
        stakes.worth / count(*) over (partition by r.exhibitor_id) as worth
    from chosen_responses($slice) as r
    left join stakes on stakes.exhibitor_id = r.exhibitor_id
),
grouped as (
    select
        a.*,
        case when count(*) over () < $one_each then dense_rank() over (order by who) else (who % 200)::bigint end as part_of
    from answers as a
),
rated as (
    select p.response_id, m.part, avg(p.place) as place, min(p.place) <= $low_place as is_low
    from placed_ratings($slice) as p
    join members as m on m.slot = p.slot
    group by p.response_id, m.part
),
answered as (
    select g.*, r.part, r.place, r.is_low, case when g.overall is not null then r.place end as paired
    from grouped as g
    join rated as r on r.response_id = g.response_id
)
select
    part_of, part,
    count(*) as rated, sum(place) as x, count(paired) as pairs,
    coalesce(sum(paired), 0) as bx, coalesce(sum(overall), 0) as by_, coalesce(sum(paired * paired), 0) as bxx,
    coalesce(sum(overall * overall), 0) as byy, coalesce(sum(paired * overall), 0) as bxy,
    coalesce(sum(worth) filter (where is_low), 0) as stake,
    count(*) filter (where is_low and worth > 0) as at_stake
from answered
group by part_of, part
union all
select part_of, null, count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0
from grouped
group by part_of
order by all;
