-- one row per edition asked about (one): exhibitors on its register inside the filters, those of them who answered, and their answers
select
    count(*) as exhibitors, count(*) filter (where m.has_answered) as respondents,
    coalesce(sum(m.answers), 0)::bigint as answers
from registered($register, $edition) as m;
