-- What the files said, one table a grain, never changed after the import that brought it.
create table edition_rows (
    import_id integer not null,
    edition_id varchar not null,
    fair_id varchar not null,
    number integer not null,
    year integer,
    name_zh varchar,
    name_en varchar,
    held boolean,
    starts_on date,
    ends_on date,
    currency varchar,
    turnover double,
    revenue double,
    cost double
);

create table exhibitor_rows (
    import_id integer not null,
    fair_id varchar not null,
    line integer not null,
    code varchar,
    name varchar not null,
    name_key varchar not null,
    former_name varchar,
    former_key varchar,
    country varchar,
    region varchar,
    industry varchar,
    ownership varchar,
    size_band varchar,
    account_owner varchar
);

create table participation_rows (
    import_id integer not null,
    edition_id varchar not null,
    line integer not null,
    exhibitor_key varchar not null,
    exhibitor_name varchar,
    booth_area_sqm double,
    booth_type varchar,
    hall varchar,
    fee double,
    turnover double,
    leads integer
);

create table attendance_rows (
    import_id integer not null,
    edition_id varchar not null,
    line integer not null,
    audience varchar not null,
    day date,
    visitor_group varchar,
    visitors bigint not null
);

create table complaint_rows (
    import_id integer not null,
    edition_id varchar not null,
    line integer not null,
    exhibitor_key varchar,
    exhibitor_name varchar,
    topic varchar,
    channel varchar,
    received_on date,
    resolved_on date,
    status varchar,
    description varchar
);

-- Ratings and measures are hundredths of a scale point (3.5 stays 3.5), turned so that more is better.
create table response_rows (
    response_id bigint primary key,
    import_id integer not null,
    edition_id varchar not null,
    audience varchar not null,
    line integer not null,
    respondent varchar,
    exhibitor_key varchar,
    exhibitor_name varchar,
    industry varchar,
    region varchar,
    answered_on date,
    overall smallint,
    goal_attainment smallint,
    intention smallint,
    recommend smallint,
    weight double,
    sat smallint[],
    imp smallint[],
    expected smallint[],
    objectives varchar[],
    attained varchar[],
    profile map(varchar, varchar[]),
    comment varchar
);
