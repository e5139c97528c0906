create table users (
    email varchar primary key,
    role varchar not null check (role in ('viewer', 'importer', 'admin')),
    active boolean not null default true
);

create table segments (
    segment_id varchar primary key,
    fair_id varchar not null,
    name varchar not null,
    rule varchar not null,
    actor varchar not null,
    made_at timestamp not null
);

create table segment_members (segment_id varchar not null, exhibitor_id varchar not null);

-- Two names, one firm: decided by a person, undoable.
create table merges (
    merge_id integer primary key,
    fair_id varchar not null,
    kept_key varchar not null,
    merged_key varchar not null,
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp
);
