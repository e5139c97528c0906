-- What people changed about the themes of comments, in the order they did. Undoable; the standard themes are in no table.
create table theme_edits (
    edit_id integer primary key,
    fair_id varchar not null,
    kind varchar not null check (kind in ('create', 'rename', 'add', 'remove', 'merge', 'drop')),
    theme varchar not null,
    details varchar not null,
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp,
    undone_by varchar
);
