-- one row per exhibitor of a fair that fits what is looked for, one page of them by name: what the register says, when it was last there and spoken to
with fitting as (
    select x.exhibitor_id, x.name, x.name_en, x.country, x.region, x.industry, x.account_owner
    from exhibitors as x
    where x.fair_id = $fair and fits_search($text, x.name, x.name_en, x.exhibitor_id)
        and ($owner = '' or x.account_owner = $owner)
        and ($grade = '' or x.exhibitor_id in (
            select g.exhibitor_id from graded($fair, $top, $least, $growth) as g where g.grade = $grade
        ))
    order by x.name, x.exhibitor_id
    limit $rows offset $after
),
stays as (
    select p.exhibitor_id, arg_max({'zh': e.name_zh, 'en': e.name_en}, e.number) as edition
    from participations as p
    join editions as e on e.edition_id = p.edition_id
    where e.fair_id = $fair and p.exhibitor_id in (select exhibitor_id from fitting)
    group by p.exhibitor_id
),
talks as (
    select c.exhibitor_id, max(c.contacted_on) as contacted_on, min(c.next_on) filter (where c.next_on >= $today) as next_on
    from contacts as c
    where c.fair_id = $fair and c.exhibitor_id in (select exhibitor_id from fitting)
    group by c.exhibitor_id
)
select f.*, s.edition.zh as edition_zh, s.edition.en as edition_en, t.contacted_on, t.next_on
from fitting as f
left join stays as s on s.exhibitor_id = f.exhibitor_id
left join talks as t on t.exhibitor_id = f.exhibitor_id
order by f.name, f.exhibitor_id;
