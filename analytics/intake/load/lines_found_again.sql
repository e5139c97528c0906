-- one row per earlier import with answers like the incoming ones, the nearest alone; only lines that no other line of their file is like count
with lines as (
    select
        null as import_id, edition_id,
        overall, goal_attainment, intention, recommend, sat, imp, expected
    from incoming
    union all by name
    select
        r.import_id, r.edition_id,
        r.overall, r.goal_attainment, r.intention, r.recommend, r.sat, r.imp, r.expected
    from response_rows as r
    join live_imports as i on i.import_id = r.import_id
    where
        i.fair_id = $fair
        and r.audience = $audience
        and r.edition_id in (select edition_id from incoming)
),
widths as (
    select
        coalesce(max(len(sat)), 0) as sat,
        coalesce(max(len(imp)), 0) as imp,
        coalesce(max(len(expected)), 0) as expected
    from lines
),
patterns as (
    select
        l.import_id,
        l.edition_id,
        hash(
            l.overall, l.goal_attainment, l.intention, l.recommend,
            list_resize(coalesce(l.sat, []), w.sat),
            list_resize(coalesce(l.imp, []), w.imp),
            list_resize(coalesce(l.expected, []), w.expected)
        ) as pattern
    from lines as l
    cross join widths as w
),
single_lines as (
    select import_id, edition_id, pattern
    from patterns
    group by import_id, edition_id, pattern
    having count(*) = 1
)
select
    earlier.import_id,
    count(*) as earlier_lines,
    count(incoming_line.pattern) as same_lines,
    (select count(*) from single_lines where import_id is null) as incoming_lines
from single_lines as earlier
left join single_lines as incoming_line
    on incoming_line.import_id is null
    and incoming_line.edition_id = earlier.edition_id
    and incoming_line.pattern = earlier.pattern
where earlier.import_id is not null
group by earlier.import_id
order by same_lines desc, earlier.import_id desc
limit 1;
