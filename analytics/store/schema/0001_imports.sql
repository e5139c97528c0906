-- Who brought what in, and when. Rows of every other file-borne table carry the import they came with.
create table fairs (
    fair_id varchar primary key,
    name_zh varchar not null,
    name_en varchar not null,
    kind varchar not null default 'professional',
    is_demo boolean not null default false
);

create table imports (
    import_id integer primary key,
    fair_id varchar not null,
    file_name varchar not null,
    sha256 varchar not null,
    kind varchar not null,
    mapping varchar not null,
    lines_read integer not null,
    rows_stored integer not null,
    rows_left_out integer not null,
    actor varchar not null,
    imported_at timestamp not null,
    undone_at timestamp,
    undone_by varchar
);

create table findings (
    import_id integer not null,
    line integer,
    column_name varchar,
    value varchar,
    reason varchar not null,
    details varchar not null default '{}',
    is_left_out boolean not null
);

-- One row: moves on with every write, so that answers of an older state are recognised by their key.
create table state (version bigint not null);
insert into state values (0);

create table settings (name varchar primary key, value varchar not null);
