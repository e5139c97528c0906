-- one row per item or measure that either import asked: answers and mean in each, in scale points
with first_means as (
    select form, field, count(*)::int as n, avg(rating) as mean from import_ratings($first) group by all
), second_means as (
    select form, field, count(*)::int as n, avg(rating) as mean from import_ratings($second) group by all
)
select
    form, field, coalesce(f.n, 0) as first_n, f.mean as first_mean, coalesce(s.n, 0) as second_n, s.mean as second_mean
from first_means as f
full join second_means as s using (form, field)
order by form, field;
