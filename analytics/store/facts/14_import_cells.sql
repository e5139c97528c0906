-- one row per filled cell of an import's registers, as text
create or replace macro register_cells(wanted) as table
select line, 'field' as form, field, value from (
    unpivot (
        select line, columns(* exclude (import_id, fair_id, line, code, name_key, former_key))::varchar
        from exhibitor_rows where import_id = wanted
    ) on columns(* exclude (line)) into name field value value
)
union all
select line, 'field', field, value from (
    unpivot (
        select number as line, columns(* exclude (import_id, edition_id, fair_id, number))::varchar
        from edition_rows
        where import_id = wanted and wanted in (select import_id from imports where kind = 'editions')
    ) on columns(* exclude (line)) into name field value value
)
union all
select line, 'field', field, value from (
    unpivot (
        select line, columns(* exclude (import_id, edition_id, line, exhibitor_key))::varchar
        from participation_rows where import_id = wanted
    ) on columns(* exclude (line)) into name field value value
)
union all
select line, 'field', field, value from (
    unpivot (
        select line, columns(* exclude (import_id, edition_id, line, audience, day, visitor_group))::varchar
        from attendance_rows where import_id = wanted
    ) on columns(* exclude (line)) into name field value value
)
union all
select line, 'field', field, value from (
    unpivot (
        select line, columns(* exclude (import_id, edition_id, line, exhibitor_key))::varchar
        from complaint_rows where import_id = wanted
    ) on columns(* exclude (line)) into name field value value
)
union all
select line, 'field', field, value from (
    unpivot (
        select line, columns(* exclude (import_id, fair_id, line, exhibitor_key))::varchar
        from contact_rows where import_id = wanted
    ) on columns(* exclude (line)) into name field value value
)
union all
select line, 'field', field, value from (
    unpivot (
        select line, columns(* exclude (import_id, fair_id, line, name_key, prospect_lists, seen_at))::varchar,
            array_to_string(prospect_lists, '; ') as prospect_lists, array_to_string(seen_at, '; ') as seen_at
        from prospect_rows where import_id = wanted
    ) on columns(* exclude (line)) into name field value value
);

-- one row per rating of an import's answers: a measure by its name, an item by its id; in scale points
create or replace macro import_ratings(wanted) as table
with slots as (
    select r.line, i.fair_id, r.audience, unnest([
        {'form': 'item', 'hundredths': r.sat}, {'form': 'importance', 'hundredths': r.imp},
        {'form': 'expectation', 'hundredths': r.expected}
    ], recursive := true)
    from response_rows as r join imports as i on i.import_id = r.import_id
    where r.import_id = wanted
), long as (
    select line, fair_id, audience, form, generate_subscripts(hundredths, 1)::smallint as slot, unnest(hundredths) as rating
    from slots
)
select l.line, l.form, i.item_id as field, l.rating / 100e0 as rating
from long as l
join items as i on i.fair_id = l.fair_id and i.audience = l.audience and i.slot = l.slot
where l.rating is not null
union all
select line, 'measure', measure, hundredths / 100e0
from (
    unpivot (
        select line, overall, goal_attainment, intention, recommend from response_rows where import_id = wanted
    ) on overall, goal_attainment, intention, recommend into name measure value hundredths
);

-- one row per filled cell of an import, as text
create or replace macro import_cells(wanted) as table
select line, form, field, value from register_cells(wanted)
union all
select line, form, field, format('{:g}', rating) from import_ratings(wanted)
union all
select line, 'field', field, value
from (
    unpivot (
        select
            line, exhibitor_name::varchar as exhibitor_name, industry::varchar as industry, region::varchar as region,
            answered_on::varchar as answered_on, weight::varchar as weight, comment::varchar as comment,
            array_to_string(objectives, '; ') as objectives, array_to_string(attained, '; ') as attained
        from response_rows where import_id = wanted
    ) on columns(* exclude (line)) into name field value value
)
union all
select line, 'profile', answer.key, array_to_string(answer.value, '; ')
from (select line, unnest(map_entries(profile)) as answer from response_rows where import_id = wanted);
