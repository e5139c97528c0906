-- one row per exhibitor asked about: its grade now, by the rule and by hand
with last as (
    select max(place) as place from registers_on_file($fair)
),
by_rule as (
    select r.exhibitor_id, r.grade
    from grades_by_rule($fair, $top, $least, $growth) as r
    join last on last.place = r.place
    where list_contains($exhibitors::varchar[], r.exhibitor_id)
)
select
    x.exhibitor_id, coalesce(r.grade, 'normal') as rule_grade, h.grade as hand_grade,
    coalesce(h.grade, r.grade, 'normal') as grade
from exhibitors as x
left join by_rule as r on r.exhibitor_id = x.exhibitor_id
left join hand_graded as h on h.fair_id = x.fair_id and h.exhibitor_id = x.exhibitor_id
where x.fair_id = $fair and list_contains($exhibitors::varchar[], x.exhibitor_id);
