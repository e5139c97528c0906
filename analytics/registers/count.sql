-- one row per search: how many exhibitors of a fair fit it
select count(*) as n
from exhibitors as x
where x.fair_id = $fair and fits_search($text, x.name, x.name_en, x.exhibitor_id)
    and ($owner = '' or x.account_owner = $owner)
    and ($grade = '' or x.exhibitor_id in (
        select g.exhibitor_id from graded($fair, $top, $least, $growth) as g where g.grade = $grade
    ));
