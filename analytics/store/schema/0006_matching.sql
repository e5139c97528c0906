-- What people said of two names: one firm (then a merge carries it out) or two. Undoable; the pair is asked about again then.
create table match_decisions (
    decision_id integer primary key,
    fair_id varchar not null,
    kept_key varchar not null,
    other_key varchar not null,
    verdict varchar not null check (verdict in ('same', 'different')),
    merge_id integer,
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp,
    undone_by varchar
);

alter table merges add column undone_by varchar;
