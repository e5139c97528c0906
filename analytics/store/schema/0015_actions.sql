-- What is to be done about a finding: every change is a version of its own, the newest not undone counts.
create table action_versions (
    version_id integer primary key,
    action_id integer not null,
    fair_id varchar not null,
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp,
    title varchar not null,
    -- What it should move: 'item' or 'dimension' of an audience, by how many points of the scale asked.
    audience varchar not null,
    aim varchar not null check (aim in ('item', 'dimension')),
    aim_key varchar not null,
    target double,
    -- The edition whose answers called for it: later ones say whether it helped.
    edition_id varchar not null,
    owner varchar,
    department varchar,
    due_on date,
    state varchar not null check (state in ('open', 'done', 'dropped')),
    currency varchar,
    training double,
    software double,
    implementation double,
    further_work double,
    upkeep double,
    remark varchar
);
