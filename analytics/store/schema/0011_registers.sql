-- What people wrote into the registers by hand: events beside the imports, each with who, when and its undo. after_import is the
-- newest import there was: a later one is newer than the event. Rows of one act (one click on "Save") share its number.
create table hand_exhibitors (
    entry_id integer primary key,
    act_id integer not null,
    fair_id varchar not null,
    exhibitor_key varchar not null,
    code varchar,
    name varchar not null,
    name_key varchar not null,
    actor varchar not null,
    made_at timestamp not null,
    after_import integer not null,
    undone_at timestamp,
    undone_by varchar
);

-- One row a field of an exhibitor that was written by hand; new_value null: emptied. name_key: of a new name.
create table hand_edits (
    edit_id integer primary key,
    act_id integer not null,
    fair_id varchar not null,
    exhibitor_key varchar not null,
    field varchar not null,
    old_value varchar,
    new_value varchar,
    name_key varchar,
    actor varchar not null,
    made_at timestamp not null,
    after_import integer not null,
    undone_at timestamp,
    undone_by varchar
);

-- Fields for which an import was said to hold over what was written by hand before it.
create table override_rows (
    import_id integer not null,
    fair_id varchar not null,
    exhibitor_key varchar not null,
    field varchar not null
);

create table contact_rows (
    import_id integer not null,
    fair_id varchar not null,
    line integer not null,
    exhibitor_key varchar,
    exhibitor_name varchar,
    contacted_on date,
    contacted_by varchar,
    channel varchar,
    person varchar,
    role varchar,
    phone varchar,
    email varchar,
    subject varchar,
    next_step varchar,
    next_on date
);

create table hand_contacts (
    contact_id integer primary key,
    fair_id varchar not null,
    exhibitor_key varchar not null,
    contacted_on date,
    contacted_by varchar,
    channel varchar,
    person varchar,
    role varchar,
    phone varchar,
    email varchar,
    subject varchar,
    next_step varchar,
    next_on date,
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp,
    undone_by varchar
);

-- Grade null: the rule decides again.
create table hand_grades (
    grade_id integer primary key,
    fair_id varchar not null,
    exhibitor_key varchar not null,
    grade varchar check (grade in ('normal', 'potential', 'vip')),
    reason varchar,
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp,
    undone_by varchar
);

create table hand_notes (
    note_id integer primary key,
    fair_id varchar not null,
    exhibitor_key varchar not null,
    heard_on date,
    topic varchar,
    body varchar not null,
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp,
    undone_by varchar
);

-- That somebody's personal data were erased, without them.
create table erasures (
    erasure_id integer primary key,
    fair_id varchar not null,
    exhibitor_key varchar not null,
    entries integer not null,
    actor varchar not null,
    made_at timestamp not null
);

-- 'enterprise' or 'individual'; null where nobody said.
alter table exhibitors add column kind varchar;
