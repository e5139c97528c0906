-- one row per row of the table that an import was meant for: its line, and what it is known by in another file of the kind
create or replace macro import_rows(wanted) as table
with named as (
    select r.line, coalesce(r.code, r.name) as name
    from exhibitor_rows as r join imports as i on i.import_id = r.import_id
    where r.import_id = wanted and i.kind = 'exhibitors'
    union all
    select r.number, r.number::varchar
    from edition_rows as r join imports as i on i.import_id = r.import_id
    where r.import_id = wanted and i.kind = 'editions'
    union all
    select line, concat_ws(' · ', string_split(edition_id, '-')[-1], coalesce(exhibitor_name, exhibitor_key))
    from participation_rows where import_id = wanted
    union all
    select line, concat_ws(' · ', string_split(edition_id, '-')[-1], audience, visitor_group, day)
    from attendance_rows where import_id = wanted
    union all
    select line, concat_ws(' · ', string_split(edition_id, '-')[-1], exhibitor_name, received_on, topic)
    from complaint_rows where import_id = wanted
    union all
    select line, concat_ws(' · ', coalesce(exhibitor_name, exhibitor_key), contacted_on, person)
    from contact_rows where import_id = wanted
    union all
    select line, name from prospect_rows where import_id = wanted
    union all
    select line, concat_ws(' · ', string_split(edition_id, '-')[-1], coalesce(respondent, '#' || line))
    from response_rows where import_id = wanted
)
select line, name, row_number() over (partition by name order by line) as occurrence
from named;
