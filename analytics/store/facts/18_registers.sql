-- one row per exhibitor and field that holds as written by hand: the newest edit not undone, unless a later import was said to hold
create or replace view hand_values as
with overridden as (
    select k.fair_id, k.exhibitor_id, o.field, max(o.import_id) as import_id
    from override_rows as o
    join live_imports as i on i.import_id = o.import_id
    join exhibitor_keys as k on k.fair_id = o.fair_id and k.exhibitor_key = o.exhibitor_key
    group by k.fair_id, k.exhibitor_id, o.field
)
select e.fair_id, k.exhibitor_id, e.field, e.new_value as value, e.actor, e.made_at, e.edit_id
from hand_edits as e
join exhibitor_keys as k on k.fair_id = e.fair_id and k.exhibitor_key = e.exhibitor_key
left join overridden as o on o.fair_id = e.fair_id and o.exhibitor_id = k.exhibitor_id and o.field = e.field
where e.undone_at is null and e.after_import >= coalesce(o.import_id, 0)
qualify row_number() over (partition by e.fair_id, k.exhibitor_id, e.field order by e.edit_id desc) = 1;

-- one value: a field as written by hand (`edits`: field -> value) where it is, else as the files have it
create or replace macro hand_or_file(edits, field, filed) as (
    case when map_contains(edits, field) then edits[field] else filed end
);

-- one row per contact with a firm, from a file or by hand; exhibitor_id null: the register does not know the firm
create or replace view contacts as
select
    c.fair_id, k.exhibitor_id, c.exhibitor_name, c.contacted_on, c.contacted_by, c.channel, c.person, c.role, c.phone, c.email,
    c.subject, c.next_step, c.next_on, c.import_id, c.line, null::integer as contact_id, i.actor, i.imported_at as made_at
from contact_rows as c
join live_imports as i on i.import_id = c.import_id
left join exhibitor_keys as k on k.fair_id = c.fair_id and k.exhibitor_key = c.exhibitor_key
union all
select
    c.fair_id, k.exhibitor_id, null, c.contacted_on, c.contacted_by, c.channel, c.person, c.role, c.phone, c.email,
    c.subject, c.next_step, c.next_on, null, null, c.contact_id, c.actor, c.made_at
from hand_contacts as c
left join exhibitor_keys as k on k.fair_id = c.fair_id and k.exhibitor_key = c.exhibitor_key
where c.undone_at is null;

-- one row per exhibitor whose grade was given by hand, the newest not undone
create or replace view hand_graded as
select fair_id, exhibitor_id, grade, reason, actor, made_at, grade_id
from (
    select g.*, k.exhibitor_id
    from hand_grades as g
    join exhibitor_keys as k on k.fair_id = g.fair_id and k.exhibitor_key = g.exhibitor_key
    where g.undone_at is null
    qualify row_number() over (partition by g.fair_id, k.exhibitor_id order by g.grade_id desc) = 1
)
where grade is not null;

-- one condition: does an exhibitor have what is looked for in its names or its code ('' fits all)
create or replace macro fits_search(looked_for, name, name_en, exhibitor_id) as (
    looked_for = '' or contains(lower(name), lower(looked_for)) or contains(lower(coalesce(name_en, '')), lower(looked_for))
    or contains(lower(exhibitor_id[3:]), lower(looked_for))
);
