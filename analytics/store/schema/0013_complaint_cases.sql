-- What a list of complaints says of how each ended, and what people do about a complaint here.
alter table complaint_rows add column complaint_no varchar;
alter table complaint_rows add column state varchar;
alter table complaint_rows add column outcome varchar;
alter table complaint_rows add column reopened_on date;
alter table complaint_rows add column was_reopened boolean;
alter table complaint_rows add column owner varchar;
alter table complaint_rows add column due_on date;

-- One row per thing done to a complaint by hand; what the complaint is about stands in the event that entered it.
create table complaint_events (
    event_id integer primary key,
    fair_id varchar not null,
    case_id varchar not null,
    kind varchar not null check (kind in ('enter', 'assign', 'due', 'answer', 'close', 'reopen')),
    day date not null,
    owner varchar,
    due_on date,
    outcome varchar check (outcome in ('satisfied', 'unsatisfied')),
    note varchar,
    edition_id varchar,
    exhibitor_key varchar,
    exhibitor_name varchar,
    topic varchar,
    channel varchar,
    actor varchar not null,
    made_at timestamp not null,
    undone_at timestamp,
    undone_by varchar
);
