-- one row per reason for which lines of the files behind these answers were left out, and one for all of these files (null)
with files as (
    select distinct r.import_id
    from response_rows as r
    join live_imports as i on i.import_id = r.import_id
    join editions as e on e.edition_id = r.edition_id
    where e.fair_id = $fair and r.audience = $audience
        and ($chosen is null or list_contains($chosen::varchar[], r.edition_id))
),
lines as (
    select f.reason, count(distinct (f.import_id, f.line)) as n
    from findings as f
    join files on files.import_id = f.import_id
    where f.is_left_out and f.line is not null
    group by f.reason
)
select reason, n, null as read from lines
union all
select null, coalesce(sum(i.rows_left_out), 0)::bigint, coalesce(sum(i.lines_read), 0)::bigint
from imports as i
join files on files.import_id = i.import_id
order by reason nulls first;
