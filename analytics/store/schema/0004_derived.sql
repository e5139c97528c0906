-- Rebuilt from the live rows inside the transaction of every write; never edited.
create table exhibitors (
    fair_id varchar not null,
    exhibitor_id varchar not null,
    name varchar not null,
    country varchar,
    region varchar,
    industry varchar,
    ownership varchar,
    size_band varchar,
    account_owner varchar
);

-- Every key an exhibitor goes by (code, name, former name), each leading to one exhibitor.
create table exhibitor_keys (
    fair_id varchar not null,
    exhibitor_key varchar not null,
    exhibitor_id varchar not null
);

create table participations (
    edition_id varchar not null,
    exhibitor_id varchar not null,
    booth_area_sqm double,
    booth_type varchar,
    hall varchar,
    fee double,
    turnover double,
    leads integer
);

create table item_cube (
    fair_id varchar not null,
    edition_id varchar not null,
    audience varchar not null,
    industry varchar,
    region varchar,
    slot smallint not null,
    satisfaction smallint,
    importance smallint,
    n bigint not null
);

create table measure_cube (
    fair_id varchar not null,
    edition_id varchar not null,
    audience varchar not null,
    industry varchar,
    region varchar,
    measure varchar not null,
    value smallint not null,
    n bigint not null
);

-- Sums over respondents on the 0–1 position of the scale asked: one score a dimension, '*dimensions' (mean of a respondent's
-- dimension means) and '*pooled' (all ratings). The mean is total / answers; the other sums give its linearised error.
create table score_cube (
    fair_id varchar not null,
    edition_id varchar not null,
    audience varchar not null,
    industry varchar,
    region varchar,
    score varchar not null,
    n bigint not null,
    total double not null,
    total_squares double not null,
    answers double not null,
    answers_squares double not null,
    cross_product double not null
);

-- Answers of respondents who answered every item of a dimension: what Cronbach's alpha needs, summable over groups.
create table complete_cube (
    fair_id varchar not null,
    edition_id varchar not null,
    audience varchar not null,
    industry varchar,
    region varchar,
    dimension_id varchar not null,
    slot smallint,
    n bigint not null,
    total double not null,
    total_squares double not null
);

create table respondent_cube (
    fair_id varchar not null,
    edition_id varchar not null,
    audience varchar not null,
    industry varchar,
    region varchar,
    n bigint not null,
    matched bigint not null
);
