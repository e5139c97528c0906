-- one row per edition that an exhibitor came to: its grade there by the rule, and what it follows from; the newest first
select e.name_zh, e.name_en, g.times, g.size, g.last_size, g.cut, g.grade
from grades_by_rule($fair, $top, $least, $growth) as g
join editions as e on e.edition_id = g.edition_id
where g.exhibitor_id = $exhibitor
order by g.place desc;
