-- Dimensions and items are permanent: an undone import leaves its items behind, unasked, so that a slot never changes its meaning.
create table dimensions (
    fair_id varchar not null,
    audience varchar not null,
    dimension_id varchar not null,
    position integer not null,
    name_zh varchar not null,
    name_en varchar not null,
    primary key (fair_id, audience, dimension_id)
);

create table items (
    fair_id varchar not null,
    audience varchar not null,
    item_id varchar not null,
    slot smallint not null,
    dimension_id varchar not null,
    name_zh varchar not null,
    name_en varchar not null,
    primary key (fair_id, audience, item_id)
);

-- What an edition asked: a rating item, or one of the four measures (then item_id is the measure's name).
create table question_rows (
    import_id integer not null,
    edition_id varchar not null,
    audience varchar not null,
    item_id varchar not null,
    is_measure boolean not null,
    position integer not null,
    label_as_asked varchar not null,
    scale_min double not null,
    scale_max double not null,
    reversed boolean not null
);

create table profile_fields (
    fair_id varchar not null,
    audience varchar not null,
    field_id varchar not null,
    name_zh varchar not null,
    name_en varchar not null,
    is_multiple boolean not null,
    primary key (fair_id, audience, field_id)
);
