-- one row per exhibitor and edition on file up to the last chosen, as numbers: did it stay away from the next (null at the last chosen), and what was known of it by then
with complained as (
    select c.edition_id, c.exhibitor_id
    from complaints as c
    where c.fair_id = $fair and c.exhibitor_id is not null
    group by c.edition_id, c.exhibitor_id
)
select
    p.exhibitor_id,
    p.place::float as place,
    case when p.place < $last then (not p.came_back)::integer end::float as stayed_away,
    a.overall::float as overall,
    p.editions_before::float as editions_before,
    p.is_after_gap::integer::float as after_gap,
    case when p.booth_area_sqm > 0 then log2(p.booth_area_sqm) end::float as area,
    case when p.fee > 0 and p.last_fee > 0 then greatest(-3, least(3, log2(p.fee / p.last_fee))) end::float as fee_change,
    case when p.turnover > 0 and p.last_turnover > 0 then greatest(-3, least(3, log2(p.turnover / p.last_turnover))) end::float
        as turnover_change,
    (complained.exhibitor_id is not null)::integer::float as complained,
    case
        when p.industry = $usual_industry then 0
        else coalesce(list_position($industries::varchar[], p.industry), $other_industry)
    end::float as industry,
    coalesce(p.turnover, p.last_turnover)::float as stake
from person_periods($register) as p
left join answering_exhibitors($register) as a on a.edition_id = p.edition_id and a.exhibitor_id = p.exhibitor_id
left join complained on complained.edition_id = p.edition_id and complained.exhibitor_id = p.exhibitor_id
where p.place <= $last;
