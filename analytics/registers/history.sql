-- one row per thing done to an exhibitor, by hand or by a file that named it, the newest first
with keys as (
    select exhibitor_key from exhibitor_keys where fair_id = $fair and exhibitor_id = $exhibitor
),
done as (
    select made_at, actor, 'edit' as what, field, old_value as before, new_value as after, act_id as act, edit_id as number, undone_at, undone_by
    from hand_edits where fair_id = $fair and exhibitor_key in (from keys)
    union all
    select made_at, actor, 'entry', 'name', null, name, act_id, entry_id, undone_at, undone_by
    from hand_exhibitors where fair_id = $fair and exhibitor_key in (from keys)
    union all
    select made_at, actor, 'contact', null, null, coalesce(subject, channel), null, contact_id, undone_at, undone_by
    from hand_contacts where fair_id = $fair and exhibitor_key in (from keys)
    union all
    select made_at, actor, 'grade', null, null, grade, null, grade_id, undone_at, undone_by
    from hand_grades where fair_id = $fair and exhibitor_key in (from keys)
    union all
    select made_at, actor, 'note', null, null, body, null, note_id, undone_at, undone_by
    from hand_notes where fair_id = $fair and exhibitor_key in (from keys)
    union all
    select made_at, actor, 'erasure', null, null, null, null, null, null, null
    from erasures where fair_id = $fair and exhibitor_key in (from keys)
    union all
    select i.imported_at, i.actor, 'file', null, null, i.file_name, null, i.import_id, i.undone_at, i.undone_by
    from imports as i
    where i.fair_id = $fair and i.import_id in (
        select x.import_id from exhibitor_rows as x
        where x.fair_id = $fair and ('n:' || x.name_key in (from keys) or 'c:' || x.code in (from keys))
    )
)
select * from done
order by made_at desc, number desc nulls last
limit 500;
