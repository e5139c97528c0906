-- What amounts are in; a firm's English name; visits beside persons; answers that are neither ratings nor choices.
alter table participation_rows add column currency varchar;
alter table participation_rows add column turnover_currency varchar;
alter table participations add column currency varchar;
alter table participations add column turnover_currency varchar;
alter table exhibitor_rows add column name_en varchar;
alter table exhibitors add column name_en varchar;
alter table attendance_rows add column visits bigint;
alter table attendance_rows alter column visitors drop not null;

-- Question -> option -> place (1 is best), and question -> option -> share of the whole (0 to 1).
alter table response_rows add column ranks map(varchar, map(varchar, smallint));
alter table response_rows add column shares map(varchar, map(varchar, double));

-- How a question with options is answered: 'choice', 'rank' or 'share'.
alter table profile_fields add column form varchar default 'choice';

-- How an item's importance was asked, where that is not the scale of its satisfaction: 'rating', 'rank' or 'share'.
alter table question_rows add column importance_form varchar;
alter table question_rows add column importance_min double;
alter table question_rows add column importance_max double;

-- The day up to which it is known which editions are over.
insert or ignore into settings values ('today', current_date::varchar);
