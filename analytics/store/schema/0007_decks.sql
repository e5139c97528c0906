-- A deck is figures in an order; a pin remembers what to ask, and what the answer was when it was pinned.
create table decks (
    deck_id varchar primary key,
    fair_id varchar not null,
    name varchar not null,
    is_brief boolean not null,
    actor varchar not null,
    made_at timestamp not null
);

-- filters, options and shown are JSON; position orders the pins of one deck, smallest first.
create table pins (
    pin_id varchar primary key,
    deck_id varchar not null,
    position integer not null,
    study varchar not null,
    figure varchar not null,
    filters varchar not null,
    options varchar not null,
    shown varchar not null,
    actor varchar not null,
    pinned_at timestamp not null
);
