-- one row per item or measure that either import asked: answers, mean and scale in each, in scale points
with first_means as (
    select form, field, count(*)::int as n, avg(rating) as mean from import_ratings($first) group by all
), second_means as (
    select form, field, count(*)::int as n, avg(rating) as mean from import_ratings($second) group by all
), scales as (
    select
        import_id, case when is_measure then 'measure' else 'item' end as form, item_id as field,
        min(scale_min) as low, max(scale_max) as high
    from question_rows
    where import_id in ($first, $second)
    group by all
)
select
    form, field, coalesce(f.n, 0) as first_n, f.mean as first_mean, coalesce(s.n, 0) as second_n, s.mean as second_mean,
    fs.low as first_low, fs.high as first_high, ss.low as second_low, ss.high as second_high
from first_means as f
full join second_means as s using (form, field)
left join (select * from scales where import_id = $first) as fs using (form, field)
left join (select * from scales where import_id = $second) as ss using (form, field)
order by form, field;
