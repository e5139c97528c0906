-- Firms that may become exhibitors, as lists name them; prospect_lists holds keys of our eight lists, other words as the file says them.
create table prospect_rows (
    import_id integer not null,
    fair_id varchar not null,
    line integer not null,
    name varchar not null,
    name_key varchar not null,
    name_en varchar,
    prospect_lists varchar[],
    seen_at varchar[],
    country varchar,
    region varchar,
    industry varchar,
    contact varchar,
    note varchar
);

-- What people said of a prospect and an exhibitor, or another prospect (its key begins with 'p:'): one firm or two. Undoable.
create table prospect_decisions (
    decision_id integer primary key,
    fair_id varchar not null,
    prospect_key varchar not null,
    other_key varchar not null,
    verdict varchar not null check (verdict in ('same', 'different')),
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp,
    undone_by varchar
);
