-- one row per edition, audience, day and group: the newest live count of people who came, and of their visits; a day is of the newest import that names it, and a count for all days together stands only where no later one tells the days
create or replace view attendance as
with newest as (
    select
        a.*,
        max(a.import_id) over (partition by a.edition_id, a.audience, a.day) as last_of_day,
        max(a.import_id) over (partition by a.edition_id, a.audience) as last_import,
        coalesce(max(a.import_id) filter (where a.day is null) over (partition by a.edition_id, a.audience), 0)
            as last_of_all_days
    from attendance_rows as a
    join live_imports as i on i.import_id = a.import_id
)
select edition_id, audience, day, visitor_group, sum(visitors)::bigint as visitors, sum(visits)::bigint as visits
from newest
where
    (day is null and import_id = last_import)
    or (day is not null and import_id = last_of_day and import_id >= last_of_all_days)
group by edition_id, audience, day, visitor_group;
